package dev.docent.boot;

import dev.docent.DocentSettings;
import dev.docent.DocentSettings.Verify;
import dev.docent.IndexChoice;
import dev.docent.ModelName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationStyle;

/**
 * What a user can set, as it was written; blank is as good as not set. Read as text so that a value that can't be
 * used is answered in Docent's words, not Spring's.
 *
 * @param knowledge the folder with the documents; the {@code knowledge} folder beside the launcher when not set
 * @param model {@code offline} or {@code PROVIDER:MODEL}
 * @param modelBaseUrl where an OpenAI-compatible or Ollama server listens
 * @param modelTimeout how long a model may take, such as {@code 60s}
 * @param watch whether to follow the folder
 * @param data the folder below which indexes lie
 * @param gaps whether to keep what was asked and not answered
 * @param verify what checks a model's words: {@code facts} or {@code model}
 * @param modelPassages how many passages a model reads for an answer
 * @param index which index holds the documents: {@code embedded} or {@code opensearch}
 * @param opensearch how OpenSearch is reached
 */
@ConfigurationProperties("docent")
public record DocentProperties(@Nullable String knowledge, @Nullable String model, @Nullable String modelBaseUrl,
    @Nullable String modelTimeout, @Nullable String watch, @Nullable String data, @Nullable String gaps,
    @Nullable String verify, @Nullable String modelPassages, @Nullable String index,
    @Nullable OpenSearchProperties opensearch) {

  /**
   * The settings these come to, defaults filled in.
   *
   * @throws InvalidSettingException for the first value that can't be used
   */
  public DocentSettings settings() {
    return settings(UserFolders.current(), System.getProperty("docent.home"));
  }

  DocentSettings settings(UserFolders folders, @Nullable String launcherFolder) {
    Path shipped = Path.of(launcherFolder == null ? "" : launcherFolder).resolve("knowledge");
    return new DocentSettings(read("knowledge", knowledge, folders::expand, shipped),
        read("data", data, folders::expand, folders.data()), read("model", model, ModelName::parse, ModelName.OFFLINE),
        given(modelBaseUrl) ? read("model-base-url", modelBaseUrl, DocentProperties::address, URI.create("")) : null,
        read("model-timeout", modelTimeout, DocentProperties::duration, Duration.ofSeconds(60)),
        read("watch", watch, DocentProperties::yesOrNo, false), read("gaps", gaps, DocentProperties::yesOrNo, true),
        read("verify", verify, DocentProperties::verify, Verify.FACTS),
        read("model-passages", modelPassages, DocentProperties::passages, DocentSettings.MODEL_PASSAGES),
        read("index", index, name -> index(name, opensearch), IndexChoice.EMBEDDED));
  }

  private static <T> T read(String name, @Nullable String value, Function<String, T> reading, T otherwise) {
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      return reading.apply(value.strip());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException("docent." + name, String.valueOf(e.getMessage()));
    }
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^\\s/]+\\S*")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no web address. Write it with http:// or https://, such as http://localhost:11434");
    }
    return URI.create(text);
  }

  private static Duration duration(String text) {
    Duration duration;
    try {
      duration = DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no duration. Write it like 60s or 2m", e);
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("'" + text + "' is too short. Write it like 60s or 2m");
    }
    return duration;
  }

  private static Verify verify(String text) {
    return switch (text) {
      case "facts" -> Verify.FACTS;
      case "model" -> Verify.MODEL;
      default -> throw new IllegalArgumentException("'" + text + "' is neither facts nor model");
    };
  }

  private static int passages(String text) {
    if (!text.matches("[1-9]|[1-4]\\d|50")) {
      throw new IllegalArgumentException("'" + text + "' is no number from 1 to 50");
    }
    return Integer.parseInt(text);
  }

  /** For whoever has the two settings. */
  public static IndexChoice index(String name, @Nullable OpenSearchProperties opensearch) {
    return switch (name) {
      case "embedded" -> IndexChoice.EMBEDDED;
      case "opensearch" -> new IndexChoice(name, opensearch == null ? Map.of() : opensearch.given());
      default -> throw new IllegalArgumentException("'" + name + "' is neither embedded nor opensearch");
    };
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }
}

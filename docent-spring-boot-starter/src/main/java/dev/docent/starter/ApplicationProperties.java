package dev.docent.starter;

import dev.docent.DocentSettings;
import dev.docent.DocentSettings.Verify;
import dev.docent.ModelName;
import dev.docent.boot.DocentProperties;
import dev.docent.boot.InvalidSettingException;
import dev.docent.boot.OpenSearchProperties;
import dev.docent.boot.UserFolders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application can set of Docent.
 *
 * @param knowledge the folder with the documents
 * @param data the folder below which indexes lie; the user's data folder when not set
 * @param model who writes answers: offline, application (its ChatModel or StreamingChatModel bean), or PROVIDER:MODEL
 * @param modelBaseUrl where an OpenAI-compatible or Ollama server listens
 * @param modelTimeout how long a model may take for an answer
 * @param modelPassages how many passages a model reads for an answer
 * @param verify what checks a model's words
 * @param watch whether to follow the folder and reload when it has changed
 * @param gaps whether to keep what was asked and not answered
 * @param reloadAtStart whether the index is brought in line with the folder when the application starts
 * @param index which index holds the documents: embedded, or opensearch with the module index-opensearch
 * @param opensearch how OpenSearch is reached
 */
@ConfigurationProperties("docent")
public record ApplicationProperties(@Nullable Path knowledge, @Nullable Path data,
    @DefaultValue("offline") String model, @Nullable URI modelBaseUrl, @DefaultValue("60s") Duration modelTimeout,
    @DefaultValue("12") int modelPassages, @DefaultValue("facts") Verify verify, @DefaultValue("false") boolean watch,
    @DefaultValue("true") boolean gaps, @DefaultValue("background") ReloadAtStart reloadAtStart,
    @DefaultValue("embedded") String index, @Nullable OpenSearchProperties opensearch) {

  /** When the index is brought in line with the folder. */
  public enum ReloadAtStart {
    /** Beside the start: questions find what was indexed before until it is done. The first start, with nothing indexed, waits. */
    BACKGROUND,
    /** Before the application has started. */
    WAIT,
    /** Whenever the application says so. */
    OFF
  }

  /** The name under which an application's own model is asked for. */
  static final String APPLICATION = "application";

  boolean byApplication() {
    return model.strip().equalsIgnoreCase(APPLICATION);
  }

  /**
   * The settings these come to.
   *
   * @param lent the name of the application's own model, where it is to write
   * @throws InvalidSettingException for the first value that can't be used
   */
  DocentSettings settings(@Nullable ModelName lent) {
    if (knowledge == null || knowledge.toString().isBlank()) {
      throw new InvalidSettingException("docent.knowledge",
          "no folder is named. Set it to the folder with the documents");
    }
    try {
      return new DocentSettings(knowledge, data == null ? UserFolders.current().data() : data,
          lent == null ? ModelName.parse(model) : lent, modelBaseUrl, modelTimeout, watch, gaps, verify,
          modelPassages, DocentProperties.index(index.strip(), opensearch));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new InvalidSettingException(message.startsWith("docent.") ? "docent" : "docent.model", message);
    }
  }
}

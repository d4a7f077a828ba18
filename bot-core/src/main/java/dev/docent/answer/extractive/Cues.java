package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The words by which a question shows what it wants, language by language: a resource of {@code NAME.LANGUAGE = regular
 * expression}.
 */
public final class Cues {
  private final Map<Language, Map<String, Pattern>> patterns = new EnumMap<>(Language.class);

  private Cues() {}

  /**
   * The cues of a resource.
   *
   * @param beside the class that the resource lies beside
   */
  public static Cues load(Class<?> beside, String resource) {
    var properties = new Properties();
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read from the class path", e);
    }
    var cues = new Cues();
    properties.forEach((key, expression) -> {
      String[] name = key.toString().split("\\.");
      Language language = Language.ofCode(name[1]);
      cues.patterns.computeIfAbsent(language, l -> new HashMap<>())
          .put(name[0].toUpperCase(Locale.ROOT), pattern(language, expression.toString()));
    });
    return cues;
  }

  /** Whether the question has a cue of the name. */
  public boolean match(String name, Language language, String question) {
    Pattern pattern = patterns.getOrDefault(language, Map.of()).get(name);
    return pattern != null && pattern.matcher(question.strip().toLowerCase(Locale.ROOT)).find();
  }

  private static Pattern pattern(Language language, String expression) {
    // Scripts without spaces have no word boundaries to match at.
    return Pattern.compile(language.unspaced() || language == Language.KOREAN
        ? expression
        : "(?<![\\p{L}\\p{M}])(?:" + expression + ")(?![\\p{L}\\p{M}])");
  }
}

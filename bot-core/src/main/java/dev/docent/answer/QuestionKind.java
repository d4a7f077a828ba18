package dev.docent.answer;

import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** The kind of answer a question asks for, as far as its words show it. In the order in which the kinds are tried. */
enum QuestionKind {
  SUMMARY, WHY, HOW_LONG, HOW_MANY, WHEN, WHO, WHERE, LIST, HOW, OTHER;

  private static final Map<Language, Map<QuestionKind, Pattern>> CUES = load();

  /** What the query asks for; a follow-up such as "and in 1975?" asks for what the turn before it asked for. */
  static QuestionKind of(Query query, Language language) {
    QuestionKind kind = of(query.text(), language);
    return kind == OTHER && !query.carried().isEmpty() ? of(query.carried().getFirst(), language) : kind;
  }

  /** What the question asks for; {@link #OTHER} where nothing shows it. */
  static QuestionKind of(String question, Language language) {
    String text = question.toLowerCase(Locale.ROOT);
    for (var cue : CUES.getOrDefault(language, Map.of()).entrySet()) {
      if (cue.getValue().matcher(text).find()) {
        return cue.getKey();
      }
    }
    return OTHER;
  }

  /** Whether one sentence rarely says it all. */
  boolean wide() {
    return this == WHY || this == HOW || this == LIST || this == SUMMARY;
  }

  private static Map<Language, Map<QuestionKind, Pattern>> load() {
    var properties = new Properties();
    try (InputStream in = Objects.requireNonNull(QuestionKind.class.getResourceAsStream("question-kinds.properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("question-kinds.properties can't be read from the class path", e);
    }
    var cues = new EnumMap<Language, Map<QuestionKind, Pattern>>(Language.class);
    properties.forEach((key, expression) -> {
      String[] name = key.toString().split("\\.");
      Language language = Language.ofCode(name[1]);
      // Scripts without spaces have no word boundaries to match at.
      String bounded = language.unspaced() || language == Language.KOREAN
          ? expression.toString()
          : "(?<![\\p{L}\\p{M}])(?:" + expression + ")(?![\\p{L}\\p{M}])";
      cues.computeIfAbsent(language, l -> new EnumMap<>(QuestionKind.class))
          .put(valueOf(name[0].toUpperCase(Locale.ROOT)), Pattern.compile(bounded));
    });
    return cues;
  }
}

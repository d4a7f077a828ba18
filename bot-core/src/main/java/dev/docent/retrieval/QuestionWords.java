package dev.docent.retrieval;

import dev.docent.corpus.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * The words that make a text a question and say nothing of what it is about: "what", "does", "tell me". They are rare in
 * documents, so without this list their weight would be large.
 */
public final class QuestionWords {
  private static final Map<Language, Set<String>> WORDS = load();

  private QuestionWords() {}

  /** Whether a word, as it stands in the question, is one of the language's question words. */
  public static boolean contains(String word, Language language) {
    return WORDS.getOrDefault(language, Set.of()).contains(word.toLowerCase(Locale.ROOT));
  }

  /** How many of the text's words are question words of the language. */
  public static int count(String text, Language language) {
    int count = 0;
    for (String word : text.split("[^\\p{L}\\p{M}]+")) {
      count += contains(word, language) ? 1 : 0;
    }
    return count;
  }

  private static Map<Language, Set<String>> load() {
    var properties = new Properties();
    try (
        InputStream in = Objects.requireNonNull(QuestionWords.class.getResourceAsStream("question-words.properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("question-words.properties can't be read from the class path", e);
    }
    var words = new EnumMap<Language, Set<String>>(Language.class);
    properties.forEach(
        (code, list) -> words.put(Language.ofCode(code.toString()),
            Set.copyOf(Arrays.asList(list.toString().strip().split("\\s+")))));
    return words;
  }
}

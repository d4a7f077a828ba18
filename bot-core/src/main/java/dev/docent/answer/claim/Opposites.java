package dev.docent.answer.claim;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Words of a language of which one says the opposite of the other, in all their inflections. */
final class Opposites {
  private static final Properties WORDS = load();

  private final Map<String, String> sides = new HashMap<>();

  Opposites(IndexView view, Language language) {
    UnaryOperator<String> key = keyOf(view, language);
    int pair = 0;
    for (String line : WORDS.getProperty(language.code(), "").split(";")) {
      String[] side = line.split("/");
      for (int i = 0; i < side.length; i++) {
        for (String word : side[i].strip().split("\\s+")) {
          sides.put(key.apply(word), pair + (i == 0 ? "+" : "-"));
        }
      }
      pair++;
    }
  }

  /** The pair and the side a word is on; empty for a word without an opposite. */
  Optional<String> side(String key) {
    return Optional.ofNullable(sides.get(key));
  }

  static String other(String side) {
    return side.substring(0, side.length() - 1) + (side.endsWith("+") ? "-" : "+");
  }

  /** What a word alone is compared by. */
  static UnaryOperator<String> keyOf(IndexView view, Language language) {
    return word -> {
      List<Term> terms = view.terms(word, language);
      return terms.isEmpty() ? word.toLowerCase(Locale.ROOT) : terms.getFirst().text();
    };
  }

  private static Properties load() {
    var properties = new Properties();
    try (InputStream in = Objects.requireNonNull(Opposites.class.getResourceAsStream("opposites.properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("opposites.properties can't be read from the class path", e);
    }
    return properties;
  }
}

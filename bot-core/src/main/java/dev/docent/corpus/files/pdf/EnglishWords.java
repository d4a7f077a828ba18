package dev.docent.corpus.files.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twenty thousand English words: those that the embedding model's tokenizer, which is on the class path anyway, knows as
 * wholes. Read when first asked for; without the model there are none.
 */
final class EnglishWords {
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Pattern ENTRY = Pattern.compile("\"((?:##)?[a-z]{2,})\": ?\\d+");
  private static final List<String> INFLECTIONS = List.of("s", "es", "ed", "d", "ing", "ly", "er", "ers", "al", "ally",
      "ment", "ments", "ness", "less", "ful", "able", "ist", "ists", "ation",
      "ations", "ings", "ity", "ities", "ism", "ive", "ous", "y", "ial", "ially");

  private static final Set<String> ENDINGS = Set.of("ity", "ing", "ings", "tion", "tions", "sion", "sions", "ment",
      "ments",
      "ness", "ance", "ence", "ally", "ical", "ism", "ist", "ists", "ive", "ous", "ary", "ery", "ory", "ish", "ize",
      "ise",
      "ized", "ised", "ate", "ated", "ture", "tures", "ed", "er", "ers", "ly", "al", "es", "est", "ility", "cal",
      "cially",
      "tive", "tional", "ular", "ured", "ted", "ting", "ries", "ties", "ters", "ter", "der", "ders");

  private EnglishWords() {}

  /** Whether it is a word, or one with a usual ending; in small letters. */
  static boolean isWord(String word) {
    Set<String> words = Words.ALL;
    if (words.contains(word)) {
      return true;
    }
    for (String ending : INFLECTIONS) {
      if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        if (words.contains(stem) || words.contains(stem + "e")
            || stem.endsWith("i") && words.contains(stem.substring(0, stem.length() - 1) + "y")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether words end so, rather than that it is a word itself. */
  static boolean isEnding(String part) {
    return ENDINGS.contains(part) || !Words.ALL.contains(part) && Words.ALL.contains("##" + part);
  }

  private static final class Words {
    private static final Set<String> ALL = read();

    private static Set<String> read() {
      var words = new HashSet<String>();
      try (InputStream in = EnglishWords.class.getResourceAsStream(VOCABULARY)) {
        String all = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher entry = ENTRY.matcher(all);
        while (entry.find()) {
          words.add(entry.group(1));
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("the vocabulary " + VOCABULARY + " on the class path can't be read", e);
      }
      return words;
    }
  }
}

package dev.docent.corpus.opennlp;

import dev.docent.corpus.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Small words that one language has and others write otherwise. Most documents in it are full of them, and no model need
 * be asked.
 *
 * @param share of all words that these are at least
 */
record TellingWords(Language language, double share, Set<String> words) {
  private static final List<TellingWords> ALL = List.of(
      new TellingWords(Language.ENGLISH, 0.10,
          Set.of("the", "of", "and", "to", "with", "which", "that", "this", "from", "are", "were", "has", "have",
              "been",
              "by", "they", "their", "when", "would", "should", "your")),
      new TellingWords(Language.RUSSIAN, 0.03, Set.of("что", "это", "был", "была", "были", "было", "когда", "только",
          "также", "чтобы", "если", "они", "его", "её", "которые", "который", "которая", "этот", "можно", "нужно",
          "уже",
          "есть")));
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int DIFFERENT = 3;

  /** The language of a text that has several of its words and many of them; of most others there is none. */
  static Optional<Language> language(String text) {
    List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(found -> found.group()).toList();
    return ALL.stream().filter(telling -> telling.tell(words)).map(TellingWords::language).findFirst();
  }

  private boolean tell(List<String> text) {
    List<String> telling = text.stream().filter(words::contains).toList();
    return new HashSet<>(telling).size() >= DIFFERENT && telling.size() >= share * text.size();
  }
}

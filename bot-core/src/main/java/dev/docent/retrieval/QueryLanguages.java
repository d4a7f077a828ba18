package dev.docent.retrieval;

import dev.docent.corpus.Language;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * In which of the corpus's languages a query may be asked. A question is too short for a language model, so the script
 * decides, and among languages of one script the question words; when those are silent, all of them may be meant.
 */
public final class QueryLanguages {
  private static final Set<Language> LATIN = EnumSet.of(Language.ENGLISH, Language.GERMAN, Language.FRENCH,
      Language.SPANISH, Language.ITALIAN, Language.PORTUGUESE, Language.TURKISH);

  private static final Set<UnicodeScript> KANA = EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private static final int SURE = 2;

  private QueryLanguages() {}

  /** The languages among the given ones that the text may be in, likeliest first; empty when it is in none. */
  public static List<Language> of(String text, Set<Language> languages) {
    Set<Language> written = writtenLike(text);
    List<Language> possible = languages.stream().filter(l -> l == Language.OTHER || written.contains(l)).toList();
    int most = possible.stream().mapToInt(l -> QuestionWords.count(text, l)).max().orElse(0);
    // Documents whose language nobody knows may be in any.
    List<Language> likely = possible.stream()
        .filter(l -> l == Language.OTHER || QuestionWords.count(text, l) == most)
        .toList();
    return most > 0 ? likely : possible;
  }

  /**
   * Whether the text is in none of the languages: in another script, or in a language of the same script that at least two
   * of its question words speak for and none for the others.
   */
  public static boolean strange(String text, Set<Language> languages) {
    if (of(text, languages).isEmpty()) {
      return !languages.isEmpty();
    }
    Language guess = guess(text);
    return !languages.contains(guess) && !languages.contains(Language.OTHER)
        && QuestionWords.count(text, guess) >= SURE
        && languages.stream().allMatch(l -> QuestionWords.count(text, l) == 0);
  }

  /** The best guess at the language the text is in, whatever the corpus holds. */
  public static Language guess(String text) {
    Set<Language> written = writtenLike(text);
    if (text.codePoints().mapToObj(UnicodeScript::of).anyMatch(KANA::contains)) {
      return Language.JAPANESE;
    }
    return written.stream()
        .max(
            (a, b) -> Integer.compare(QuestionWords.count(text, a) * 20 - a.ordinal(),
                QuestionWords.count(text, b) * 20 - b.ordinal()))
        .orElse(Language.OTHER);
  }

  private static Set<Language> writtenLike(String text) {
    var scripts = EnumSet.noneOf(UnicodeScript.class);
    text.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).forEach(scripts::add);
    var languages = EnumSet.noneOf(Language.class);
    for (UnicodeScript script : scripts) {
      switch (script) {
        case CYRILLIC -> languages.add(Language.RUSSIAN);
        case ARABIC -> languages.add(Language.ARABIC);
        case HIRAGANA, KATAKANA -> languages.add(Language.JAPANESE);
        case HANGUL -> languages.add(Language.KOREAN);
        case HAN -> languages.addAll(Set.of(Language.CHINESE, Language.JAPANESE));
        case LATIN -> languages.addAll(LATIN);
        default -> {
        }
      }
    }
    // A name in Latin letters inside a question of another script doesn't make it English.
    if (scripts.size() > 1 && !LATIN.containsAll(languages)) {
      languages.removeAll(LATIN);
    }
    // Digits only: any language has them.
    return scripts.isEmpty() ? EnumSet.allOf(Language.class) : languages;
  }
}

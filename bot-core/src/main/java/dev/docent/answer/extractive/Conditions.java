package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The question's own conditions: the names and numbers it is about. What is said of the American ambassador doesn't answer
 * a question about the German one, however alike the rest is. Stateless.
 */
final class Conditions {
  /** Languages that write names, and little else, with a capital. */
  private static final Set<Language> NAMES_ARE_CAPITALS = EnumSet.of(Language.ENGLISH, Language.RUSSIAN,
      Language.FRENCH, Language.SPANISH, Language.ITALIAN, Language.PORTUGUESE, Language.TURKISH);
  /** A shorter name that is spelt otherwise is another name: Iran, Iraq. */
  private static final int LONG_ENOUGH_TO_BE_MISSPELT = 6;

  private Conditions() {}

  /** A name or number of the question that stands in none of the documents; empty when all do. */
  static Optional<String> unmet(Query query, QueryTerms terms) {
    String text = query.text().strip();
    boolean shouting = text.codePoints().noneMatch(Character::isLowerCase);
    List<QueryTerms.Own> own = terms.own();
    return own.stream()
        .filter(term -> isNumber(term.word())
            || !shouting && NAMES_ARE_CAPITALS.contains(terms.language()) && isName(term.word(), text))
        .filter(term -> !term.known() || !sameWord(term))
        .map(QueryTerms.Own::word)
        .findFirst();
  }

  private static boolean isNumber(String word) {
    return word.length() > 1 && word.codePoints().allMatch(Character::isDigit);
  }

  /** A capital within the question; its first word has one whatever it is. */
  private static boolean isName(String word, String question) {
    return word.length() > 1 && Character.isUpperCase(word.codePointAt(0)) && !question.startsWith(word);
  }

  private static boolean sameWord(QueryTerms.Own term) {
    return term.term().equals(term.meant())
        || term.term().length() >= LONG_ENOUGH_TO_BE_MISSPELT && oneEdit(term.term(), term.meant());
  }

  /** Whether one letter more, less or other makes one word the other, or two letters changed places. */
  static boolean oneEdit(String a, String b) {
    int front = 0;
    while (front < Math.min(a.length(), b.length()) && a.charAt(front) == b.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < Math.min(a.length(), b.length()) - front
        && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
      back++;
    }
    int left = a.length() - front - back;
    int right = b.length() - front - back;
    return left <= 1 && right <= 1 || left == 2 && right == 2 && a.charAt(front) == b.charAt(front + 1)
        && a.charAt(front + 1) == b.charAt(front);
  }
}

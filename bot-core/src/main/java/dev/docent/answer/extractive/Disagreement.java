package dev.docent.answer.extractive;

import dev.docent.index.IndexView;
import dev.docent.index.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Another document that says otherwise: a sentence worded like the best one, with other numbers, dates or names in the
 * place of the answer. Both are shown; which is right isn't ours to say. Stateless.
 */
final class Disagreement {
  /** Of the terms of both sentences, without what they disagree on, at least so many are in both. */
  private static final double ALIKE = 0.5;
  private static final double NEARLY_THE_SAME = 0.6;
  /** The other one's passage is about the question as much as the best one's. */
  private static final double AS_MUCH = 0.05;
  private static final Pattern DATE = Pattern
      .compile("(?<!\\d)((?:19|20)\\d{2})(?:[-_.](\\d{2}))?(?:[-_.](\\d{2}))?(?!\\d)");

  private Disagreement() {}

  /** The first such sentence, best first. */
  static Optional<RankedSentence> with(RankedSentence best, List<RankedSentence> ranked, IndexView view) {
    List<String> values = values(best);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    boolean told = !best.shapes().isEmpty();
    Set<String> said = rest(best, view);
    return ranked.stream()
        .filter(other -> !document(other).equals(document(best)) && told != other.shapes().isEmpty())
        .filter(other -> !values(other).isEmpty() && values(other).stream().noneMatch(values::contains))
        .filter(other -> asMuchAsked(other, best))
        // Where nothing tells a date from a name, only nearly the same words with another span are the same statement.
        .filter(other -> told
            ? alike(said, rest(other, view), 2, ALIKE)
            : alike(said, rest(other, view), 1, NEARLY_THE_SAME))
        .findFirst();
  }

  /** Whether a sentence's passage is about the question as much as the best one's. */
  static boolean asMuchAsked(RankedSentence other, RankedSentence best) {
    return other.feature("passageCoverage") > best.feature("passageCoverage") - AS_MUCH;
  }

  /** One line that says so, the newer one named where the documents' names or titles are dated. */
  static String words(RankedSentence one, RankedSentence other) {
    String dateOfOne = date(one);
    String dateOfOther = date(other);
    String newer = dateOfOne.compareTo(dateOfOther) >= 0 ? document(one) : document(other);
    boolean dated = !dateOfOne.isEmpty() && !dateOfOther.isEmpty() && !dateOfOne.equals(dateOfOther);
    return "The documents differ: see " + dated(one, dateOfOne) + " and " + dated(other, dateOfOther) + "."
        + (dated ? " The newest is " + newer + "." : " Neither says which is newer.");
  }

  private static String dated(RankedSentence sentence, String date) {
    return document(sentence) + (date.isEmpty() ? "" : " (" + date + ")");
  }

  /** The date in the document's name, else in its title, as it sorts; empty when there is none. */
  private static String date(RankedSentence sentence) {
    for (String name : List.of(document(sentence), sentence.passage().segment().title())) {
      Matcher matcher = DATE.matcher(name);
      if (matcher.find()) {
        return matcher.group().replace('_', '-').replace('.', '-');
      }
    }
    return "";
  }

  private static boolean alike(Set<String> one, Set<String> other, int least, double share) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return both.size() >= least && both.size() >= share * all.size();
  }

  private static Set<String> rest(RankedSentence sentence, IndexView view) {
    String text = sentence.text();
    for (String shape : sentence.shapes().isEmpty() ? List.of(sentence.span()) : sentence.shapes()) {
      text = text.replace(shape, " ");
    }
    return view.terms(text, sentence.passage().segment().language())
        .stream()
        .map(Term::text)
        .collect(Collectors.toSet());
  }

  /** What stands in the place of the answer, in small letters; of "40 million" the figure, for millions are in others too. */
  private static List<String> values(RankedSentence sentence) {
    List<String> values = sentence.shapes().isEmpty() ? List.of(sentence.span().strip()) : sentence.shapes();
    boolean figures = values.stream().anyMatch(Disagreement::hasFigure);
    return values.stream()
        .filter(value -> !value.isBlank() && (!figures || hasFigure(value)))
        .map(value -> value.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean hasFigure(String value) {
    return value.chars().anyMatch(Character::isDigit);
  }

  private static String document(RankedSentence sentence) {
    return sentence.passage().segment().documentId();
  }
}

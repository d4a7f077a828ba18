package dev.docent.retrieval;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.index.WeightedTerm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms that a query is matched by: its own, without question words, misspelt ones with the corpus's spelling, and
 * those carried over from earlier turns with less weight.
 *
 * @param own the query's own terms in order
 * @param matched what to look for: own, respelt and carried terms
 */
public record QueryTerms(List<Own> own, List<WeightedTerm> matched, Language language) {

  /** What a term of an earlier turn counts. */
  private static final double CARRIED = 0.4;
  /** What a respelt term counts: it may be the wrong word. */
  private static final double RESPELT = 0.8;
  /** Among shorter terms everything is like something else: bake, base. */
  private static final int SHORTEST_MISSPELT = 5;

  public QueryTerms {
    own = List.copyOf(own);
    matched = List.copyOf(matched);
  }

  /**
   * A term of the query, or one of an earlier turn with its idf lowered.
   *
   * @param word as the user wrote it
   * @param term as it is analysed
   * @param meant the index's term it stands for: itself, or the one it is a misspelling of
   * @param idf how rare {@code meant} is; of a term that the index doesn't hold, the largest there is
   * @param known whether the index holds {@code meant}
   */
  public record Own(String word, String term, String meant, double idf, boolean known) {
    /** Whether it is a name or a number, as far as its letters show. */
    public boolean proper() {
      return Character.isUpperCase(word.codePointAt(0)) || word.codePoints().anyMatch(Character::isDigit);
    }
  }

  public static QueryTerms of(Query query, IndexView view, Language language) {
    var own = new ArrayList<Own>();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Term term : content(query.text(), view, language)) {
      String word = query.text().substring(term.start(), term.end());
      if (view.documentFrequency(term.text(), language) > 0) {
        weights.merge(term.text(), 1.0, Math::max);
        own.add(new Own(word, term.text(), term.text(), view.idf(term.text(), language), true));
        continue;
      }
      List<String> like = spelledLike(word, term.text(), view, language);
      like.forEach(other -> weights.merge(other, RESPELT, Math::max));
      String meant = like.isEmpty() ? term.text() : like.getFirst();
      own.add(new Own(word, term.text(), meant, view.idf(meant, language), !like.isEmpty()));
    }
    for (String carried : query.carried()) {
      for (Term term : content(carried, view, language)) {
        if (weights.putIfAbsent(term.text(), CARRIED) == null && view.documentFrequency(term.text(), language) > 0) {
          String word = carried.substring(term.start(), term.end());
          own.add(new Own(word, term.text(), term.text(), CARRIED * view.idf(term.text(), language), true));
        }
      }
    }
    List<WeightedTerm> matched = weights.entrySet()
        .stream()
        .map(e -> new WeightedTerm(e.getKey(), e.getValue()))
        .toList();
    return new QueryTerms(own, matched, language);
  }

  /** Numbers and short words aren't misspelt, they are others. */
  private static List<String> spelledLike(String word, String term, IndexView view, Language language) {
    return term.length() < SHORTEST_MISSPELT || !term.codePoints().allMatch(Character::isLetter) || language.unspaced()
        || language == Language.KOREAN ? List.of() : view.spelledLike(term, language);
  }

  /** The terms that say what a text is about. */
  public static List<Term> carrying(String text, IndexView view, Language language) {
    return content(text, view, language);
  }

  /** The terms that say what the text is about; all of them if it consists of question words only. */
  private static List<Term> content(String text, IndexView view, Language language) {
    List<Term> all = view.terms(text, language);
    var stops = new StopStructure(text);
    List<Term> content = all.stream()
        .filter(t -> !QuestionWords.contains(text.substring(t.start(), t.end()), language))
        .filter(t -> !stops.holds(t.start(), t.end()))
        .toList();
    return content.isEmpty() ? all : content;
  }
}

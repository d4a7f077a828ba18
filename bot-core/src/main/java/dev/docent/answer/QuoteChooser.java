package dev.docent.answer;

import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the words of a segment that a claim most likely rests on, so that no model has to be trusted to copy them. */
public final class QuoteChooser {
  private QuoteChooser() {}

  /**
   * The sentence of the segment's body that shares the rarest terms with the claim; the first of equals, also when
   * nothing is shared.
   *
   * @return a literal part of the segment's text
   */
  public static String choose(String claim, Segment segment, IndexView view) {
    return range(claim, segment, view).of(segment.text());
  }

  /** Where in the segment's text that sentence stands. */
  static TextRange range(String claim, Segment segment, IndexView view) {
    String text = segment.text();
    int from = segment.body().isBlank() ? 0 : segment.bodyStart();
    Set<String> wanted = terms(claim, segment, view);
    TextRange best = new TextRange(from, text.length());
    double bestScore = -1;
    for (TextRange range : Sentences.of(text, segment.language())) {
      String sentence = range.of(text);
      double score = terms(sentence, segment, view).stream()
          .filter(wanted::contains)
          .mapToDouble(term -> view.idf(term, segment.language()))
          .sum();
      if (range.start() >= from && !sentence.isBlank() && score > bestScore) {
        best = range;
        bestScore = score;
      }
    }
    return best;
  }

  private static Set<String> terms(String text, Segment segment, IndexView view) {
    return view.terms(text, segment.language()).stream().map(Term::text).collect(Collectors.toSet());
  }
}

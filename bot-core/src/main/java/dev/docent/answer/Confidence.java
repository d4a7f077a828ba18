package dev.docent.answer;

import dev.docent.retrieval.QueryTerms;
import java.util.List;

/**
 * How sure the extractive reader may be of its best sentence: the calibrated probability that the documents answer and
 * the sentence holds the answer. It stands on what the sentence and its passage share with the question, and on what
 * the span reader sees, never on the score of the fusion, which holds ranks only.
 */
final class Confidence {
  static final List<String> NAMES = List.of("score", "coverage", "context", "proper", "shape", "passageCoverage",
      "unknown", "known", "span", "answerable", "reading");

  private final LinearModel withSpans = LinearModel.load("confidence.spans", NAMES);
  private final LinearModel wordsOnly = LinearModel.load("confidence.words", NAMES);
  private final double floorWithSpans = LinearModel.figure("floor.spans");
  private final double floorWordsOnly = LinearModel.figure("floor.words");

  double of(SentenceRanker.Ranking ranking, QueryTerms terms) {
    return (ranking.spansRead() ? withSpans : wordsOnly).probability(features(ranking.sentences(), terms));
  }

  /** Below this the reader declines. */
  double floor(SentenceRanker.Ranking ranking) {
    return ranking.spansRead() ? floorWithSpans : floorWordsOnly;
  }

  static double[] features(List<RankedSentence> ranked, QueryTerms terms) {
    RankedSentence best = ranked.getFirst();
    double all = Math.max(1e-9, terms.own().stream().mapToDouble(QueryTerms.Own::idf).sum());
    double unknown = terms.own().stream().filter(own -> !own.known()).mapToDouble(QueryTerms.Own::idf).sum() / all;
    double known = Math.log(1 + terms.own().stream().filter(QueryTerms.Own::known).count());
    return new double[]{best.score(), best.feature("coverage"), best.feature("context"), best.feature("proper"),
        best.feature("shape"), best.feature("passageCoverage"), unknown, known, best.feature("span"),
        best.feature("answerable"), best.feature("reading")};
  }
}

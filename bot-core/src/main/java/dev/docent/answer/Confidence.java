package dev.docent.answer;

import dev.docent.retrieval.QueryTerms;
import java.util.List;
import java.util.stream.Stream;

/**
 * How sure the extractive reader may be of its best sentence: the calibrated probability that the documents answer and
 * the sentence holds the answer. It stands on what the sentence and its passage share with the question, and on what
 * the span reader sees, never on the score of the fusion, which holds ranks only.
 */
final class Confidence {
  /** What the best sentence tells, as it is; what else there is comes from the question and the other sentences. */
  static final List<String> OF_SENTENCE = List.of("coverage", "context", "proper", "shape", "passageCoverage", "span",
      "answerable", "reading", "cosine");
  static final List<String> OF_QUESTION = List.of("unknown", "respelt", "known");
  static final List<String> NAMES = Stream.of(List.of("score"), OF_QUESTION, OF_SENTENCE)
      .flatMap(List::stream)
      .toList();

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

  private static double[] features(List<RankedSentence> ranked, QueryTerms terms) {
    RankedSentence best = ranked.getFirst();
    return Stream.of(List.of(best.score()), ofQuestion(terms),
        OF_SENTENCE.stream().map(best::feature).toList())
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /**
   * The idf share of the question's terms that no document holds, of those that only a respelling finds, and how many
   * are held, as a logarithm.
   */
  static List<Double> ofQuestion(QueryTerms terms) {
    double all = Math.max(1e-9, terms.own().stream().mapToDouble(QueryTerms.Own::idf).sum());
    double unknown = terms.own().stream().filter(o -> !o.known()).mapToDouble(QueryTerms.Own::idf).sum();
    double respelt = terms.own()
        .stream()
        .filter(o -> o.known() && !o.meant().equals(o.term()))
        .mapToDouble(QueryTerms.Own::idf)
        .sum();
    long known = terms.own().stream().filter(QueryTerms.Own::known).count();
    return List.of(unknown / all, respelt / all, Math.log(1 + known));
  }
}

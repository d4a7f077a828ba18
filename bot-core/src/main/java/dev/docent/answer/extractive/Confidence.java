package dev.docent.answer.extractive;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How sure the extractive reader may be of its best sentence: the calibrated probability that the documents answer and
 * the sentence holds the answer. It stands on what the sentence and its passage share with the question, and on what
 * the span reader sees, never on the score of the fusion, which holds ranks only.
 */
final class Confidence {
  /**
   * What the best sentence tells beside its score. How much of the question it holds is in the score and not here again:
   * on questions made to mislead that speaks against a sentence, and it mustn't against "The market opens at five".
   */
  static final List<String> OF_SENTENCE = List.of("proper", "span", "answerable", "reading", "cosine", "denied");
  static final List<String> NAMES = Stream.concat(Stream.of("score"), OF_SENTENCE.stream()).toList();

  private final LinearModel withSpans = LinearModel.load("confidence.spans", NAMES);
  private final LinearModel wordsOnly = LinearModel.load("confidence.words", NAMES);
  private final double floorWithSpans = LinearModel.figure("floor.spans");
  private final double floorWordsOnly = LinearModel.figure("floor.words");

  double of(SentenceRanker.Ranking ranking) {
    RankedSentence best = ranking.sentences().getFirst();
    double[] features = DoubleStream
        .concat(DoubleStream.of(best.score()), OF_SENTENCE.stream().mapToDouble(best::feature))
        .toArray();
    return (ranking.spansRead() ? withSpans : wordsOnly).probability(features);
  }

  /** Below this the reader declines. */
  double floor(SentenceRanker.Ranking ranking) {
    return ranking.spansRead() ? floorWithSpans : floorWordsOnly;
  }
}

package dev.docent.answer.extractive;

import dev.docent.corpus.TextRange;
import dev.docent.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of the evidence with what speaks for it.
 *
 * @param range within the passage's segment text
 * @param features in the order of {@link SentenceFeatures#NAMES}
 * @param shapes what in it has the shape of the answer that is asked for
 * @param span the words in it that a span reader points at; empty without one
 * @param contradicted whether it is about another one than the question asks for, or can't answer what is asked
 */
public record RankedSentence(Passage passage, TextRange range, List<Double> features, double score, List<String> shapes,
    String span, boolean contradicted) {
  public RankedSentence {
    features = List.copyOf(features);
    shapes = List.copyOf(shapes);
  }

  /** Its words, as they stand in the segment. */
  public String text() {
    return range.of(passage.segment().text());
  }

  /** The feature of a name. */
  public double feature(String name) {
    return features.get(SentenceFeatures.NAMES.indexOf(name));
  }

  RankedSentence withScore(double newScore) {
    return new RankedSentence(passage, range, features, newScore, shapes, span, contradicted);
  }

  RankedSentence contradicted(double penalty) {
    return new RankedSentence(passage, range, features, score - penalty, shapes, span, true);
  }

  RankedSentence withoutSpan(double penalty) {
    return new RankedSentence(passage, range, features, score - penalty, shapes, "", contradicted);
  }

  /** With what a span reader sees in another sentence where it sees more, and other words to point at. */
  RankedSentence readAs(RankedSentence other, String words) {
    var read = new ArrayList<>(features);
    for (String feature : SentenceFeatures.READ) {
      int at = SentenceFeatures.NAMES.indexOf(feature);
      read.set(at, Math.max(features.get(at), other.features.get(at)));
    }
    return new RankedSentence(passage, range, read, score, shapes, words, contradicted);
  }

  /** Whether the sentence has the words, and nothing else of the shape that is asked for. */
  boolean saysOnly(String words) {
    return text().contains(words) && shapes.stream().allMatch(shape -> shape.contains(words) || words.contains(shape));
  }

  /** The words in it that answer: the span, else the only words of the shape that is asked for; empty for none. */
  String marked() {
    return !span.isBlank() ? span : shapes.size() == 1 ? shapes.getFirst() : "";
  }

  double[] values() {
    return features.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

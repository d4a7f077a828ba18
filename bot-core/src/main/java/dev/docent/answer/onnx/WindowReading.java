package dev.docent.answer.onnx;

import dev.docent.answer.SpanReader.Span;
import dev.docent.corpus.TextRange;

/** What the model said of a window: for each of its positions how well a span begins there, and ends there. */
final class WindowReading {
  /** Tokens in a span, at most. */
  private static final int MAX_SPAN = 30;
  /** The margin where there is nothing to point at. */
  private static final double NONE = -20;

  private final Window window;
  private final float[] starts;
  private final float[] ends;
  private final double answerable;

  WindowReading(Window window, float[] starts, float[] ends, double answerable) {
    this.window = window;
    this.starts = starts;
    this.ends = ends;
    this.answerable = answerable;
  }

  /** The logit that the window answers at all. */
  double answerable() {
    return answerable;
  }

  /** No span: empty, at the start of a sentence. */
  static Span none(TextRange sentence) {
    return new Span(new TextRange(sentence.start(), sentence.start()), NONE);
  }

  /** The best span of the whole window. */
  Span best() {
    return best(window.from(), window.to());
  }

  /** The best span whose tokens all lie within the sentence, or {@link #none}. */
  Span best(TextRange sentence) {
    int first = window.from();
    while (first < window.to() && window.range(first).start() < sentence.start()) {
      first++;
    }
    int last = first;
    while (last < window.to() && window.range(last).end() <= sentence.end()) {
      last++;
    }
    return first == last ? none(sentence) : best(first, last);
  }

  /** How probable a span is among all of the window's, "no answer" being one; natural logarithm. */
  double logProbability(Span span) {
    return span.margin() + nothing() - logOfSum(starts) - logOfSum(ends);
  }

  private Span best(int from, int to) {
    int first = from;
    int last = from;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      for (int j = i; j < Math.min(i + MAX_SPAN, to); j++) {
        float sum = starts[window.position(i)] + ends[window.position(j)];
        if (sum > most) {
          most = sum;
          first = i;
          last = j;
        }
      }
    }
    return new Span(new TextRange(window.range(first).start(), window.range(last).end()), most - nothing());
  }

  /** What "no answer" scores: it is the span of [CLS] alone. */
  private double nothing() {
    return starts[0] + ends[0];
  }

  private static double logOfSum(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    return max + Math.log(sum);
  }
}

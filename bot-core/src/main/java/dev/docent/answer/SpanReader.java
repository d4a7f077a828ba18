package dev.docent.answer;

import dev.docent.corpus.Language;
import dev.docent.corpus.TextRange;
import java.util.List;

/** Points at the words of a passage that answer a question. Safe for use by several threads. */
public interface SpanReader {

  /** Reads no language. */
  SpanReader NONE = new SpanReader() {
    @Override
    public boolean understands(Language language) {
      return false;
    }

    @Override
    public List<Reading> read(String question, List<Text> passages) {
      throw new IllegalArgumentException("reads no language");
    }
  };

  /** Whether it reads the language. */
  boolean understands(Language language);

  /**
   * Reads each passage beside the question.
   *
   * @return one reading a passage, in their order
   * @throws ReaderException when its model can't be loaded or fails
   * @throws java.util.concurrent.CancellationException when the thread is interrupted, which it stays, or
   *         the program is ending
   */
  List<Reading> read(String question, List<Text> passages);

  /**
   * A passage to read.
   *
   * @param sentences ranges of the text, in order
   */
  record Text(String text, List<TextRange> sentences) {
    public Text {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * What was read in a passage.
   *
   * @param answerable the model's logit that the passage answers at all
   * @param confidence the calibrated chance, from 0 to 1, that the passage's best span is right
   * @param spans for each sentence of the passage the best span in it, in their order
   */
  record Reading(double answerable, double confidence, List<Span> spans) {
    public Reading {
      spans = List.copyOf(spans);
    }
  }

  /**
   * The words that may be the answer.
   *
   * @param range within the passage's text; empty where the model sees no span in the sentence
   * @param margin how far the span is above "no answer", in logits
   */
  record Span(TextRange range, double margin) {}
}

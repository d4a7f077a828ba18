package dev.docent.answer.onnx;

import dev.docent.answer.SpanReader.Reading;
import dev.docent.answer.SpanReader.Span;
import dev.docent.answer.SpanReader.Text;
import dev.docent.corpus.TextRange;
import java.util.Comparator;
import java.util.List;

/** Joins what was read in the windows of one passage; none, where it has no words. */
record PassageReading(List<WindowReading> windows) {
  PassageReading {
    windows = List.copyOf(windows);
  }

  Reading reading(Text passage, Calibration calibration) {
    List<Span> spans = passage.sentences().stream().map(this::best).toList();
    if (windows.isEmpty()) {
      TextRange nothing = new TextRange(0, 0);
      return new Reading(WindowReading.none(nothing).margin(), 0, spans);
    }
    WindowReading best = windows.stream()
        .max(Comparator.comparingDouble(window -> window.best().margin()))
        .orElseThrow();
    Span span = best.best();
    return new Reading(best.answerable(),
        calibration.confidence(span.margin(), best.answerable(), best.logProbability(span)), spans);
  }

  private Span best(TextRange sentence) {
    return windows.stream()
        .map(window -> window.best(sentence))
        .filter(span -> span.range().length() > 0)
        .max(Comparator.comparingDouble(Span::margin))
        .orElseGet(() -> WindowReading.none(sentence));
  }
}

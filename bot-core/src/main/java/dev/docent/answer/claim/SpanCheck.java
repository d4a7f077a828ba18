package dev.docent.answer.claim;

import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader;
import dev.docent.answer.Verbatim;
import dev.docent.answer.SpanReader.Reading;
import dev.docent.answer.SpanReader.Text;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the span reader where the answer stands, and whether a short claim says what stands there. */
final class SpanCheck {
  /** So much more does another sentence look like the answer, in logits, than any that holds the claim's words. */
  private static final double MARGIN = 3;

  private final SpanReader reader;

  SpanCheck(SpanReader reader) {
    this.reader = reader;
  }

  /** What stands where the answer does, if it is surely something else than what the claim says. */
  Optional<String> objection(Wording claim, String question, List<Segment> cited, Wording.Maker maker) {
    Set<String> said = contents(claim);
    if (said.isEmpty() || question.isBlank() || !cited.stream().allMatch(s -> reader.understands(s.language()))) {
      return Optional.empty();
    }
    List<Text> texts = cited.stream().map(s -> new Text(s.body(), Sentences.of(s.body(), s.language()))).toList();
    List<Reading> readings;
    try {
      readings = reader.read(question, texts);
    } catch (ReaderException e) {
      // The other checks must do; whoever reads with it says that it can't be loaded.
      return Optional.empty();
    }
    double own = Double.NEGATIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    String best = "";
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).text();
      for (int s = 0; s < readings.get(i).spans().size(); s++) {
        SpanReader.Span span = readings.get(i).spans().get(s);
        TextRange sentence = texts.get(i).sentences().get(s);
        if (contents(maker.of(text.substring(sentence.start(), sentence.end()))).containsAll(said)) {
          own = Math.max(own, span.margin());
        }
        if (span.margin() > most) {
          most = span.margin();
          best = text.substring(span.range().start(), span.range().end());
        }
      }
    }
    boolean elsewhere = own > Double.NEGATIVE_INFINITY && most - own >= MARGIN;
    return elsewhere ? Optional.of(Verbatim.collapse(best)) : Optional.empty();
  }

  private static Set<String> contents(Wording wording) {
    var contents = new HashSet<String>();
    wording.words().stream().filter(Wording.Word::content).forEach(w -> contents.add(w.key()));
    return contents;
  }
}

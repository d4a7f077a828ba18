package dev.docent.shell.text;

import dev.docent.answer.Answer;
import dev.docent.answer.Trace;
import dev.docent.retrieval.Passage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The way of the last question, a stop a line. */
public record WhyText(LocatorText locators, int width) {
  private static final int PASSAGES = 6;
  private static final int LABEL = 13;

  public String render(Answer answer) {
    var text = new StringWriter();
    var wrap = new WordWrap(new PrintWriter(text), Style.PLAIN, width);
    Trace trace = answer.trace();
    stop(wrap, "question", trace.query().original());
    if (trace.query().rewritten()) {
      stop(wrap, "understood", trace.query().standalone());
    }
    List<Passage> passages = trace.passages();
    if (passages.isEmpty()) {
      stop(wrap, "ranking", "no passage");
    }
    for (int i = 0; i < Math.min(PASSAGES, passages.size()); i++) {
      passage(wrap, i == 0 ? "ranking" : "", passages.get(i));
    }
    for (int i = 0; i < trace.reading().size(); i++) {
      stop(wrap, i == 0 ? "reader" : "", trace.reading().get(i));
    }
    trace.notices().forEach(notice -> stop(wrap, "notice", notice));
    stop(wrap, "decided", trace.decision());
    stop(wrap, "", "confidence %.2f · %s · %d ms".formatted(answer.confidence(), answer.reader(), trace.millis()));
    wrap.end();
    return text.toString();
  }

  /** A long line goes on below its words, not below its label. */
  private static void stop(WordWrap wrap, String label, String words) {
    wrap.line(labelled(label), LABEL);
    wrap.words(Printable.line(words), List.of());
  }

  private void passage(WordWrap wrap, String label, Passage passage) {
    wrap.line(labelled(label), LABEL);
    wrap.plain(passage.rank() + "  " + locators.of(passage.segment().documentId(), passage.segment().locateBody()));
    wrap.line(" ".repeat(LABEL + 3), LABEL + 3);
    wrap.plain("words " + SearchText.standing(passage.words()) + "   vectors "
        + SearchText.standing(passage.vectors()) + "   together " + "%.3f".formatted(passage.score()));
  }

  private static String labelled(String label) {
    return "  %-11s".formatted(label);
  }
}

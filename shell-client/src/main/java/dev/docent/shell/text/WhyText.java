package dev.docent.shell.text;

import dev.docent.answer.Answer;
import dev.docent.answer.Trace;
import dev.docent.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The way of the last question, a stop a line. */
public record WhyText(LocatorText locators, int width) {
  private static final int PASSAGES = 6;
  private static final int LABEL = 13;

  public String render(Answer answer) {
    Trace trace = answer.trace();
    var lines = new ArrayList<String>();
    lines.add(row("question", trace.query().original()));
    if (trace.query().rewritten()) {
      lines.add(row("understood", trace.query().standalone()));
    }
    List<Passage> passages = trace.passages();
    if (passages.isEmpty()) {
      lines.add(row("ranking", "no passage"));
    }
    for (int i = 0; i < Math.min(PASSAGES, passages.size()); i++) {
      lines.add(label(i == 0 ? "ranking" : "") + passage(passages.get(i)));
    }
    for (int i = 0; i < trace.reading().size(); i++) {
      lines.add(row(i == 0 ? "reader" : "", trace.reading().get(i)));
    }
    trace.notices().forEach(notice -> lines.add(row("notice", notice)));
    lines.add(row("decided", trace.decision()));
    lines.add(row("", "confidence %.2f · %s · %d ms".formatted(answer.confidence(), answer.reader(), trace.millis())));
    return lines.stream().map(this::wrapped).collect(Collectors.joining("\n")) + "\n";
  }

  private String passage(Passage passage) {
    return passage.rank() + "  " + locators.of(passage.segment().documentId(), passage.segment().locateBody()) + "\n"
        + " ".repeat(LABEL + 3) + "words " + SearchText.standing(passage.words()) + "   vectors "
        + SearchText.standing(passage.vectors()) + "   together " + "%.3f".formatted(passage.score());
  }

  /** A long line goes on below its words, not below its label. */
  private String wrapped(String line) {
    int room = width - LABEL;
    if (width == 0 || line.length() <= width || line.contains("\033")) {
      return line;
    }
    var rest = new StringBuilder(line.substring(0, LABEL));
    int at = 0;
    for (String word : line.substring(LABEL).split(" ")) {
      if (at > 0 && at + 1 + word.length() > room) {
        rest.append("\n").append(" ".repeat(LABEL));
        at = 0;
      } else if (at > 0) {
        rest.append(' ');
        at++;
      }
      rest.append(word);
      at += word.length();
    }
    return rest.toString();
  }

  private static String row(String stop, String words) {
    return label(stop) + Printable.line(words);
  }

  private static String label(String stop) {
    return "  %-11s".formatted(stop);
  }
}

package dev.docent.shell;

import dev.docent.answer.Answer;
import dev.docent.evaluation.EvalFigures;
import dev.docent.evaluation.Evaluation;
import dev.docent.evaluation.Judged;
import java.util.ArrayList;
import java.util.List;

/** The figures of an evaluation and the questions that went wrong, for people. */
final class FiguresText {
  private FiguresText() {}

  static String render(Evaluation.Outcome outcome) {
    var lines = new ArrayList<String>();
    for (Judged judged : outcome.judged()) {
      if (judged.missed()) {
        lines.addAll(missed(judged));
      }
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    EvalFigures f = outcome.figures();
    lines.add(row("questions", f.questions() + ""));
    lines.add(row("answered", f.answered() + ": " + f.correct() + " correct, " + f.wrong() + " wrong"));
    lines.add(row("abstained", f.abstainedRightly() + " rightly, " + f.abstainedWrongly() + " wrongly"));
    lines.add(row("citations", f.citations() + ": " + f.verbatimCitations() + " verbatim"));
    lines.add(row("right document", f.rightDocument() + " of " + f.answered()));
    lines.add(row("time", f.p50Millis() + " ms median, " + f.p95Millis() + " ms at 95 %"));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> missed(Judged judged) {
    String expected = judged.question().answerable()
        ? String.join(" | ", judged.question().answers())
        : "an abstention";
    String got = switch (judged.answer()) {
      case Answer.Grounded grounded -> grounded.text();
      case Answer.Abstained abstained -> "abstained (" + abstained.reason().code() + ")";
    };
    return List.of("✗ " + Printable.line(judged.question().id() + " " + judged.question().question()),
        "    expected " + Printable.line(expected), "    got      " + Printable.line(got));
  }

  private static String row(String name, String figures) {
    return "%-16s%s".formatted(name, figures);
  }
}

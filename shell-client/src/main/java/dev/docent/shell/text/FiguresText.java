package dev.docent.shell.text;

import dev.docent.answer.Answer;
import dev.docent.evaluation.Comparison;
import dev.docent.evaluation.EvalFigures;
import dev.docent.evaluation.Evaluation;
import dev.docent.evaluation.Judged;
import dev.docent.evaluation.Reliability;
import dev.docent.evaluation.RiskCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of an evaluation and the questions that went wrong, for people. */
public final class FiguresText {
  private FiguresText() {}

  public static String render(Evaluation.Outcome outcome) {
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
    if (outcome.judged().stream().anyMatch(FiguresText::namesDocument)) {
      lines.add(row("right document", f.rightDocument() + " of " + outcome.judged()
          .stream()
          .filter(j -> namesDocument(j) && j.answer() instanceof Answer.Grounded)
          .count()));
    }
    lines.add(row("time", f.p50Millis() + " ms median, " + f.p95Millis() + " ms at 95 %"));
    lines.add("");
    lines.add("most confident   questions   right              confidence   questions   said   right");
    List<RiskCoverage.Row> rows = outcome.riskCoverage().rows();
    List<Reliability.Bin> bins = outcome.reliability().bins();
    for (int i = 0; i < rows.size(); i++) {
      lines.add((coverage(rows.get(i)) + (i < bins.size() ? bin(bins.get(i)) : "")).stripTrailing());
    }
    return String.join("\n", lines) + "\n";
  }

  /** What changed since an earlier run. */
  public static String render(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add("");
    long better = comparison.changed().stream().filter(Comparison.Change::better).count();
    long worse = comparison.changed().stream().filter(Comparison.Change::worse).count();
    lines.add("against the earlier run: " + better + " better, " + worse + " worse, "
        + (comparison.changed().size() - better - worse) + " wrong otherwise");
    for (Comparison.Change change : comparison.changed()) {
      lines.add((change.better() ? "+ " : change.worse() ? "- " : "~ ")
          + Printable.line(change.id() + " " + change.question()) + ": " + words(change.before()) + " → "
          + words(change.now()));
    }
    if (!comparison.added().isEmpty()) {
      lines.add(Phrases.count(comparison.added().size(), "question") + " not asked in the earlier run");
    }
    if (!comparison.gone().isEmpty()) {
      lines.add(Phrases.count(comparison.gone().size(), "question") + " asked in the earlier run only");
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean namesDocument(Judged judged) {
    return !judged.question().documents().isEmpty();
  }

  private static String words(Judged.Verdict verdict) {
    return verdict.code().replace('_', ' ');
  }

  private static String coverage(RiskCoverage.Row row) {
    double right = row.questions() == 0 ? 0 : 100.0 * row.right() / row.questions();
    return String.format(Locale.ROOT, "%12d %%   %9d   %3d = %5.1f %%        ", row.percent(), row.questions(),
        row.right(), right);
  }

  private static String bin(Reliability.Bin bin) {
    return String.format(Locale.ROOT, " %.1f to %.1f   %9d   %.2f    %.2f", bin.from(), bin.to(), bin.questions(),
        bin.said(), bin.right());
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

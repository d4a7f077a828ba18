package dev.docent.shell.text;

import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadReport.Refusal;
import dev.docent.reload.ReloadReport.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The receipt of a reload for people. */
public final class ReceiptText {
  private static final int NAMED = 12;
  private static final int NAMED_IN_A_LINE = 6;

  private ReceiptText() {}

  /** @param vectors what there is to say of vectors; may be empty */
  public static String render(ReloadReport report, String vectors) {
    var lines = new ArrayList<String>();
    if (report.changedAnything()) {
      lines.add(named(changes(report).toList(), NAMED, "   "));
    }
    report.failed().forEach(refusal -> lines.add("! " + shown(refusal)));
    report.remarks().stream().limit(NAMED).forEach(remark -> lines.add("? " + shown(remark)));
    if (report.remarks().size() > NAMED) {
      lines.add("? and " + (report.remarks().size() - NAMED) + " more remarks; 'documents' has them");
    }
    report.skipped().stream().limit(NAMED).forEach(refusal -> lines.add("· " + shown(refusal)));
    if (report.skipped().size() > NAMED) {
      lines.add("· and " + (report.skipped().size() - NAMED) + " more that are no documents");
    }
    lines.add((report.added().size() + report.changed().size()) + " in, " + report.removed().size() + " out, "
        + report.failed().size() + " not readable, " + report.unchanged() + " unchanged · "
        + Phrases.count(report.segments(), "segment") + " · " + Phrases.seconds(report.millis())
        + (vectors.isEmpty() ? "" : " (" + vectors + ")"));
    return String.join("\n", lines) + "\n";
  }

  /** What changed, in one line. */
  public static String line(ReloadReport report) {
    Stream<String> failed = report.failed().stream().map(refusal -> "! " + shown(refusal));
    return "reloaded: " + named(Stream.concat(changes(report), failed).toList(), NAMED_IN_A_LINE, "  ");
  }

  private static Stream<String> changes(ReloadReport report) {
    return Stream.of(marked("+ ", report.added()), marked("~ ", report.changed()), marked("- ", report.removed()))
        .flatMap(s -> s);
  }

  private static String named(List<String> all, int most, String between) {
    String first = String.join(between, all.subList(0, Math.min(most, all.size())));
    return all.size() > most ? first + between + "and " + (all.size() - most) + " more" : first;
  }

  private static Stream<String> marked(String mark, List<String> documents) {
    return documents.stream().map(document -> mark + Printable.line(document));
  }

  private static String shown(Remark remark) {
    return Printable.line(remark.document()) + ": " + Printable.line(remark.remark());
  }

  private static String shown(Refusal refusal) {
    return Printable.line(refusal.document()) + ": " + Printable.line(refusal.reason());
  }
}

package dev.docent.shell.text;

import dev.docent.CorpusStatus;
import dev.docent.index.DocumentEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What the index holds, as a table that fits the terminal. */
public record DocumentsText(int width, ZoneId zone) {
  private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int BESIDE = 35;

  public String render(List<DocumentEntry> documents, CorpusStatus status) {
    var lines = new ArrayList<String>();
    int longest = documents.stream().mapToInt(d -> Printable.line(d.id()).length()).max().orElse(0);
    int column = Math.max(8, Math.min(longest, width - BESIDE));
    if (!documents.isEmpty()) {
      lines.add(row(column, "document", "segments", "lang", "read"));
    }
    for (DocumentEntry entry : documents) {
      String read = entry.segments() == 0 && !entry.readable() ? "–" : READ.format(entry.readAt().atZone(zone));
      lines.add(row(column, fitted(Printable.line(entry.id()), column), Integer.toString(entry.segments()),
          entry.language().code(), read));
      if (!entry.readable()) {
        lines.add("  ! " + Printable.line(entry.problem()));
      }
      entry.remarks().forEach(remark -> lines.add("  ? " + Printable.line(remark)));
    }
    lines.add(sum(status));
    return String.join("\n", lines) + "\n";
  }

  private static String row(int column, String document, String segments, String language, String read) {
    return ("%-" + column + "s  %8s  %-4s  %s").formatted(document, segments, language, read);
  }

  private static String sum(CorpusStatus status) {
    return Phrases.count(status.documents(), "document") + ", " + Phrases.count(status.segments(), "segment")
        + (status.unreadable() > 0 ? ", " + status.unreadable() + " not readable" : "")
        + (status.vectorsMissing() > 0 ? ", " + status.vectorsMissing() + " vectors to be made" : "");
  }

  // The end of a path tells more than its middle.
  private static String fitted(String text, int room) {
    int tail = room * 2 / 3;
    return text.length() <= room
        ? text
        : text.substring(0, room - tail - 1) + "…" + text.substring(text.length() - tail);
  }
}

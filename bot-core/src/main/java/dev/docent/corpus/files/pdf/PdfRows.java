package dev.docent.corpus.files.pdf;

import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The chunks of a page put into rows, from top to bottom. */
final class PdfRows {
  /** Of a letter's size: a wider gap isn't the space between two words. */
  static final double GAP = 0.5;
  private static final double SPACE = 0.12;
  /** Of a letter's size: what stands further up or down is another row. */
  private static final double SAME = 0.3;
  private static final double AFTER_MARKER = 3;
  static final Pattern MARKER = Pattern.compile("[-*+•–—‣◦▪■●○·]|\\(?\\d{1,3}[.)]|\\(?[a-z][.)]");

  private PdfRows() {}

  static List<PdfRow> of(List<Chunk> chunks) {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(Chunk::base));
    var rows = new ArrayList<PdfRow>();
    var row = new ArrayList<Chunk>();
    for (Chunk chunk : sorted) {
      if (!row.isEmpty()
          && chunk.base() - row.getFirst().base() > SAME * Math.max(chunk.size(), row.getFirst().size())) {
        rows.add(row(row));
        row.clear();
      }
      row.add(chunk);
    }
    if (!row.isEmpty()) {
      rows.add(row(row));
    }
    return rows;
  }

  private static PdfRow row(List<Chunk> chunks) {
    chunks.sort(Comparator.comparingDouble(Chunk::left));
    var row = new ArrayList<Chunk>();
    for (Chunk chunk : chunks) {
      Chunk last = row.isEmpty() ? null : row.getLast();
      double gap = last == null ? 0 : chunk.left() - last.right();
      boolean marked = row.size() == 1 && last != null && MARKER.matcher(last.text()).matches()
          && gap < AFTER_MARKER * chunk.size();
      boolean close = last != null && !last.value() && !chunk.value()
          && (gap < GAP * Math.max(last.size(), chunk.size()) || marked);
      if (last == null || !close) {
        row.add(chunk);
      } else {
        row.set(row.size() - 1, joined(last, chunk, gap));
      }
    }
    return new PdfRow(row);
  }

  private static Chunk joined(Chunk left, Chunk right, double gap) {
    String between = gap > SPACE * Math.min(left.size(), right.size()) ? " " : "";
    Chunk main = left.width() >= right.width() ? left : right;
    return new Chunk(left.text() + between + right.text(), left.left(), Math.max(left.right(), right.right()),
        main.base(), main.size(), left.bold() && right.bold(), false);
  }
}

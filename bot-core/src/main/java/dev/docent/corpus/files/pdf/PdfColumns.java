package dev.docent.corpus.files.pdf;

import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a page in the order in which they are read: one column after the other, and tables, whose rows belong
 * together. Both are found by the same thing, a strip that stays free between words over several rows; lines of running
 * text fill their column, cells of a table don't.
 */
final class PdfColumns {
  /** More rows than any page that is read line by line has; such a page stays as it is. */
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_CHUNKS = 60;
  private static final int DEEPEST = 8;
  /** Of a letter's size. */
  private static final double STRIP = 0.75;
  private static final double WIDE_STRIP = 1.2;
  private static final double SECOND_HALF = 0.7;
  private static final double WORDS = 3;
  private static final double SMALL_STARTS = 0.2;
  /** Above the next row: what follows has begun anew. */
  private static final double FAR = 5;

  /** A part of a page. */
  sealed interface Part {
    List<PdfRow> rows();

    /** Lines of one column, read one after the other. */
    record Lines(List<PdfRow> rows) implements Part {}

    /** Rows of one table. @param columns where each column lies, from left to right, at least two */
    record Table(List<PdfRow> rows, List<Strip> columns) implements Part {}
  }

  /** From one place to another across the page. */
  record Strip(double from, double to) {
    double width() {
      return to - from;
    }

    Strip and(Strip other) {
      return new Strip(Math.max(from, other.from), Math.min(to, other.to));
    }
  }

  /** A strip that is free in the rows {@code [first, end)}; words stand on both sides of it in some of them. */
  private record Gutter(Strip strip, int first, int end, int both, int left, int right) {}

  private final List<Part> parts = new ArrayList<>();

  private PdfColumns() {}

  static List<Part> of(List<PdfRow> rows) {
    var columns = new PdfColumns();
    columns.cut(rows, 0);
    return columns.parts;
  }

  private void cut(List<PdfRow> rows, int depth) {
    if (rows.isEmpty()) {
      return;
    }
    Gutter gutter = rows.size() > MOST_ROWS || depth > DEEPEST ? null : widest(rows);
    if (gutter == null) {
      parts.add(new Part.Lines(rows));
      return;
    }
    List<PdfRow> region = rows.subList(gutter.first, gutter.end);
    List<Strip> columns = columns(region);
    if (columns.size() < 2) {
      parts.add(new Part.Lines(rows));
      return;
    }
    if (texts(region, columns)) {
      cut(rows.subList(0, gutter.first), depth + 1);
      for (Strip column : columns) {
        cut(within(region, column), depth + 1);
      }
      cut(rows.subList(gutter.end, rows.size()), depth + 1);
      return;
    }
    int first = gutter.first;
    int end = gutter.end;
    while (end - first > 1 && filled(rows.get(first), columns) < 2) {
      first++;
    }
    while (end - first > 1 && filled(rows.get(end - 1), columns) < 2 && !goesOn(rows, end - 1, columns)) {
      end--;
    }
    List<PdfRow> table = rows.subList(first, end);
    List<Strip> trimmed = columns(table);
    cutAside(rows.subList(0, first), depth);
    if (trimmed.size() < 2) {
      parts.add(new Part.Lines(table));
    } else {
      parts.add(new Part.Table(table, trimmed));
    }
    cutAside(rows.subList(end, rows.size()), depth);
  }

  /** One after the other, not one in the other: a page may hold many tables. */
  private void cutAside(List<PdfRow> rows, int depth) {
    cut(rows, rows.size() < MOST_ROWS ? depth : DEEPEST + 1);
  }

  /** Whether a row of one cell is the rest of the row above it. */
  private static boolean goesOn(List<PdfRow> rows, int at, List<Strip> columns) {
    PdfRow row = rows.get(at);
    double gap = row.base() - rows.get(at - 1).base();
    return row.left() >= columns.get(1).from - 1 && gap < 1.45 * row.size();
  }

  /** The strip with most rows that have words on both of its sides, or null. */
  private static @Nullable Gutter widest(List<PdfRow> rows) {
    Gutter best = null;
    for (int i = 0; i < rows.size(); i++) {
      PdfRow row = rows.get(i);
      List<Chunk> chunks = row.chunks();
      for (int c = 0; c < Math.min(MOST_CHUNKS, chunks.size()); c++) {
        Strip gap = c > 0
            ? new Strip(chunks.get(c - 1).right(), chunks.get(c).left())
            : i + 1 < rows.size() ? between(row, rows.get(i + 1)) : new Strip(0, 0);
        if (gap.width() >= STRIP * row.size() && (best == null || !inside(best, gap, i))) {
          Gutter found = along(rows, i, gap);
          best = found != null && (best == null || found.both + Math.min(found.left, found.right) > best.both
              + Math.min(best.left, best.right)) ? found : best;
        }
      }
    }
    return best;
  }

  /** Rows of columns whose lines stand at different heights have nothing beside them. */
  private static Strip between(PdfRow one, PdfRow other) {
    return one.right() < other.left()
        ? new Strip(one.right(), other.left())
        : new Strip(other.right(), one.left());
  }

  private static boolean inside(Gutter known, Strip gap, int row) {
    return row >= known.first && row < known.end && gap.from <= known.strip.from + 0.5
        && gap.to >= known.strip.to - 0.5;
  }

  private static @Nullable Gutter along(List<PdfRow> rows, int from, Strip gap) {
    Strip strip = gap;
    int end = from + 1;
    int first = from;
    for (boolean down : new boolean[]{true, false}) {
      for (int i = down ? from + 1 : from - 1; down ? i < rows.size() : i >= 0; i += down ? 1 : -1) {
        PdfRow before = rows.get(down ? i - 1 : i + 1);
        Strip narrower = narrowed(strip, rows.get(i));
        boolean far = Math.abs(rows.get(i).base() - before.base()) > FAR * before.size();
        if (narrower.width() < STRIP * rows.get(i).size() || far) {
          break;
        }
        strip = narrower;
        end = down ? i + 1 : end;
        first = down ? first : i;
      }
    }
    return counted(rows, new Gutter(strip, first, end, 0, 0, 0));
  }

  private static @Nullable Gutter counted(List<PdfRow> rows, Gutter gutter) {
    Strip strip = gutter.strip;
    int both = 0;
    int left = 0;
    int right = 0;
    int[] lefts = {Integer.MAX_VALUE, -1};
    int[] rights = {Integer.MAX_VALUE, -1};
    for (int i = gutter.first; i < gutter.end; i++) {
      boolean before = rows.get(i).left() < strip.from + 0.1;
      boolean after = rows.get(i).right() > strip.to - 0.1;
      both += before && after ? 1 : 0;
      left += before && !after ? 1 : 0;
      right += after && !before ? 1 : 0;
      if (before) {
        lefts = new int[]{Math.min(lefts[0], i), i};
      }
      if (after) {
        rights = new int[]{Math.min(rights[0], i), i};
      }
    }
    int beside = Math.min(lefts[1], rights[1]) - Math.max(lefts[0], rights[0]) + 1;
    double size = rows.get(gutter.first).size();
    boolean wide = strip.width() > WIDE_STRIP * size;
    boolean enough = both >= 4 || both >= 3 && wide || both == 2 && strip.width() > 2 * size
        || both < 3 && Math.min(left, right) + both >= 3 && beside >= 3 && wide;
    return enough ? new Gutter(strip, gutter.first, gutter.end, both, left, right) : null;
  }

  /** The free part of a strip in another row that has most in common with it. */
  private static Strip narrowed(Strip strip, PdfRow row) {
    Strip best = strip.and(new Strip(Double.NEGATIVE_INFINITY, row.left()));
    List<Chunk> chunks = row.chunks();
    for (int c = 1; c <= chunks.size(); c++) {
      double to = c < chunks.size() ? chunks.get(c).left() : Double.POSITIVE_INFINITY;
      Strip free = strip.and(new Strip(chunks.get(c - 1).right(), to));
      best = free.width() > best.width() ? free : best;
    }
    return best;
  }

  /** Where words stand in some row, with the free strips between. */
  private static List<Strip> columns(List<PdfRow> region) {
    double size = region.stream().mapToDouble(PdfRow::size).max().orElse(10);
    List<Chunk> chunks = new ArrayList<>(region.stream().flatMap(row -> row.chunks().stream()).toList());
    chunks.sort(java.util.Comparator.comparingDouble(Chunk::left));
    var columns = new ArrayList<Strip>();
    for (Chunk chunk : chunks) {
      Strip last = columns.isEmpty() ? null : columns.getLast();
      if (last == null || chunk.left() - last.to >= 0.6 * size) {
        columns.add(new Strip(chunk.left(), chunk.right()));
      } else {
        columns.set(columns.size() - 1, new Strip(last.from, Math.max(last.to, chunk.right())));
      }
    }
    return columns;
  }

  static List<Chunk> cell(PdfRow row, Strip column) {
    return row.chunks().stream().filter(c -> c.left() >= column.from - 0.1 && c.left() <= column.to).toList();
  }

  private static List<PdfRow> within(List<PdfRow> region, Strip column) {
    return region.stream().map(row -> cell(row, column)).filter(cell -> !cell.isEmpty()).map(PdfRow::new).toList();
  }

  private static int filled(PdfRow row, List<Strip> columns) {
    return (int) columns.stream().filter(column -> !cell(row, column).isEmpty()).count();
  }

  /** Whether the columns are of running text: most of them, by their lines. */
  private static boolean texts(List<PdfRow> region, List<Strip> columns) {
    int texts = 0;
    int others = 0;
    for (Strip column : columns) {
      List<PdfRow> lines = within(region, column);
      if (lines.stream().anyMatch(PdfRow::value)) {
        return false;
      }
      if (text(lines, column)) {
        texts += lines.size();
      } else {
        others += lines.size();
      }
    }
    return texts > 0 && others <= texts / 4;
  }

  private static boolean text(List<PdfRow> lines, Strip column) {
    if (lines.size() < 3) {
      return false;
    }
    double words = median(lines.stream().mapToDouble(PdfRow::words).toArray());
    double width = median(lines.stream().mapToDouble(PdfRow::width).toArray());
    long small = lines.stream().filter(line -> startsSmall(line.text())).count();
    boolean cased = lines.stream().anyMatch(line -> line.text().codePoints().anyMatch(Character::isUpperCase));
    return words >= WORDS && width >= SECOND_HALF * column.width()
        && (!cased || small >= SMALL_STARTS * lines.size());
  }

  private static boolean startsSmall(String text) {
    return Character.isLowerCase(text.codePointAt(0));
  }

  private static double median(double[] values) {
    java.util.Arrays.sort(values);
    return values[values.length / 2];
  }
}

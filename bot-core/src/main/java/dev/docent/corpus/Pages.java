package dev.docent.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages (slides, sheets) of a text, and the rows of its sheets.
 *
 * @param first the page of the text's first character, from 1; 0 or less for a text without pages
 * @param breaks where in the text each following page begins, ascending; a page without text begins where the next does
 * @param rows where the numbers of rows don't simply count on, ascending; none for a text without sheets
 */
public record Pages(int first, List<Integer> breaks, List<Row> rows) {

  /** Of a text without pages, whose lines are what its author sees. */
  public static final Pages NONE = new Pages(0, List.of());

  /** Of a text that has neither pages nor lines for whoever opens it: where it breaks is the viewer's choice. */
  public static final Pages FLOWING = new Pages(-1, List.of());

  /**
   * From the offset on each line of the text is a row of a sheet.
   *
   * @param number of the row at the offset, from 1; 0 where no rows follow
   */
  public record Row(int offset, int number) {
    public Row {
      if (offset < 0 || number < 0) {
        throw new IllegalArgumentException("row " + number + " at " + offset);
      }
    }
  }

  public Pages {
    breaks = List.copyOf(breaks);
    rows = List.copyOf(rows);
    if (first < -1 || first < 1 && !breaks.isEmpty()) {
      throw new IllegalArgumentException("first page " + first + " of " + (breaks.size() + 1));
    }
    ascending(breaks);
    ascending(rows.stream().map(Row::offset).toList());
  }

  /** Pages without rows. */
  public Pages(int first, List<Integer> breaks) {
    this(first, breaks, List.of());
  }

  private static void ascending(List<Integer> offsets) {
    int at = 0;
    for (int next : offsets) {
      if (next < at) {
        throw new IllegalArgumentException("offsets " + offsets);
      }
      at = next;
    }
  }

  /** The page of the character at an offset of the text; 0 or less for a text without pages. */
  public int at(int offset) {
    return first + (int) breaks.stream().takeWhile(next -> next <= offset).count();
  }

  /** The row of the character at an offset of the text; 0 for one that stands in no row. */
  public int rowAt(int offset, String text) {
    Row from = new Row(0, 0);
    for (Row row : rows) {
      if (row.offset > offset) {
        break;
      }
      from = row;
    }
    return from.number == 0
        ? 0
        : from.number + (int) text.substring(from.offset, offset).chars().filter(c -> c == '\n').count();
  }

  /** The pages of the characters {@code [start, end)} of the text, counted from its own start. */
  Pages within(int start, int end, String text) {
    if (first < 1) {
      return this;
    }
    var inside = new ArrayList<Row>();
    int row = rowAt(start, text);
    if (row > 0) {
      inside.add(new Row(0, row));
    }
    rows.stream()
        .filter(next -> next.offset > start && next.offset < end)
        .forEach(next -> inside.add(new Row(next.offset - start, next.number)));
    return new Pages(at(start), breaks.stream().filter(at -> at > start && at < end).map(at -> at - start).toList(),
        inside);
  }
}

package dev.docent.corpus.files.sheet;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.BlockText;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.table.Grid;
import dev.docent.corpus.files.table.Grid.Cell;
import dev.docent.corpus.files.table.TableRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/** One sheet as it is read: its cells row by row, then which of them are merged. */
final class SheetTable {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final int MOST_MERGED = 100_000;

  private final String name;
  private final List<Row> rows = new ArrayList<>();
  private final List<Merged> merged = new ArrayList<>();
  private long length = 0;

  private record Row(int number, boolean named, List<At> cells) {}

  private record At(int column, Cell cell) {}

  private record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean covers(int column) {
      return firstColumn <= column && column <= lastColumn;
    }
  }

  /** A merged region that reaches the row at hand. */
  private record Reaching(Merged region, Cell cell) {}

  SheetTable(String name) {
    this.name = name;
  }

  /**
   * Begins a row below the last one.
   *
   * @param number from 1, as the sheet shows it
   */
  void row(int number, boolean named) {
    rows.add(new Row(number, named, new ArrayList<>()));
  }

  /** Adds a cell to the row that was begun last, right of those it has; columns from 0. */
  void cell(int column, String text, boolean strong) throws SAXException {
    String words = SPACE.matcher(text).replaceAll(" ").strip();
    if (!words.isEmpty()) {
      length += words.length() + 2;
      Bounds.check((int) Math.min(length, Integer.MAX_VALUE));
      rows.getLast().cells.add(new At(column, new Cell(words, false, strong)));
    }
  }

  /** Rows from 1, columns from 0, all included. */
  void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean several = lastRow > firstRow || lastColumn > firstColumn;
    if (several && lastRow >= firstRow && lastColumn >= firstColumn && merged.size() < MOST_MERGED) {
      merged.add(new Merged(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  void write(BlockText text) throws SAXException {
    text.page();
    text.add(Kind.HEADING, 1, name);
    for (TableRows.Line line : TableRows.lines(grid())) {
      text.addRow(line.kind(), line.words(), line.number());
      Bounds.check(text.length());
    }
  }

  private Grid grid() throws SAXException {
    merged.sort(Comparator.comparingInt(Merged::firstRow).thenComparingInt(Merged::firstColumn));
    var grid = new Grid(true, true);
    List<Reaching> reaching = new ArrayList<>();
    int next = 0;
    int last = 0;
    for (Row row : rows) {
      int before = row.number - 1;
      reaching.removeIf(one -> one.region.lastRow < before);
      int reached = reaching.isEmpty() ? last : before;
      reaching.removeIf(one -> one.region.lastRow < row.number);
      for (; next < merged.size() && merged.get(next).firstRow <= row.number; next++) {
        add(merged.get(next), row, reaching);
      }
      if (row.number > reached + 1) {
        grid.row(last + 1, false);
      }
      last = row.number;
      grid.row(row.number, row.named);
      place(row, reaching, grid);
    }
    return grid;
  }

  /** Where regions lie one over the other, the first counts. */
  private static void add(Merged region, Row row, List<Reaching> reaching) {
    boolean free = reaching.stream()
        .noneMatch(other -> other.region.firstColumn <= region.lastColumn
            && region.firstColumn <= other.region.lastColumn);
    if (!free || region.lastRow < row.number) {
      return;
    }
    At first = region.firstRow == row.number
        ? row.cells.stream().filter(at -> at.column == region.firstColumn).findFirst().orElse(null)
        : null;
    reaching.add(new Reaching(region, first == null ? Cell.of("") : first.cell));
    reaching.sort(Comparator.comparingInt(one -> one.region.firstColumn));
  }

  private static void place(Row row, List<Reaching> reaching, Grid grid) throws SAXException {
    int next = 0;
    for (At at : row.cells) {
      while (next < reaching.size() && reaching.get(next).region.lastColumn < at.column) {
        place(row, reaching.get(next++), grid);
      }
      if (next >= reaching.size() || !reaching.get(next).region.covers(at.column)) {
        grid.at(at.column, at.column + 1, at.cell, true);
      }
    }
    while (next < reaching.size()) {
      place(row, reaching.get(next++), grid);
    }
  }

  private static void place(Row row, Reaching one, Grid grid) throws SAXException {
    grid.at(one.region.firstColumn, one.region.lastColumn + 1, one.cell, one.region.firstRow == row.number);
  }
}

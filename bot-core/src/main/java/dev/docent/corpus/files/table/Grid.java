package dev.docent.corpus.files.table;

import dev.docent.corpus.files.format.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A table as a grid. A cell that spans columns or rows stands under each of its columns and in each of its rows. Written
 * cell by cell, as HTML is; cells without words take their place and aren't kept. What spans and repeats is counted as if
 * it were written out, so that a small file can't become a huge table.
 */
public final class Grid {
  /** What HTML itself allows. */
  private static final int MOST_COLUMNS = 1_000;
  private static final int MOST_ROWS = 65_534;

  private final boolean loose;
  private final boolean shaped;
  private final List<Row> rows = new ArrayList<>();
  private List<Carried> carried = List.of();
  private List<Carried> carrying = new ArrayList<>();
  private List<Placed> cells = new ArrayList<>();
  private int number = 0;
  private int column = 0;
  private boolean named = false;
  private boolean gap = false;
  private boolean begun = false;
  private boolean own = false;
  private int next = 0;
  private int cost = 0;

  /**
   * The words of a cell. Two cells are the same only if they are one.
   *
   * @param marked whether the document says that it is a name of a column or of a row
   * @param strong whether it is made to stand out, as by bold letters
   */
  public record Cell(String text, boolean marked, boolean strong) {
    public static Cell of(String text) {
      return new Cell(text, false, false);
    }
  }

  /** A cell where it stands: in the columns {@code [from, to)}, from 0. */
  record Placed(Cell cell, int from, int to) {
    String text() {
      return cell.text;
    }

    boolean covers(int column) {
      return from <= column && column < to;
    }
  }

  /**
   * A row with words in it.
   *
   * @param cells those with words, by their columns
   * @param fields how many columns the row was written with, empty ones at its end included
   * @param number the row's number in a sheet, or whatever else its writer counts by
   * @param named whether the document says that it holds names of columns
   * @param gap whether rows without words stand before it
   */
  record Row(List<Placed> cells, int fields, int number, boolean named, boolean gap) {
    /** The cell that stands in the column; null for none. */
    @Nullable
    Placed at(int column) {
      int low = 0;
      int high = cells.size() - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        Placed cell = cells.get(middle);
        if (cell.covers(column)) {
          return cell;
        }
        if (cell.to <= column) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return null;
    }

    /** Where the next cell behind the column begins; a very high number for none. */
    int from(int column) {
      return cells.stream().mapToInt(Placed::from).filter(from -> from > column).min().orElse(Integer.MAX_VALUE);
    }

    /** Behind the last column with words. */
    int end() {
      return cells.getLast().to;
    }
  }

  private record Carried(Placed placed, int left) {}

  /**
   * @param loose whether there may be several tables in it, one below the other, as in a sheet
   * @param shaped whether the columns of its cells are known; if they aren't, a row with more or fewer cells than the row
   *   of names may stand under other columns than it seems
   */
  public Grid(boolean loose, boolean shaped) {
    this.loose = loose;
    this.shaped = shaped;
  }

  boolean loose() {
    return loose;
  }

  boolean shaped() {
    return shaped;
  }

  /**
   * Begins the next row.
   *
   * @param named whether the document says that it holds names of columns
   */
  public void row(int number, boolean named) throws SAXException {
    end();
    begun = true;
    this.number = number;
    this.named = named;
  }

  /** Adds the next cell of the row, at the first column that is free. */
  public void cell(Cell cell, int columns, int rows) throws SAXException {
    skipCarried();
    int to = column + Math.clamp(columns, 1, MOST_COLUMNS);
    to = next < carried.size() ? Math.min(to, carried.get(next).placed.from) : to;
    var placed = new Placed(cell, column, to);
    column = to;
    if (!cell.text.isEmpty()) {
      own = true;
      place(placed);
    }
    int left = Math.clamp(rows, 1, MOST_ROWS) - 1;
    if (left > 0) {
      carrying.add(new Carried(placed, left));
    }
  }

  /** Leaves columns of the row free. */
  public void skip(int columns) {
    column += Math.clamp(columns, 0, MOST_COLUMNS);
  }

  /** The cell of the row above goes on in the next columns of this row. */
  public void continueAbove(int columns) throws SAXException {
    int to = column + Math.clamp(columns, 1, MOST_COLUMNS);
    if (!rows.isEmpty() && !gap) {
      Placed above = rows.getLast().at(column);
      if (above != null && above.from == column) {
        place(new Placed(above.cell, column, to));
      }
    }
    column = to;
  }

  /**
   * Adds a cell at columns where nothing else stands.
   *
   * @param first whether this is the first of the rows in which it stands
   */
  public void at(int from, int to, Cell cell, boolean first) throws SAXException {
    column = Math.max(column, to);
    if (!cell.text.isEmpty()) {
      own |= first;
      place(new Placed(cell, from, to));
    }
  }

  private void place(Placed placed) throws SAXException {
    cost += placed.cell.text.length() + 2;
    Bounds.check(cost);
    cells.add(placed);
  }

  private void skipCarried() {
    while (next < carried.size() && carried.get(next).placed.from <= column) {
      column = Math.max(column, carried.get(next++).placed.to);
    }
  }

  /** The rows with words in them, from above. Nothing may be added any more. */
  List<Row> rows() throws SAXException {
    end();
    return rows;
  }

  private void end() throws SAXException {
    if (!begun) {
      return;
    }
    begun = false;
    skipCarried();
    var below = new ArrayList<Carried>();
    for (Carried above : carried) {
      if (!above.placed.cell.text.isEmpty()) {
        place(above.placed);
      }
      if (above.left > 1) {
        below.add(new Carried(above.placed, above.left - 1));
      }
    }
    below.addAll(carrying);
    below.sort((a, b) -> Integer.compare(a.placed.from, b.placed.from));
    cost += below.size();
    carried = below;
    carrying = new ArrayList<>();
    if (cells.isEmpty()) {
      gap = true;
    } else if (own) {
      cells.sort((a, b) -> Integer.compare(a.from, b.from));
      rows.add(new Row(cells, column, number, named, gap && !rows.isEmpty()));
      gap = false;
    }
    cells = new ArrayList<>();
    own = false;
    column = 0;
    next = 0;
  }
}

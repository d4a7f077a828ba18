package dev.docent.corpus.files.table;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.table.Grid.Cell;
import dev.docent.corpus.files.table.Grid.Placed;
import dev.docent.corpus.files.table.Grid.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xml.sax.SAXException;

/**
 * The rows of a table as lines, each value with the names of its columns, as in {@code Fish: Cod; Price: 40}. A name is
 * said only where it is sure: where the document marks it, or where it differs from what stands below it. All else is
 * shown as it stands, {@code Cod; 40}.
 */
public final class TableRows {
  /** How long a cell under several columns may become when it is said with each of their names. */
  private static final int REPEATED = 200;

  private final Grid grid;
  private final List<Row> rows;
  private final List<Line> lines = new ArrayList<>();
  private final boolean even;
  private List<Row> names = List.of();
  private List<Row> like = List.of();
  private int written = 0;

  /**
   * A line of text.
   *
   * @param kind whether it holds the names of columns or is any other row
   * @param number the number its row has in the grid
   */
  public record Line(Kind kind, String words, int number) {}

  private TableRows(Grid grid) throws SAXException {
    this.grid = grid;
    this.rows = grid.rows();
    this.even = rows.stream().filter(row -> !alone(row)).map(Row::fields).distinct().count() < 2;
  }

  /**
   * The lines of all rows with words, from above.
   *
   * @throws SAXException when they grow longer than a file's text may be
   */
  public static List<Line> lines(Grid grid) throws SAXException {
    var table = new TableRows(grid);
    table.write();
    return table.lines;
  }

  /**
   * One line for each row of a table without cells that span.
   *
   * @param named how many rows at its top are known to hold names; if none, they are looked for
   */
  static List<String> lines(List<List<String>> rows, int named) throws SAXException {
    var grid = new Grid(false, true);
    for (int i = 0; i < rows.size(); i++) {
      grid.row(i, i < named);
      for (String cell : rows.get(i)) {
        grid.cell(Cell.of(cell.strip()), 1, 1);
      }
    }
    var all = new ArrayList<String>(rows.stream().map(row -> "").toList());
    lines(grid).forEach(line -> all.set(line.number(), line.words()));
    return all;
  }

  private void write() throws SAXException {
    List<List<Row>> parts = parts();
    for (int i = 0; i < parts.size(); i++) {
      List<Row> part = parts.get(i);
      if (alone(part.getFirst())) {
        add(Kind.TABLE_ROW, part.getFirst(), List.of());
        continue;
      }
      boolean last = i + 1 == parts.size();
      HeaderRows header = HeaderRows.of(grid, part, last);
      if (header.names() == 0 && !names.isEmpty() && !HeaderRows.goesOn(grid, names, like, part)) {
        names = List.of();
        like = List.of();
      }
      write(part, header.names() == 0 && names.isEmpty() ? above(part, parts.subList(i + 1, parts.size())) : header);
    }
  }

  /** The rows in parts, each a remark or rows of one table without a remark or a free line between them. */
  private List<List<Row>> parts() {
    var parts = new ArrayList<List<Row>>();
    int start = 0;
    for (int at = 1; at <= rows.size(); at++) {
      boolean parted = at == rows.size() || alone(rows.get(at)) || alone(rows.get(at - 1))
          || grid.loose() && rows.get(at).gap()
          || HeaderRows.marked(rows.get(at)) && !HeaderRows.marked(rows.get(at - 1));
      if (parted) {
        parts.add(rows.subList(start, at));
        start = at;
      }
    }
    return parts;
  }

  /** The names at the top of a part if they are the names of the next part's rows: a line or a remark may follow them. */
  private HeaderRows above(List<Row> part, List<List<Row>> further) {
    for (List<Row> next : further) {
      if (!alone(next.getFirst())) {
        var both = new ArrayList<>(part);
        both.addAll(next);
        boolean own = HeaderRows.of(grid, next, false).names() > 0;
        HeaderRows header = HeaderRows.of(grid, both, false);
        if (!own && header.titles() + header.names() <= part.size()) {
          like = next;
          return header;
        }
        return HeaderRows.NONE;
      }
    }
    return HeaderRows.NONE;
  }

  private void write(List<Row> part, HeaderRows header) throws SAXException {
    List<Row> body = part;
    if (header.names() > 0) {
      for (Row title : part.subList(0, header.titles())) {
        add(Kind.TABLE_ROW, title, List.of());
      }
      List<Row> said = part.subList(header.titles(), header.titles() + header.names());
      for (Row row : said) {
        add(Kind.TABLE_HEADER, row, List.of());
      }
      names = HeaderRows.meant(grid, said);
      body = part.subList(header.titles() + header.names(), part.size());
      like = body.isEmpty() ? like : body;
    }
    for (Row row : body) {
      boolean again = names.stream().anyMatch(name -> texts(name).equals(texts(row)));
      add(again ? Kind.TABLE_HEADER : Kind.TABLE_ROW, row, again ? List.of() : names);
    }
  }

  /** One cell alone may be a remark between the rows, or a row with nothing else in it. */
  private static boolean alone(Row row) {
    return row.cells().stream().allMatch(placed -> placed.cell() == row.cells().getFirst().cell());
  }

  private static List<String> texts(Row row) {
    return row.cells().stream().map(Placed::text).toList();
  }

  private void add(Kind kind, Row row, List<Row> under) throws SAXException {
    String words = words(row, sure(row, under) ? under : List.of());
    written += words.length();
    Bounds.check(written);
    lines.add(new Line(kind, words, row.number()));
  }

  /** Whether its cells stand under the columns they seem to. */
  private boolean sure(Row row, List<Row> under) {
    if (grid.shaped() || under.isEmpty()) {
      return true;
    }
    // In a text each row is by itself; where cells may be merged and it isn't told, one row tells of all.
    return grid.loose() ? row.fields() == under.getLast().fields() : even;
  }

  private static String words(Row row, List<Row> names) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < row.cells().size(); i++) {
      Placed placed = row.cells().get(i);
      if (i > 0 && row.cells().get(i - 1).cell() == placed.cell()) {
        continue;
      }
      Set<String> under = names(placed, names);
      under.remove(placed.text());
      if (under.isEmpty()) {
        parts.add(placed.text());
      } else if (under.size() * placed.text().length() > REPEATED) {
        parts.add(String.join(", ", under) + ": " + placed.text());
      } else {
        under.forEach(name -> parts.add(name + ": " + placed.text()));
      }
    }
    return String.join("; ", parts);
  }

  /** The names of the columns in which the cell stands; those in several rows joined for each column. */
  private static Set<String> names(Placed placed, List<Row> names) {
    var all = new LinkedHashSet<String>();
    int column = placed.from();
    while (column < placed.to() && !names.isEmpty()) {
      var joined = new LinkedHashSet<String>();
      int next = placed.to();
      for (Row row : names) {
        Placed name = row.at(column);
        if (name != null) {
          joined.add(name.text());
          next = Math.min(next, name.to());
        } else {
          next = Math.min(next, row.from(column));
        }
      }
      if (!joined.isEmpty()) {
        all.add(String.join(" ", joined));
      }
      column = next;
    }
    return all;
  }
}

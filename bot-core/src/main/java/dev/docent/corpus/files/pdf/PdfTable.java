package dev.docent.corpus.files.pdf;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.pdf.PdfColumns.Strip;
import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import dev.docent.corpus.files.table.RowsInTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table on a page, a line each. With the names of the columns only where the first row is surely one of
 * names and each cell surely stands under its own; else a row is shown as it stands.
 */
final class PdfTable {
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern NAME = Pattern.compile("[\\p{L}№#%(§].*");
  /** What stands in a cell for nothing. */
  private static final Pattern NOTHING = Pattern.compile("(?iu)(?:none|n/?a|nil|no|yes|ja|nein|keine?r?|нет|да|[-–—])");
  /** Of the letters' size: rows that are closer may be lines of one row. */
  private static final double CLOSE = 1.45;
  private static final double WIDER = 1.2;
  private static final int MOST_CELL = 60;
  private static final double SAME_PLACE = 4;

  /** One line of a table. */
  record Line(Kind kind, String text) {}

  /** A row of cells, one for each column, empty where nothing stands. */
  private record Row(List<String> cells, boolean bold, boolean torn) {
    long filled() {
      return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    boolean full() {
      return filled() == cells.size();
    }

    String asItStands() {
      return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
    }
  }

  private final List<Strip> columns;
  private final List<Row> rows = new ArrayList<>();
  private final double[] gaps;
  private boolean doubtful = false;

  private final List<Line> lines = new ArrayList<>();
  private @Nullable List<String> names;

  /**
   * @param before the table that ends on the page before, if this one may be its rest; else null
   */
  PdfTable(PdfColumns.Part.Table table, LineEnds hyphens, @Nullable PdfTable before) {
    columns = table.columns();
    gaps = new double[table.rows().size()];
    gather(table.rows(), hyphens);
    boolean rest = before != null && before.names != null && before.samePlaces(columns);
    if (rest && before != null && before.names != null && sure(rows)) {
      names = before.names;
      var named = new RowsInTurn(columns.size());
      named.line(names, true);
      List<Row> below = rows.getFirst().cells.equals(names) ? rows.subList(1, rows.size()) : rows;
      below.forEach(row -> lines.add(new Line(Kind.TABLE_ROW, named.line(row.cells, false))));
      return;
    }
    boolean headed = !doubtful && headed();
    var named = new RowsInTurn(columns.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (headed) {
        lines.add(new Line(i == 0 ? Kind.TABLE_HEADER : Kind.TABLE_ROW, named.line(row.cells, i == 0)));
      } else {
        lines.add(new Line(Kind.TABLE_ROW, row.asItStands()));
      }
    }
    names = headed ? rows.getFirst().cells : null;
  }

  List<Line> lines() {
    return lines;
  }

  private boolean samePlaces(List<Strip> others) {
    if (others.size() != columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      boolean left = Math.abs(columns.get(i).from() - others.get(i).from()) < SAME_PLACE;
      boolean right = Math.abs(columns.get(i).to() - others.get(i).to()) < SAME_PLACE;
      if (!left && !right) {
        return false;
      }
    }
    return true;
  }

  /** Puts lines of one row together. */
  private void gather(List<PdfRow> lined, LineEnds hyphens) {
    double size = lined.stream().mapToDouble(PdfRow::size).max().orElse(10);
    double close = Double.MAX_VALUE;
    for (int i = 1; i < lined.size(); i++) {
      gaps[i] = lined.get(i).base() - lined.get(i - 1).base();
      close = Math.min(close, gaps[i]);
    }
    double limit = WIDER * close;
    boolean spaced = close < CLOSE * size && java.util.Arrays.stream(gaps).filter(gap -> gap > limit).count() > 1;
    int opened = 0;
    for (int i = 0; i < lined.size(); i++) {
      Row row = row(lined.get(i));
      Row last = rows.isEmpty() ? null : rows.getLast();
      boolean near = last != null && gaps[i] <= limit && gaps[i] < CLOSE * size;
      if (last != null && near && (spaced ? !row.full() || !last.full() : row.filled() == 1 && goesOn(last, row))) {
        rows.set(rows.size() - 1, merged(last, row, hyphens));
      } else {
        doubtful |= near && spaced;
        rows.add(row);
        opened++;
      }
    }
    doubtful |= opened < 2;
  }

  private Row row(PdfRow line) {
    var cells = new ArrayList<String>();
    boolean torn = false;
    for (Strip column : columns) {
      List<Chunk> cell = PdfColumns.cell(line, column);
      for (int i = 1; i < cell.size(); i++) {
        torn |= cell.get(i).left() - cell.get(i - 1).right() > cell.get(i).size();
      }
      cells.add(cell.isEmpty() ? "" : new PdfRow(cell).text());
    }
    return new Row(cells, line.bold(), torn);
  }

  /** Whether the only cell of a row is the rest of the cell above it. */
  private static boolean goesOn(Row above, Row row) {
    for (int i = 0; i < row.cells.size(); i++) {
      String cell = row.cells.get(i);
      if (!cell.isEmpty()) {
        return !above.cells.get(i).isEmpty() && Character.isLowerCase(cell.codePointAt(0));
      }
    }
    return false;
  }

  private static Row merged(Row above, Row row, LineEnds hyphens) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < row.cells.size(); i++) {
      String upper = above.cells.get(i);
      String lower = row.cells.get(i);
      cells.add(upper.isEmpty() || lower.isEmpty()
          ? upper + lower
          : hyphens.joined(upper, lower).replace('\n', ' '));
    }
    return new Row(cells, above.bold && row.bold, above.torn || row.torn);
  }

  /** Whether in each row each cell is whole, so that it stands under the name of its column. */
  private static boolean sure(List<Row> rows) {
    return rows.stream().noneMatch(Row::torn);
  }

  private boolean headed() {
    Row first = rows.getFirst();
    List<Row> body = rows.subList(1, rows.size());
    boolean names = first.full() && first.cells.stream()
        .allMatch(cell -> cell.length() <= MOST_CELL && NAME.matcher(cell).matches()
            && !NOTHING.matcher(cell).matches() && !cell.endsWith(":"))
        && first.cells.stream().distinct().count() == first.cells.size();
    if (!names || !sure(rows)) {
      return false;
    }
    if (first.bold && body.stream().noneMatch(Row::bold)) {
      return true;
    }
    int contrasts = 0;
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      List<String> cells = body.stream().map(row -> row.cells.get(column)).filter(cell -> !cell.isEmpty()).toList();
      boolean digits = !cells.isEmpty() && cells.stream().allMatch(cell -> DIGIT.matcher(cell).find());
      contrasts += digits && !DIGIT.matcher(first.cells.get(i)).find() ? 1 : 0;
    }
    return body.size() >= 2 && contrasts >= 2 || body.size() >= 3 && contrasts == 1;
  }
}

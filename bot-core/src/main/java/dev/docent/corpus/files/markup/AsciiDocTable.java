package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.table.RowsInTurn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of AsciiDoc: its cells, wherever lines break, row by row. */
final class AsciiDocTable {
  /** A mark before a cell: how often it is there, over how many columns and rows it goes, how it looks. */
  private static final Pattern MARK = Pattern
      .compile("(?:^|(?<=\\s)|(?<=^))(?:(?<times>\\d{1,2})\\*|(?:(?<columns>\\d{1,2})?"
          + "(?:\\.(?<rows>\\d{1,3}))?\\+)?)[<^>]?(?:\\.[<^>])?[a-z]?$");
  private static final Pattern COLUMNS = Pattern.compile("cols\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\\]]*))");
  private static final Pattern REPEATED = Pattern.compile("\\s*(\\d{1,2})\\*.*");
  private static final int MOST_COLUMNS = 100;

  private final ShownLines shown;
  private final UnaryOperator<String> words;
  private final List<Cell> cells = new ArrayList<>();

  private record Cell(int line, int times, int columns, int rows, StringBuilder words) {}

  AsciiDocTable(ShownLines shown, UnaryOperator<String> words) {
    this.shown = shown;
    this.words = words;
  }

  /**
   * Shows the rows of the lines between the table's marks.
   *
   * @param attributes what stands in brackets above it
   * @param separator of its cells
   */
  void read(String[] lines, int from, int to, String attributes, char separator) {
    int inFirst = 0;
    int firstLine = -1;
    for (int i = from; i < to; i++) {
      int before = cells.size();
      line(lines[i], i, separator);
      if (firstLine < 0 && cells.size() > 0) {
        firstLine = i;
        inFirst = cells.stream().mapToInt(cell -> cell.times * cell.columns).sum() - before;
      }
    }
    if (cells.isEmpty()) {
      return;
    }
    int columns = columns(attributes);
    columns = Math.clamp(columns == 0 ? inFirst : columns, 1, MOST_COLUMNS);
    boolean implied = firstLine == from && from + 1 < to && lines[from + 1].isBlank()
        && !attributes.contains("noheader");
    rows(columns, implied
        || attributes.matches("(?s).*(?:%header|options\\s*=\\s*\"?[^\"]*header|opts\\s*=\\s*\"?[^\"]*header).*"));
  }

  private static int columns(String attributes) {
    Matcher columns = COLUMNS.matcher(attributes);
    if (!columns.find()) {
      return 0;
    }
    String said = columns.group(1) != null
        ? columns.group(1)
        : columns.group(2) != null ? columns.group(2) : columns.group(3);
    int count = 0;
    for (String column : said.split("[,;]")) {
      Matcher repeated = REPEATED.matcher(column);
      count += repeated.matches() ? Integer.parseInt(repeated.group(1)) : 1;
    }
    return said.isBlank() ? 0 : count;
  }

  private void line(String line, int number, char separator) {
    if (separator != '|') {
      quotedLine(line, number, separator);
      return;
    }
    int at = 0;
    for (int bar = bar(line, 0); bar >= 0; bar = bar(line, bar + 1)) {
      String before = line.substring(at, bar);
      int space = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t'));
      Matcher mark = MARK.matcher(before.substring(space + 1));
      boolean marked = mark.matches() && (space >= 0 || at == 0);
      add(marked ? before.substring(0, space + 1) : before);
      cells.add(new Cell(number, marked ? number(mark.group("times")) : 1, marked ? number(mark.group("columns")) : 1,
          marked ? number(mark.group("rows")) : 1, new StringBuilder()));
      at = bar + 1;
    }
    add(line.substring(at));
  }

  private static int bar(String line, int from) {
    int bar = line.indexOf('|', from);
    while (bar > 0 && line.charAt(bar - 1) == '\\') {
      bar = line.indexOf('|', bar + 1);
    }
    return bar;
  }

  private void quotedLine(String line, int number, char separator) {
    if (line.isBlank()) {
      return;
    }
    var cell = new Cell(number, 1, 1, 1, new StringBuilder());
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell);
        cell = new Cell(number, 1, 1, 1, new StringBuilder());
      } else {
        cell.words.append(c);
      }
    }
    cells.add(cell);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 1 : Math.max(1, Integer.parseInt(digits));
  }

  private void add(String said) {
    if (!cells.isEmpty()) {
      cells.getLast().words.append(said.replace("\\|", "|").strip()).append(' ');
    }
  }

  /** A cell stands in each of its rows and under each of its columns. */
  private void rows(int columns, boolean headed) {
    var rows = new RowsInTurn(Math.max(2, columns));
    String[] row = new String[columns];
    String[] below = new String[columns];
    int[] left = new int[columns];
    int at = 0;
    int line = -1;
    boolean head = headed;
    for (Cell cell : cells) {
      String said = words.apply(cell.words.toString().strip()).replace('\n', ' ').strip();
      for (int time = 0; time < cell.times; time++) {
        while (at < columns && left[at] > 0) {
          row[at] = below[at];
          left[at++]--;
        }
        if (at >= columns) {
          show(rows, line < 0 ? cell.line : line, row, head);
          head = false;
          at = 0;
          line = -1;
          time--;
          continue;
        }
        line = line < 0 ? cell.line : line;
        for (int column = 0; column < cell.columns && at < columns; column++, at++) {
          row[at] = said;
          below[at] = said;
          left[at] = cell.rows - 1;
        }
      }
      if (full(at, left)) {
        for (; at < columns; at++) {
          row[at] = below[at];
          left[at]--;
        }
        show(rows, line < 0 ? cell.line : line, row, head);
        head = false;
        at = 0;
        line = -1;
        row = new String[columns];
      }
    }
    if (at > 0 && line >= 0) {
      show(rows, line, row, head);
    }
  }

  /** Whether what is left of the row is taken by cells of rows above. */
  private static boolean full(int at, int[] left) {
    return Arrays.stream(left, at, left.length).allMatch(rows -> rows > 0);
  }

  private void show(RowsInTurn rows, int line, String[] row, boolean head) {
    List<String> said = Arrays.stream(row).map(cell -> cell == null ? "" : cell).toList();
    shown.row(head ? Kind.TABLE_HEADER : Kind.TABLE_ROW, line, rows.line(said, head));
  }
}

package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.table.RowsInTurn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of reStructuredText, drawn with lines or written as lists, row by row. */
final class RstTables {
  static final Pattern GRID = Pattern.compile("\\+(?:[-=]+\\+)+");
  static final Pattern SIMPLE = Pattern.compile("=+(?: +=+)+");
  private static final Pattern SPAN_RULE = Pattern.compile("-+(?: +-+)*");
  private static final Pattern CELL = Pattern.compile("(?<indent>\\s*)(?<row>\\*\\s+)?-(?:\\s+(?<words>.*))?");

  private final String[] lines;
  private final ShownLines shown;
  private final UnaryOperator<String> words;

  RstTables(String[] lines, ShownLines shown, UnaryOperator<String> words) {
    this.lines = lines;
    this.shown = shown;
    this.words = words;
  }

  private void row(RowsInTurn rows, int line, List<String> cells, boolean head) {
    List<String> said = cells.stream().map(cell -> words.apply(cell.strip()).replace('\n', ' ').strip()).toList();
    if (said.stream().anyMatch(cell -> !cell.isEmpty())) {
      shown.row(head ? Kind.TABLE_HEADER : Kind.TABLE_ROW, line, rows.line(said, head));
    }
  }

  /** Behind the table drawn with plus signs that begins in the line. */
  int grid(int first, int to) {
    int end = first;
    while (end < to && (lines[end].strip().startsWith("+") || lines[end].strip().startsWith("|"))) {
      end++;
    }
    String border = lines[first];
    var edges = new ArrayList<Integer>();
    int headEnd = -1;
    for (int i = first; i < end; i++) {
      headEnd = headEnd < 0 && i > first && lines[i].contains("+=") ? i : headEnd;
    }
    for (int c = 0; c < border.length(); c++) {
      if (border.charAt(c) == '+') {
        edges.add(c);
      }
    }
    var rows = new RowsInTurn(Math.max(2, edges.size() - 1));
    String[] cells = empty(edges.size() - 1);
    int begun = -1;
    for (int i = first + 1; i < end; i++) {
      if (lines[i].contains("+-") || lines[i].contains("+=") || lines[i].contains("-+")) {
        if (begun >= 0) {
          row(rows, begun, Arrays.asList(cells), begun < headEnd);
        }
        cells = carried(cells, lines[i], edges);
        begun = -1;
      } else {
        begun = begun < 0 ? i : begun;
        fill(cells, lines[i], edges);
      }
    }
    return end;
  }

  private static String[] empty(int count) {
    var cells = new String[count];
    Arrays.fill(cells, "");
    return cells;
  }

  /** A cell under which no line is drawn goes on in the next row. */
  private static String[] carried(String[] cells, String rule, List<Integer> edges) {
    String[] next = empty(cells.length);
    for (int c = 0; c < cells.length; c++) {
      String under = part(rule, edges.get(c) + 1, edges.get(c + 1));
      next[c] = under.isBlank() || under.chars().anyMatch(Character::isLetterOrDigit) ? cells[c] : "";
    }
    return next;
  }

  /** A cell that is as wide as several columns stands under each of them. */
  private static void fill(String[] cells, String line, List<Integer> edges) {
    int from = 0;
    for (int c = 0; c < cells.length; c++) {
      int edge = edges.get(c + 1);
      if (edge >= line.length() || line.charAt(edge) == '|' || line.charAt(edge) == '+') {
        String said = part(line, edges.get(from) + 1, edge).strip();
        for (int column = from; column <= c && !said.isEmpty(); column++) {
          cells[column] = cells[column].isEmpty() ? said : cells[column] + " " + said;
        }
        from = c + 1;
      }
    }
  }

  private static String part(String line, int from, int to) {
    return from >= line.length() ? "" : line.substring(from, Math.min(line.length(), to));
  }

  /** Behind the table drawn with equals signs that begins in the line; the line itself if none does. */
  int simple(int first, int to) {
    int second = border(first + 1, to);
    if (second < 0) {
      return first;
    }
    boolean headed = second + 1 < to && !lines[second + 1].isBlank();
    int third = headed ? border(second + 1, to) : -1;
    int end = third < 0 ? second : third;
    int headEnd = third < 0 ? -1 : second;
    var starts = new ArrayList<Integer>();
    String border = lines[first];
    for (int c = 0; c < border.length(); c++) {
      if (border.charAt(c) == '=' && (c == 0 || border.charAt(c - 1) != '=')) {
        starts.add(c);
      }
    }
    var rows = new RowsInTurn(Math.max(2, starts.size()));
    String[] cells = empty(starts.size());
    int begun = -1;
    boolean head = false;
    for (int i = first + 1; i <= end; i++) {
      String line = lines[i];
      boolean rule = i == headEnd || i == end || SPAN_RULE.matcher(line.strip()).matches() && line.strip().length() > 2;
      boolean begins = rule || line.isBlank() || !part(line, starts.getFirst(), next(starts, 0)).isBlank();
      if (begins && begun >= 0 && !(i < headEnd && !rule)) {
        row(rows, begun, Arrays.asList(cells), head);
        cells = empty(starts.size());
        begun = -1;
      }
      if (!rule && !line.isBlank()) {
        head = i < headEnd;
        begun = begun < 0 ? i : begun;
        for (int c = 0; c < cells.length; c++) {
          String said = part(line, starts.get(c), next(starts, c)).strip();
          cells[c] = said.isEmpty() || said.equals("\\") ? cells[c] : cells[c].isEmpty() ? said : cells[c] + " " + said;
        }
      }
    }
    return end + 1;
  }

  private static int next(List<Integer> starts, int column) {
    return column + 1 < starts.size() ? starts.get(column + 1) : Integer.MAX_VALUE;
  }

  private int border(int from, int to) {
    for (int i = from; i < to; i++) {
      if (SIMPLE.matcher(lines[i].strip()).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** A list of lists, each of which is a row. */
  void list(int from, int to, int heads) {
    var rows = new RowsInTurn(2);
    var cells = new ArrayList<String>();
    int begun = -1;
    int count = 0;
    int indent = -1;
    for (int i = from; i <= to; i++) {
      Matcher cell = CELL.matcher(i < to ? lines[i] : "");
      boolean matches = i < to && cell.matches();
      boolean row = matches && cell.group("row") != null;
      if ((row || i == to) && begun >= 0) {
        row(rows, begun, cells, count < heads);
        count++;
        cells.clear();
      }
      if (row) {
        begun = i;
        indent = lines[i].indexOf('-', cell.end("row"));
        cells.add(said(cell));
      } else if (matches && begun >= 0 && cell.end("indent") == indent) {
        cells.add(said(cell));
      } else if (i < to && !lines[i].isBlank() && !cells.isEmpty()) {
        cells.set(cells.size() - 1, cells.getLast() + " " + lines[i].strip());
      }
    }
  }

  private static String said(Matcher cell) {
    return cell.group("words") == null ? "" : cell.group("words");
  }

  /**
   * Rows of values that commas part, a line each.
   *
   * @param header the names, if they stand elsewhere; else empty
   */
  void values(int from, int to, String header, int heads) {
    var rows = new RowsInTurn(2);
    if (!header.isBlank()) {
      row(rows, from - 1, cells(header), true);
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!lines[i].isBlank()) {
        row(rows, i, cells(lines[i].strip()), count < heads);
        count++;
      }
    }
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (quoted || cell.toString().isBlank())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

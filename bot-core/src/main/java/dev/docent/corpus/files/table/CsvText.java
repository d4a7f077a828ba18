package dev.docent.corpus.files.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/**
 * Text with separators, as spreadsheets and by hand they are written: the separator is the one that parts the rows most
 * evenly, and a quotation mark counts only where a cell is enclosed in two of them. One that is left alone is a character
 * like any other, and costs no further row.
 */
final class CsvText {
  /** What separates, the more telling first: a comma may also be a part of a number. */
  private static final List<Character> SEPARATORS = List.of('\t', ';', '|', ',');
  private static final Pattern SAID = Pattern.compile("\"?(?i:sep)=(.)\"?[ ;,\t]*(?:\\n|$)");
  private static final int SAMPLE = 200;
  /** A cell of more lines than that was never closed. */
  private static final int MOST_LINES = 200;
  private static final int MOST_CHARACTERS = 100_000;

  private final String source;
  private final char separator;
  private final int expected;

  /**
   * A row.
   *
   * @param line where it begins in the file, from 1
   */
  record Record(List<String> cells, int line) {
    boolean empty() {
      return cells.size() == 1 && cells.getFirst().isBlank();
    }
  }

  /** Whoever takes the rows. */
  interface Records {
    void add(Record record) throws SAXException;
  }

  private record Read(List<String> cells, int end, int lines) {}

  private CsvText(String source, char separator, int expected) {
    this.source = source;
    this.separator = separator;
    this.expected = expected;
  }

  /** Tells all rows of a text with plain line ends, but no first line that only says the separator. */
  static void read(String source, Records records) throws SAXException {
    Matcher said = SAID.matcher(source);
    boolean told = said.lookingAt();
    int from = told ? said.end() : 0;
    char separator = ',';
    double best = 0;
    for (char one : told ? List.of(said.group(1).charAt(0)) : SEPARATORS) {
      double evenness = evenness(sample(source, one, from));
      if (evenness > best) {
        separator = one;
        best = evenness;
      }
    }
    int expected = usual(sample(source, separator, from));
    new CsvText(source, separator, expected).read(from, told ? 2 : 1, Integer.MAX_VALUE, records);
  }

  private static List<Record> sample(String source, char separator, int from) throws SAXException {
    var sample = new ArrayList<Record>();
    new CsvText(source, separator, 0).read(from, 1, SAMPLE, sample::add);
    return sample;
  }

  /** How many of the rows have the number of cells that most of them have, if that is more than one. */
  private static double evenness(List<Record> records) {
    int usual = usual(records);
    long filled = records.stream().filter(record -> !record.empty()).count();
    return usual < 2 ? 0 : (double) records.stream().filter(record -> record.cells.size() == usual).count() / filled;
  }

  private static int usual(List<Record> records) {
    Map<Integer, Integer> counts = new HashMap<>();
    records.stream()
        .filter(record -> !record.empty())
        .forEach(record -> counts.merge(record.cells.size(), 1, Integer::sum));
    return counts.entrySet()
        .stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private void read(int from, int firstLine, int most, Records records) throws SAXException {
    int at = from;
    int line = firstLine;
    for (int rows = 0; at < source.length() && rows < most; rows++) {
      Read read = row(at);
      if (read.lines > 1 && expected > 0 && read.cells.size() != expected) {
        Read literal = literal(at);
        read = literal.cells.size() == expected ? literal : read;
      }
      records.add(new Record(read.cells, line));
      at = read.end;
      line += read.lines;
    }
  }

  /** The row at the offset, cells that are enclosed in quotation marks taken out of them. */
  private Read row(int start) {
    var cells = new ArrayList<String>();
    int at = start;
    int lines = 1;
    while (true) {
      int closed = closed(at);
      String cell;
      if (closed >= 0) {
        int open = source.indexOf('"', at);
        cell = source.substring(open + 1, closed).replace("\"\"", "\"");
        lines += Math.toIntExact(cell.chars().filter(c -> c == '\n').count());
        at = afterSpace(closed + 1);
      } else {
        int end = end(at);
        cell = source.substring(at, end);
        at = end;
      }
      cells.add(cell);
      if (at >= source.length() || source.charAt(at) == '\n') {
        return new Read(cells, at + 1, lines);
      }
      at++;
    }
  }

  /** The row at the offset if its quotation marks are characters like others, and it ends with its line. */
  private Read literal(int start) {
    var cells = new ArrayList<String>();
    int at = start;
    while (true) {
      int closed = closed(at);
      int end = closed < 0 || source.substring(at, closed).indexOf('\n') >= 0 ? end(at) : afterSpace(closed + 1);
      String cell = source.substring(at, end).strip();
      boolean enclosed = closed >= 0 && end > closed;
      cells.add(enclosed ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
      at = end;
      if (at >= source.length() || source.charAt(at) == '\n') {
        return new Read(cells, at + 1, 1);
      }
      at++;
    }
  }

  /** Where the quotation mark stands that closes the cell at the offset; -1 if the cell isn't enclosed in two. */
  private int closed(int start) {
    int open = afterSpace(start);
    if (open >= source.length() || source.charAt(open) != '"') {
      return -1;
    }
    int lines = 0;
    for (int at = open + 1; at < source.length() && at - open < MOST_CHARACTERS; at++) {
      char c = source.charAt(at);
      lines += c == '\n' ? 1 : 0;
      if (lines > MOST_LINES) {
        return -1;
      }
      if (c != '"') {
        continue;
      }
      if (source.startsWith("\"\"", at)) {
        at++;
        continue;
      }
      int next = afterSpace(at + 1);
      return next >= source.length() || source.charAt(next) == '\n' || source.charAt(next) == separator ? at : -1;
    }
    return -1;
  }

  private int afterSpace(int start) {
    int at = start;
    while (at < source.length() && source.charAt(at) == ' ' && separator != ' ') {
      at++;
    }
    return at;
  }

  private int end(int start) {
    int at = start;
    while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != separator) {
      at++;
    }
    return at;
  }
}

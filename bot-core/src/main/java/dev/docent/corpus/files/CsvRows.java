package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Pages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.xml.sax.SAXException;

/** A table in a text file. Each row keeps the line it has in the file. */
final class CsvRows {
  private final String source;
  private final char separator;
  private int at = 0;
  private int newlines = 0;

  private CsvRows(String source, char separator) {
    this.source = source;
    this.separator = separator;
  }

  static Extracted of(String source) throws SAXException {
    String head = source.lines().limit(5).reduce("", (a, b) -> a + b);
    char separator = Stream.of(',', ';', '\t', '|')
        .max(Comparator.comparingLong(c -> head.chars().filter(x -> x == c).count()))
        .orElseThrow();
    return new CsvRows(source, separator).extracted();
  }

  private Extracted extracted() throws SAXException {
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    var rows = new TableRows(2);
    while (at < source.length()) {
      Bounds.check(text.length());
      String line = rows.line(row(), false);
      if (line.codePoints().anyMatch(Character::isLetterOrDigit)) {
        int start = text.length();
        text.append("- ").append(line);
        blocks.add(new Block(Kind.TABLE_ROW, 0, start, text.length()));
      }
      text.append("\n".repeat(newlines));
    }
    return new Extracted("", text.toString(), blocks, Pages.NONE);
  }

  /** The cells of the next row; {@code newlines} is then how many lines it took. */
  private List<String> row() {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    newlines = 0;
    boolean quoted = false;
    for (; at < source.length(); at++) {
      char c = source.charAt(at);
      newlines += c == '\n' ? 1 : 0;
      if (c == '"' && (quoted || cell.isEmpty())) {
        boolean doubled = quoted && source.startsWith("\"\"", at);
        cell.append(doubled ? "\"" : "");
        at += doubled ? 1 : 0;
        quoted = doubled || !quoted;
      } else if (!quoted && c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (!quoted && c == '\n') {
        at++;
        break;
      } else {
        cell.append(c == '\n' ? ' ' : c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

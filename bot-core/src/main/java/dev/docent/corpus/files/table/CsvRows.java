package dev.docent.corpus.files.table;

import dev.docent.corpus.Block;
import dev.docent.corpus.Pages;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.table.Grid.Cell;
import java.util.ArrayList;
import org.xml.sax.SAXException;

/** A table in a text file. Each row keeps the line it has in the file. */
public final class CsvRows {
  private CsvRows() {}

  public static Extracted of(String source) throws SAXException {
    // A comma too many in a row moves its cells to other columns.
    var grid = new Grid(true, false);
    CsvText.read(source, record -> {
      if (record.empty()) {
        return;
      }
      grid.row(record.line(), false);
      for (String cell : record.cells()) {
        grid.cell(Cell.of(cell.replace('\n', ' ').strip()), 1, 1);
      }
    });
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    int at = 1;
    for (TableRows.Line line : TableRows.lines(grid)) {
      if (line.words().codePoints().anyMatch(Character::isLetterOrDigit)) {
        text.append("\n".repeat(line.number() - at));
        at = line.number();
        int start = text.length();
        text.append("- ").append(line.words());
        blocks.add(new Block(line.kind(), 0, start, text.length()));
      }
    }
    text.append("\n".repeat(Math.toIntExact(source.chars().filter(c -> c == '\n').count()) + 1 - at));
    Bounds.check(text.length());
    return new Extracted("", text.toString(), blocks, Pages.NONE);
  }
}

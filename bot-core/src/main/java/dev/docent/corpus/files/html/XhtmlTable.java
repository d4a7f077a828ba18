package dev.docent.corpus.files.html;

import dev.docent.corpus.files.table.Grid;
import dev.docent.corpus.files.table.Grid.Cell;
import dev.docent.corpus.files.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** A table that is told of in XHTML, and within its cells whatever there is, tables as well, as words. */
final class XhtmlTable {
  private static final Set<String> BOLD = Set.of("b", "strong");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern HEADING_STYLE = Pattern.compile("(?i).*table_?head.*|.*heading.*");

  private final Grid grid;
  private final CellMarks marks;
  private final StringBuilder words = new StringBuilder();
  private List<Told> cells = new ArrayList<>();
  private int inner = 0;
  private int rows = 0;
  private int bold = 0;
  private boolean plain = false;
  private boolean naming = false;
  private boolean wide = false;
  private boolean inRow = false;
  private boolean inCell = false;
  private int columns = 1;
  private int down = 1;
  private boolean marked = false;

  /** A cell as it was told of, with what the file's marks say of it. */
  private record Told(Cell cell, int columns, int down, CellMarks.@Nullable Cell marks) {}

  /**
   * @param loose whether rows may belong to several tables
   * @param shaped whether it is told which cells are merged
   */
  XhtmlTable(boolean loose, boolean shaped, CellMarks marks) {
    this.grid = new Grid(loose, shaped);
    this.marks = marks;
  }

  /** Whether it serves to lay out a page: another table begins in it before a row has two cells with words. */
  boolean layout() {
    return !wide && inner == 0;
  }

  int length() {
    return words.length();
  }

  void start(String name, Attributes attributes) throws SAXException {
    if (name.equals("table")) {
      inner++;
      words.append(' ');
    } else if (inner > 0) {
      space(name);
    } else if (name.equals("tr")) {
      endRow();
      inRow = true;
    } else if (name.equals("td") || name.equals("th")) {
      endCell();
      inCell = true;
      marked = name.equals("th");
      columns = number(attributes.getValue("colspan"));
      down = number(attributes.getValue("rowspan"));
    } else if (name.equals("thead")) {
      naming = true;
    } else if (BOLD.contains(name) || heading(attributes)) {
      bold++;
      space(name);
    } else {
      bold += bold > 0 ? 1 : 0;
      space(name);
    }
  }

  /** @return whether this was the end of the table */
  boolean end(String name) throws SAXException {
    if (name.equals("table") && inner == 0) {
      endRow();
      return true;
    }
    if (name.equals("table")) {
      inner--;
    } else if (inner == 0) {
      switch (name) {
        case "td", "th" -> endCell();
        case "tr" -> endRow();
        case "thead" -> naming = false;
        default -> {
          bold -= bold > 0 ? 1 : 0;
          space(name);
        }
      }
    }
    return false;
  }

  void characters(char[] chars, int start, int length) {
    words.append(chars, start, length);
    for (int i = start; i < start + length && bold == 0 && !plain; i++) {
      plain = Character.isLetterOrDigit(chars[i]);
    }
  }

  /** The lines of its rows; nothing may be told of it any more. */
  List<TableRows.Line> lines() throws SAXException {
    endRow();
    return TableRows.lines(grid);
  }

  private void space(String name) {
    if (!XhtmlBlocks.INLINE.contains(name)) {
      words.append(' ');
    }
  }

  private static boolean heading(Attributes attributes) {
    String style = attributes.getValue("class");
    return style != null && HEADING_STYLE.matcher(style).matches();
  }

  private void endCell() {
    String text = SPACE.matcher(words).replaceAll(" ").strip();
    words.setLength(0);
    if (inCell || !text.isEmpty()) {
      cells.add(new Told(new Cell(text, marked, !plain), columns, down, marks.cell()));
    }
    inCell = false;
    marked = false;
    plain = false;
    bold = 0;
    columns = 1;
    down = 1;
  }

  private void endRow() throws SAXException {
    endCell();
    if (cells.isEmpty() && !inRow) {
      return;
    }
    inRow = false;
    rows++;
    grid.row(rows, naming || marks.row().named());
    grid.skip(marks.row().before());
    for (Told told : cells) {
      CellMarks.Cell said = told.marks;
      if (said == null) {
        grid.cell(told.cell, told.columns, told.down);
      } else if (said.goesOn() && !said.hidden()) {
        grid.continueAbove(said.columns());
      } else if (!said.hidden()) {
        grid.cell(told.cell, said.columns(), 1);
      }
    }
    wide |= cells.stream().filter(told -> !told.cell.text().isEmpty()).count() > 1;
    cells = new ArrayList<>();
  }

  private static int number(@Nullable String value) {
    String digits = value == null ? "" : value.strip();
    return digits.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(digits)) : digits.matches("\\d+") ? 65_534 : 1;
  }
}

package dev.docent.corpus.files.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of a table that are read one after the other, each with the names of its columns, as in {@code Fish: Cod; Price: 40}.
 * For what marks its names as such, as markup does; where they must be found, {@link TableRows} looks at all rows.
 */
public final class RowsInTurn {
  private static final Pattern NUMBER = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");

  private final int columns;
  private List<String> names = List.of();
  private boolean sought = true;

  /**
   * @param columns how many cells a first row must fill to be taken for the names of the columns
   */
  public RowsInTurn(int columns) {
    this.columns = columns;
  }

  /** One line for the row; the row of names itself is a line too. */
  public String line(List<String> cells, boolean marked) {
    long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
    if (sought && (marked || filled >= columns)) {
      sought = false;
      boolean named = filled > 1 && cells.stream().noneMatch(cell -> NUMBER.matcher(cell).matches());
      names = named ? List.copyOf(cells) : List.of();
      return join(cells, List.of());
    }
    // One cell alone is a remark between the rows, unless the row is as wide as the others.
    return join(cells, filled > 1 || cells.size() == names.size() ? names : List.of());
  }

  private static String join(List<String> cells, List<String> names) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < cells.size(); i++) {
      String name = i < names.size() ? names.get(i).strip() : "";
      String cell = cells.get(i).strip();
      if (!cell.isEmpty()) {
        parts.add(name.isEmpty() || name.equals(cell) ? cell : name + ": " + cell);
      }
    }
    return String.join("; ", parts);
  }
}

package dev.docent.corpus.files.sheet;

import dev.docent.corpus.files.format.Bounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Values of formulas that a workbook holds without their results, as programs write that don't compute. What depends on
 * the day or on chance, or on other files, has no value; nor has what would take too long or too much memory.
 */
final class SheetFormulas {
  /** Bytes that a workbook may unpack to so that all of it is held in memory. */
  private static final long LARGEST = 10L << 20;
  private static final long MILLIS = 10_000;
  private static final int NAMED = 5;
  private static final Pattern CHANGING = Pattern.compile("(?i)\\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY)\\s*\\(");

  private final Loading loading;
  private final SheetNumbers numbers;
  private final List<String> missing = new ArrayList<>();
  private final long until = System.nanoTime() + MILLIS * 1_000_000;
  private @Nullable Loaded loaded;
  private boolean refused = false;

  /** Gives the workbook as a whole; throws where it is too large for that. */
  private interface Loading {
    Workbook load() throws IOException;
  }

  private record Loaded(Workbook book, FormulaEvaluator evaluator) {}

  SheetFormulas(OPCPackage file, SheetNumbers numbers) {
    this(() -> inMemory(file), numbers);
  }

  SheetFormulas(Workbook book, SheetNumbers numbers) {
    this(() -> book, numbers);
  }

  private SheetFormulas(Loading loading, SheetNumbers numbers) {
    this.loading = loading;
    this.numbers = numbers;
  }

  /** What a receipt says of the formulas that came to nothing. */
  List<String> remarks() {
    return remarks(missing);
  }

  /** @param missing where there are formulas whose values aren't known, as {@code Prices!B4} */
  static List<String> remarks(List<String> missing) {
    if (missing.isEmpty()) {
      return List.of();
    }
    String named = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
    boolean one = missing.size() == 1;
    return List.of((one ? "a formula has" : missing.size() + " formulas have")
        + " no stored value and can't be computed here (" + named + (missing.size() > NAMED ? ", …" : "") + "); open "
        + "it in a spreadsheet program and save it again");
  }

  /**
   * The value of the cell as text; empty, and noted as missing, if there is no way to it.
   *
   * @param row from 1
   * @param column from 0
   */
  String value(String sheet, int row, int column) {
    String value = computable(sheet, row, column);
    if (value.isEmpty()) {
      missing.add(sheet + "!" + CellReference.convertNumToColString(column) + row);
    }
    return value;
  }

  /** As above, but what comes to nothing isn't missing: the file says something in its place. */
  String computable(String sheet, int row, int column) {
    String value = "";
    if (!refused) {
      try {
        long left = Math.max(1, (until - System.nanoTime()) / 1_000_000);
        value = Bounds.within(left, () -> computed(sheet, row, column));
      } catch (TimeoutException e) {
        refused = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        refused = true;
      } catch (ExecutionException e) {
        // The formula is beyond what POI computes: it has no value, which is said.
        refused = e.getCause() instanceof IOException || e.getCause() instanceof OutOfMemoryError;
      }
    }
    return value;
  }

  private String computed(String sheet, int row, int column) throws IOException {
    Loaded all = loaded == null ? load() : loaded;
    loaded = all;
    Sheet found = all.book.getSheet(sheet);
    Row cells = found == null ? null : found.getRow(row - 1);
    Cell cell = cells == null ? null : cells.getCell(column);
    CellValue value = cell == null ? null : all.evaluator.evaluate(cell);
    if (value == null || cell == null) {
      return "";
    }
    return switch (value.getCellType()) {
      case NUMERIC -> numbers.text(value.getNumberValue(), cell.getCellStyle().getDataFormat(),
          cell.getCellStyle().getDataFormatString());
      case STRING -> value.getStringValue();
      case BOOLEAN -> value.getBooleanValue() ? "TRUE" : "FALSE";
      case FORMULA, BLANK, ERROR, _NONE -> "";
    };
  }

  private Loaded load() throws IOException {
    Workbook book = loading.load();
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        row.forEach(SheetFormulas::settle);
      }
    }
    return new Loaded(book, book.getCreationHelper().createFormulaEvaluator());
  }

  private static Workbook inMemory(OPCPackage file) throws IOException {
    long size = 0;
    try {
      for (PackagePart part : file.getParts()) {
        size += Math.max(0, part.getSize());
      }
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
    if (size > LARGEST) {
      throw new IOException("too large to compute");
    }
    return new XSSFWorkbook(file);
  }

  /** What changes by itself keeps the value that was saved, and has none if none was. */
  private static void settle(Cell cell) {
    if (cell.getCellType() == CellType.FORMULA && CHANGING.matcher(cell.getCellFormula()).find()) {
      String raw = cell instanceof XSSFCell kept ? kept.getRawValue() : "0";
      boolean saved = raw != null && !raw.isEmpty();
      cell.removeFormula();
      if (!saved) {
        cell.setCellErrorValue(FormulaError.NA.getCode());
      }
    }
  }
}

package dev.docent.corpus.files.sheet;

import dev.docent.corpus.files.format.BlockText;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.OwnTitle;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.SAXException;

/** The sheets of a workbook of Excel 97 to 2003, with what is merged in them, which Tika doesn't tell. */
public final class OldSheetRows {
  private OldSheetRows() {}

  /** Whether it is a workbook of these years, and not an older one or one with a password. */
  public static boolean reads(Path file) throws IOException {
    try (var files = new POIFSFileSystem(file.toFile(), true)) {
      return files.getRoot().hasEntryCaseInsensitive("Workbook");
    }
  }

  public static Extracted of(Path file) throws IOException, SAXException {
    try (var files = new POIFSFileSystem(file.toFile(), true);
        var book = new HSSFWorkbook(files.getRoot(), false)) {
      var numbers = new SheetNumbers(book.getInternalWorkbook().isUsing1904DateWindowing());
      var formulas = new SheetFormulas(book, numbers);
      var text = new BlockText();
      for (Sheet sheet : book) {
        var table = new SheetTable(sheet.getSheetName());
        for (Row row : sheet) {
          table.row(row.getRowNum() + 1, false);
          for (Cell cell : row) {
            table.cell(cell.getColumnIndex(), text((HSSFCell) cell, numbers, formulas), strong((HSSFCell) cell, book));
          }
        }
        for (CellRangeAddress range : sheet.getMergedRegions()) {
          table.merge(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn());
        }
        table.write(text);
      }
      var summary = book.getSummaryInformation();
      return text.extracted(OwnTitle.of(summary == null ? null : summary.getTitle()));
    }
  }

  private static String text(HSSFCell cell, SheetNumbers numbers, SheetFormulas formulas) {
    // Programs that don't compute write 0, for a formula must have a value there.
    if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC
        && cell.getNumericCellValue() == 0) {
      String computed = formulas.computable(cell.getSheet().getSheetName(), cell.getRowIndex() + 1,
          cell.getColumnIndex());
      if (!computed.isEmpty()) {
        return computed;
      }
    }
    CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    return switch (type) {
      case NUMERIC -> {
        HSSFCellStyle style = cell.getCellStyle();
        String format = style.getDataFormatString();
        yield numbers.text(cell.getNumericCellValue(), style.getDataFormat(), format == null ? "General" : format);
      }
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.isValidCode(cell.getErrorCellValue())
          ? FormulaError.forInt(cell.getErrorCellValue()).getString()
          : "";
      case FORMULA, BLANK, _NONE -> "";
    };
  }

  private static boolean strong(HSSFCell cell, HSSFWorkbook book) {
    HSSFCellStyle style = cell.getCellStyle();
    return style.getFont(book).getBold() || style.getFillPattern() != FillPatternType.NO_FILL;
  }
}

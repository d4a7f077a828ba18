package dev.docent.corpus.files.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.files.WrittenFiles;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as POI writes them, old and new. */
class SheetsIT {
  private final Path folder;

  SheetsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xls", "a.xlsx"})
  void readsNumbersAndDaysInOneWay(String name) throws Exception {
    String text = read(name, sheet -> {
      row(sheet, 0, "Product", "EAN", "Since", "Share");
      row(sheet, 1, "Oat flakes", 4006381333931.0, LocalDate.of(2024, 3, 5), 0.125);
      row(sheet, 2, "Rye bread", 5901234123457.0, LocalDate.of(2023, 11, 30), 0.5);
      style(sheet, 1, 3, "0.0%");
    });
    assertThat(text).contains("- Product: Oat flakes; EAN: 4006381333931; Since: 2024-03-05; Share: 12.5%\n",
        "EAN: 5901234123457; Since: 2023-11-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xls", "a.xlsx"})
  void putsMergedCellsIntoEachOfTheirRowsAndColumns(String name) throws Exception {
    String text = read(name, sheet -> {
      row(sheet, 0, "Ward", "Day", "Nurse in charge", "Beds");
      row(sheet, 1, "Maple", "Monday", "team A", 12.0);
      row(sheet, 2, "", "Tuesday", "team B", 11.0);
      row(sheet, 3, "Willow", "Monday", "closed");
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(3, 3, 2, 3));
    });
    assertThat(text).contains("- Ward: Maple; Day: Tuesday; Nurse in charge: team B; Beds: 11\n",
        "- Ward: Willow; Day: Monday; Nurse in charge: closed; Beds: closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xls", "a.xlsx"})
  void readsTwoRowsOfNamesBelowATitle(String name) throws Exception {
    String text = read(name, sheet -> {
      row(sheet, 0, "Prices", "2024");
      row(sheet, 1, "Room", "Summer", "", "Winter");
      row(sheet, 2, "", "July", "August", "January", "February");
      row(sheet, 3, "Attic", 14.0, 18.0, 9.0, 8.0);
      row(sheet, 4, "Cellar", 9.0, 9.0, 4.0, 3.0);
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 3, 4));
    });
    assertThat(text).contains("- Room; Summer; Winter\n- Room; July; August; January; February\n"
        + "- Room: Attic; Summer July: 14; Summer August: 18; Winter January: 9; Winter February: 8\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xls", "a.xlsx"})
  void computesWhatIsStoredWithoutAValue(String name) throws Exception {
    String text = read(name, sheet -> {
      row(sheet, 0, "Item", "Price", "Count", "Sum");
      row(sheet, 1, "Rope", 4.0, 3.0);
      row(sheet, 2, "Tar", 2.5, 2.0);
      sheet.getRow(1).createCell(3).setCellFormula("B2*C2");
      sheet.getRow(2).createCell(3).setCellFormula("B3*C3");
      row(sheet, 3, "Total");
      sheet.getRow(3).createCell(3).setCellFormula("SUM(D2:D3)");
    });
    assertThat(text).contains("- Item: Rope; Price: 4; Count: 3; Sum: 12\n", "- Item: Total; Sum: 17");
  }

  @Test
  void computesNothingThatChangesByItselfOrLiesElsewhere() throws Exception {
    String text = read("a.xlsx", sheet -> {
      row(sheet, 0, "Item", "Left");
      row(sheet, 1, "Rope", 4.0);
      row(sheet, 2, "Tar");
      row(sheet, 3, "Wax");
      row(sheet, 4, "Oil");
      sheet.getRow(2).createCell(1).setCellFormula("YEAR(TODAY())");
      sheet.getRow(3).createCell(1).setCellFormula("B3+1");
      sheet.getRow(4).createCell(1).setCellFormula("1/0");
    });
    assertThat(text).endsWith("- Item: Rope; Left: 4\n- Tar\n- Wax\n- Oil");
    assertThat(TikaParsers.parse(FileKind.SHEETS, folder.resolve("a.xlsx")).remarks()).containsExactly(
        "3 formulas have no stored value and can't be computed here (Sheet!B3, Sheet!B4, Sheet!B5); open it in a "
            + "spreadsheet program and save it again");
  }

  @Test
  void readsAnOpenDocumentSheetWithWhatIsRepeatedAndMerged() throws Exception {
    Path file = folder.resolve("a.ods");
    WrittenFiles.zip(file, Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
        """
            <?xml version="1.0" encoding="UTF-8"?><office:document-content
              xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
              xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
            <office:body><office:spreadsheet><table:table table:name="Tides">
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            <table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell>
              <table:table-cell><text:p>Day</text:p></table:table-cell><table:table-cell><text:p>EAN</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Vesterhaven</text:p></table:table-cell>
              <table:table-cell office:value-type="date" office:date-value="2024-03-05"><text:p>05.03.24</text:p></table:table-cell>
              <table:table-cell office:value-type="float" office:value="4006381333931"><text:p>4.00638E+12</text:p></table:table-cell></table:table-row>
            <table:table-row><table:covered-table-cell/>
              <table:table-cell office:value-type="date" office:date-value="2024-03-06T18:30:00"><text:p>06.03.24</text:p></table:table-cell>
              <table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>
            """));
    Extracted read = TikaParsers.parse(FileKind.SHEETS, file);
    assertThat(read.text()).isEqualTo("""
        Tides

        - Port; Day; EAN
        - Port: Vesterhaven; Day: 2024-03-05; EAN: 4006381333931
        - Port: Vesterhaven; Day: 2024-03-06 18:30:00; EAN: 7""");
    assertThat(read.pages().rowAt(read.text().indexOf("2024-03-06"), read.text())).isEqualTo(5);
  }

  private String read(String name, Consumer<Sheet> writing) throws Exception {
    Path file = folder.resolve(name);
    try (Workbook book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      writing.accept(book.createSheet("Sheet"));
      book.write(out);
    }
    return TikaParsers.parse(FileKind.SHEETS, file).text();
  }

  private static void row(Sheet sheet, int number, Object... values) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case String said when said.isEmpty() -> {
        }
        case Double said -> row.createCell(i).setCellValue(said);
        case LocalDate day -> {
          row.createCell(i).setCellValue(day);
          style(sheet, number, i, "d/m/yy");
        }
        default -> row.createCell(i).setCellValue(values[i].toString());
      }
    }
  }

  private static void style(Sheet sheet, int row, int column, String format) {
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    sheet.getRow(row).getCell(column).setCellStyle(style);
  }
}

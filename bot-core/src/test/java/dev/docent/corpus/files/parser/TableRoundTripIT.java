package dev.docent.corpus.files.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** The same table, at random and with merged cells, written in three formats, is the same rows in all of them. */
class TableRoundTripIT {
  private static final long SEED = Long.getLong("docent.seed", 20_260_301L);

  private final Path folder;

  TableRoundTripIT(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A cell in the rows and columns {@code [row, row + rows)}, {@code [column, column + columns)}. */
  private record Cell(int row, int column, int rows, int columns, String text) {
    boolean covers(int atRow, int atColumn) {
      return row <= atRow && atRow < row + rows && column <= atColumn && atColumn < column + columns;
    }
  }

  private record Table(int names, int rows, int columns, List<Cell> cells) {
    Cell at(int row, int column) {
      return cells.stream().filter(cell -> cell.covers(row, column)).findFirst().orElseThrow();
    }
  }

  @RepeatedTest(12)
  void readsTheSameRowsInThreeFormats(RepetitionInfo run) throws Exception {
    Table table = table(new Random(SEED + run.getCurrentRepetition()));
    List<String> html = rows(FileKind.HTML, html(table));
    assertThat(rows(FileKind.WRITING, docx(table))).as("DOCX, %s", table).isEqualTo(html);
    assertThat(rows(FileKind.SHEETS, xlsx(table))).as("XLSX, %s", table).isEqualTo(html);
    standsUnderItsOwnNames(table, html);
  }

  /** Every name that is said before a value is one of its columns', and each of these is said. */
  private static void standsUnderItsOwnNames(Table table, List<String> lines) {
    List<String> body = lines.stream().filter(line -> !line.startsWith("=")).toList();
    for (Cell cell : table.cells()) {
      if (cell.row() < table.names() || cell.text().isEmpty()) {
        continue;
      }
      var own = new TreeSet<String>();
      for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
        own.add(name(table, column) + ": " + cell.text());
      }
      List<String> said = body.stream()
          .flatMap(line -> List.of(line.substring(2).split("; ")).stream())
          .filter(part -> part.equals(cell.text()) || part.endsWith(" " + cell.text()))
          .toList();
      assertThat(said).as("%s in %s", cell, table).isNotEmpty();
      if (!said.contains(cell.text())) {
        assertThat(new TreeSet<>(said)).as("%s in %s", cell, table).isEqualTo(own);
      }
    }
  }

  private static String name(Table table, int column) {
    String first = table.at(0, column).text();
    String last = table.at(table.names() - 1, column).text();
    return first.equals(last) ? first : first + " " + last;
  }

  private static Table table(Random random) {
    int names = 1 + random.nextInt(2);
    int columns = 3 + random.nextInt(4);
    int rows = names + 2 + random.nextInt(5);
    var cells = new ArrayList<Cell>();
    cells.add(new Cell(0, 0, names, 1, "Namea"));
    for (int column = 1; column < columns; column++) {
      boolean group = names == 2 && column + 1 < columns && random.nextBoolean();
      String name = "Name" + (char) ('a' + column);
      cells.add(new Cell(0, column, names == 2 && !group ? 2 : 1, group ? 2 : 1, name));
      if (group) {
        cells.add(new Cell(1, column, 1, 1, "Sub" + (char) ('a' + column)));
        cells.add(new Cell(1, column + 1, 1, 1, "Sub" + (char) ('a' + column + 1)));
        column++;
      }
    }
    for (int row = names; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = column;
        int line = row;
        if (cells.stream().anyMatch(cell -> cell.covers(line, at))) {
          continue;
        }
        boolean merged = random.nextInt(4) == 0;
        int down = merged ? 1 + random.nextInt(Math.min(3, rows - row)) : 1;
        int across = 1;
        while (merged && column + across < columns && across < 3 && random.nextBoolean()
            && free(cells, row, column + across)) {
          across++;
        }
        String text = random.nextInt(8) == 0 ? "" : row + "v" + column + " crowns";
        cells.add(new Cell(row, column, down, across, text));
      }
    }
    return new Table(names, rows, columns, cells);
  }

  private static boolean free(List<Cell> cells, int row, int column) {
    return cells.stream().noneMatch(cell -> cell.covers(row, column));
  }

  private Path html(Table table) throws IOException {
    Document page = Document.createShell("");
    Element rows = page.body().appendElement("table").appendElement("tbody");
    for (int row = 0; row < table.rows(); row++) {
      Element line = rows.appendElement("tr");
      for (int column = 0; column < table.columns(); column++) {
        Cell cell = table.at(row, column);
        if (cell.row() == row && cell.column() == column) {
          line.appendElement(row < table.names() ? "th" : "td")
              .attr("colspan", Integer.toString(cell.columns()))
              .attr("rowspan", Integer.toString(cell.rows()))
              .text(cell.text());
        }
      }
    }
    return Files.writeString(folder.resolve("table.html"), page.outerHtml());
  }

  private Path docx(Table table) throws IOException {
    Path file = folder.resolve("table.docx");
    try (var document = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
      var written = document.createTable();
      written.removeRow(0);
      for (int row = 0; row < table.rows(); row++) {
        var line = written.createRow();
        while (!line.getTableCells().isEmpty()) {
          line.removeCell(0);
        }
        line.setRepeatHeader(row < table.names());
        for (int column = 0; column < table.columns(); column += table.at(row, column).columns()) {
          Cell cell = table.at(row, column);
          XWPFTableCell one = line.createCell();
          var properties = one.getCTTc().isSetTcPr() ? one.getCTTc().getTcPr() : one.getCTTc().addNewTcPr();
          if (cell.columns() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
          }
          if (cell.rows() > 1) {
            properties.addNewVMerge().setVal(cell.row() == row ? STMerge.RESTART : STMerge.CONTINUE);
          }
          one.setText(cell.row() == row ? cell.text() : "");
        }
      }
      document.write(out);
    }
    return file;
  }

  private Path xlsx(Table table) throws IOException {
    Path file = folder.resolve("table.xlsx");
    try (var book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
      var sheet = book.createSheet("Table");
      for (Cell cell : table.cells()) {
        var row = sheet.getRow(cell.row()) == null ? sheet.createRow(cell.row()) : sheet.getRow(cell.row());
        row.createCell(cell.column()).setCellValue(cell.text());
        if (cell.rows() * cell.columns() > 1) {
          sheet.addMergedRegion(new CellRangeAddress(cell.row(), cell.row() + cell.rows() - 1, cell.column(),
              cell.column() + cell.columns() - 1));
        }
      }
      book.write(out);
    }
    return file;
  }

  /** The rows as they are read, those of names behind an equals sign. */
  private static List<String> rows(FileKind kind, Path file) throws Exception {
    Extracted read = TikaParsers.parse(kind, file);
    return read.blocks()
        .stream()
        .filter(block -> block.kind().row())
        .map((Block block) -> (block.kind() == Kind.TABLE_HEADER ? "=" : "")
            + read.text().substring(block.start(), block.end()))
        .toList();
  }
}

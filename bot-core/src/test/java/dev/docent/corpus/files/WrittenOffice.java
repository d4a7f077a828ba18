package dev.docent.corpus.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of older and of other offices. */
final class WrittenOffice {
  private WrittenOffice() {}

  /** A sheet of rows, cells parted by {@code |}; an empty row isn't written at all. */
  static void xls(Path file, String name, List<String> rows) throws IOException {
    try (var book = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
      var sheet = book.createSheet(name);
      for (int r = 0; r < rows.size(); r++) {
        String[] cells = rows.get(r).split("\\|", -1);
        for (int c = 0; c < cells.length && !rows.get(r).isEmpty(); c++) {
          var row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
          row.createCell(c).setCellValue(cells[c]);
        }
      }
      book.write(out);
    }
  }

  /** Slides of a title and a text. */
  static void ppt(Path file, List<Map.Entry<String, String>> slides) throws IOException {
    try (var show = new HSLFSlideShow(); OutputStream out = Files.newOutputStream(file)) {
      for (var said : slides) {
        var slide = show.createSlide();
        slide.addTitle().setText(said.getKey());
        slide.createTextBox().setText(said.getValue());
      }
      show.write(out);
    }
  }

  static void odp(Path file, List<String> slides) throws IOException {
    openDocument(file, "presentation", "<office:presentation>" + slides.stream()
        .map(said -> "<draw:page><draw:frame><draw:text-box><text:p>" + said
            + "</text:p></draw:text-box></draw:frame></draw:page>")
        .collect(Collectors.joining()) + "</office:presentation>");
  }

  static void ods(Path file, List<String> rows) throws IOException {
    openDocument(file, "spreadsheet", "<office:spreadsheet><table:table table:name=\"Tides\">" + rows.stream()
        .map(row -> "<table:table-row>" + List.of(row.split("\\|"))
            .stream()
            .map(cell -> "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>")
            .collect(Collectors.joining()) + "</table:table-row>")
        .collect(Collectors.joining()) + "</table:table></office:spreadsheet>");
  }

  private static void openDocument(Path file, String type, String body) throws IOException {
    WrittenFiles.zip(file, Map.of("mimetype", "application/vnd.oasis.opendocument." + type, "content.xml", """
        <?xml version="1.0" encoding="UTF-8"?><office:document-content
          xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
        <office:body>%s</office:body></office:document-content>
        """.formatted(body)));
  }

  /** A text document that opens with a password only. */
  static void locked(Path file, String password) throws IOException {
    try (var files = new POIFSFileSystem();
        var document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("Secret");
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream locked = encryptor.getDataStream(files)) {
        document.write(locked);
      }
      files.writeFilesystem(out);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}

package dev.docent.corpus.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Files as other programs write them. */
public final class WrittenFiles {
  private WrittenFiles() {}

  /** Pages of lines; an empty line moves further down. Titles of the outline point nowhere. */
  public static void pdf(Path file, List<String> pages, List<String> outline, String password) throws IOException {
    try (var pdf = new PDDocument()) {
      for (String lines : pages) {
        var page = new PDPage();
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
          content.setFont(new PDType1Font(FontName.HELVETICA), 11);
          content.beginText();
          content.newLineAtOffset(60, 720);
          for (String line : lines.split("\n", -1)) {
            content.newLineAtOffset(0, line.isEmpty() ? -30 : -14);
            content.showText(line);
          }
          content.endText();
        }
      }
      if (!outline.isEmpty()) {
        var titles = new PDDocumentOutline();
        pdf.getDocumentCatalog().setDocumentOutline(titles);
        for (String title : outline) {
          var item = new PDOutlineItem();
          item.setTitle(title);
          titles.addLast(item);
        }
      }
      if (!password.isEmpty()) {
        pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      pdf.save(file.toFile());
    }
  }

  /** Lines that begin with {@code #} are headings, those with {@code |} rows of one table. */
  public static void docx(Path file, String source) throws IOException {
    try (var document = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
      var style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading1");
      style.addNewName().setVal("heading 1");
      document.createStyles().addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
      List<String> rows = source.lines().filter(line -> line.startsWith("|")).toList();
      for (String line : source.lines().filter(line -> !line.startsWith("|")).toList()) {
        XWPFParagraph paragraph = document.createParagraph();
        if (line.startsWith("# ")) {
          paragraph.setStyle("Heading1");
        }
        paragraph.createRun().setText(line.replaceFirst("^# ", ""));
      }
      if (!rows.isEmpty()) {
        var table = document.createTable(rows.size(), rows.getFirst().substring(1).split("\\|").length);
        for (int r = 0; r < rows.size(); r++) {
          String[] cells = rows.get(r).substring(1).split("\\|");
          for (int c = 0; c < cells.length; c++) {
            table.getRow(r).getCell(c).setText(cells[c].strip());
          }
        }
      }
      document.write(out);
    }
  }

  /** Slides of a title and a text. */
  public static void pptx(Path file, List<Map.Entry<String, String>> slides) throws IOException {
    try (var show = new XMLSlideShow(); OutputStream out = Files.newOutputStream(file)) {
      for (var said : slides) {
        XSLFSlide slide = show.createSlide();
        XSLFTextShape title = slide.createTextBox();
        title.setText(said.getKey());
        XSLFTextShape text = slide.createTextBox();
        text.setText(said.getValue());
      }
      show.write(out);
    }
  }

  /** Sheets of rows, cells parted by {@code |}; a cell of digits is a number. */
  public static void xlsx(Path file, Map<String, List<String>> sheets) throws IOException {
    try (var book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
      sheets.forEach((name, rows) -> {
        var sheet = book.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
          String[] cells = rows.get(r).split("\\|", -1);
          var row = sheet.createRow(r);
          for (int c = 0; c < cells.length; c++) {
            if (cells[c].matches("\\d+")) {
              row.createCell(c).setCellValue(Double.parseDouble(cells[c]));
            } else if (!cells[c].isEmpty()) {
              row.createCell(c).setCellValue(cells[c]);
            }
          }
        }
      });
      book.write(out);
    }
  }

  /** A text document of OpenOffice: the elements of its body. */
  public static void odt(Path file, String body) throws IOException {
    zip(file, Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
        <office:body><office:text>%s</office:text></office:body></office:document-content>
        """.formatted(body)));
  }

  /** A book of one chapter: the elements of its body. */
  public static void epub(Path file, String title, String body) throws IOException {
    zip(file, Map.of("mimetype", "application/epub+zip", "META-INF/container.xml", """
        <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """, "book.opf", """
        <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title></metadata>
        <manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="c"/></spine></package>
        """.formatted(title), "c.xhtml", """
        <?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>c</title></head><body>%s</body></html>
        """.formatted(body)));
  }

  /** A zip of texts. */
  public static void zip(Path file, Map<String, String> entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      // Books and OpenDocument files say first what they are.
      for (var entry : entries.entrySet()
          .stream()
          .sorted(Comparator.comparing(e -> !e.getKey().equals("mimetype")))
          .toList()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().strip().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}

package dev.docent;

import dev.docent.answer.Citation;
import dev.docent.corpus.Locator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;

/** Opens a cited file again, with another reader than Docent's, and takes the text from the cited place. */
record Reopened(Path folder, Map<String, Charset> charsets) {

  /** The words at the place: its page, slide, row or lines; where only a heading is known, what follows it. */
  String at(Citation citation) throws IOException {
    Path file = folder.resolve(citation.document());
    String ending = citation.document().replaceFirst(".*\\.", "");
    String text = switch (citation.locator()) {
      case Locator.Lines lines -> lines(file, lines);
      case Locator.Page page -> switch (ending) {
        case "pdf" -> pdf(file, page.page());
        case "ppt" -> ppt(file, page.page());
        default -> pptx(file, page.page());
      };
      case Locator.Rows rows -> ending.equals("ods") ? ods(entry(file, "content.xml"), rows) : rows(file, rows);
      case Locator.Heading heading -> below(heading.headings(), flowing(file, ending));
    };
    return plain(text);
  }

  /** Whether the file on disk holds the quote, found without the code that made it. */
  static boolean holds(Path folder, Citation citation) {
    try {
      return spaced(Files.readString(folder.resolve(citation.document()))).contains(spaced(citation.quote()));
    } catch (IOException e) {
      return false;
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  private String lines(Path file, Locator.Lines lines) throws IOException {
    Charset charset = charsets.getOrDefault(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
    List<String> all = Files.readString(file, charset).lines().toList();
    String name = String.valueOf(file.getFileName());
    return name.endsWith("sv")
        ? named(all.getFirst(), all.get(lines.first() - 1))
        : String.join("\n", all.subList(lines.first() - 1, lines.last()));
  }

  /** A line of a table with the names of its columns. */
  private static String named(String names, String line) {
    String comma = "[;\t,](?! )";
    var said = new StringBuilder();
    for (int i = 0; i < Math.min(names.split(comma).length, line.split(comma).length); i++) {
      said.append(names.split(comma)[i]).append(": ").append(line.split(comma)[i]).append("; ");
    }
    return said.toString();
  }

  private static String pdf(Path file, int page) throws IOException {
    try (var pdf = Loader.loadPDF(file.toFile())) {
      var stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(pdf) + halves(pdf.getPage(page - 1));
    }
  }

  /** The left half of a page, then the right one: how two columns are read. */
  private static String halves(PDPage page) throws IOException {
    var stripper = new PDFTextStripperByArea();
    float width = page.getMediaBox().getWidth();
    float height = page.getMediaBox().getHeight();
    stripper.addRegion("left", new Rectangle2D.Float(0, 0, width / 2, height));
    stripper.addRegion("right", new Rectangle2D.Float(width / 2, 0, width / 2, height));
    stripper.extractRegions(page);
    return stripper.getTextForRegion("left") + stripper.getTextForRegion("right");
  }

  private static String ppt(Path file, int page) throws IOException {
    try (InputStream in = Files.newInputStream(file); var show = new HSLFSlideShow(in)) {
      return show.getSlides()
          .get(page - 1)
          .getTextParagraphs()
          .stream()
          .flatMap(List::stream)
          .map(Object::toString)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String pptx(Path file, int page) throws IOException {
    try (InputStream in = Files.newInputStream(file); var show = new XMLSlideShow(in)) {
      return show.getSlides()
          .get(page - 1)
          .getShapes()
          .stream()
          .map(shape -> ((org.apache.poi.xslf.usermodel.XSLFTextShape) shape).getText())
          .collect(Collectors.joining("\n"));
    }
  }

  /** The rows with the names of their columns, as the first row has them. */
  private static String rows(Path file, Locator.Rows at) throws IOException {
    var format = new DataFormatter();
    var said = new StringBuilder();
    try (InputStream in = Files.newInputStream(file); var book = WorkbookFactory.create(in)) {
      var sheet = book.getSheetAt(at.sheet() - 1);
      Row names = sheet.getRow(0);
      for (int r = at.first() - 1; r < at.last(); r++) {
        Row row = sheet.getRow(r);
        for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
          said.append(c > 0 ? "; " : "").append(format.formatCellValue(names.getCell(c))).append(": ");
          said.append(format.formatCellValue(row.getCell(c)));
        }
        said.append('\n');
      }
    }
    return said.toString();
  }

  private static String flowing(Path file, String ending) throws IOException {
    return switch (ending) {
      case "docx" -> docx(file);
      case "odt", "odp" -> Jsoup.parse(entry(file, "content.xml").replaceAll("<text:(?:p|h)", "<p")).text();
      case "epub" -> Jsoup.parse(entry(file, "c.xhtml")).text();
      case "rtf" -> rtf(Files.readString(file));
      case "eml" -> Files.readString(file).replace("=\r\n", "").replaceAll("<[^>]*>", " ");
      default -> Jsoup.parse(file.toFile()).text();
    };
  }

  private static String docx(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file); var document = new XWPFDocument(in)) {
      var said = new StringBuilder();
      document.getParagraphs().forEach(paragraph -> said.append(paragraph.getText()).append('\n'));
      document.getTables()
          .forEach(table -> table.getRows().stream().skip(1).forEach(row -> said.append(row(table.getRow(0), row))));
      return said.toString();
    }
  }

  /** Of the first sheet, which must have no rows that are written once for several. */
  private static String ods(String content, Locator.Rows at) {
    List<String> rows = List.of(content.split("</table:table-row>"))
        .stream()
        .map(row -> Jsoup.parse(row.replace("</text:p>", ";")).text().replace("; ", ";"))
        .toList();
    return rows.subList(at.first() - 1, at.last())
        .stream()
        .map(row -> named(rows.getFirst(), row))
        .collect(Collectors.joining());
  }

  private static String row(XWPFTableRow names, XWPFTableRow row) {
    var said = new StringBuilder();
    for (int i = 0; i < row.getTableCells().size(); i++) {
      said.append(names.getCell(i).getText()).append(": ").append(row.getCell(i).getText()).append("; ");
    }
    return said.append('\n').toString();
  }

  private static String entry(Path file, String name) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String rtf(String source) {
    Charset russian = Charset.forName("windows-1251");
    String decoded = java.util.regex.Pattern.compile("\\\\'([0-9a-f]{2})")
        .matcher(source)
        .replaceAll(m -> new String(new byte[]{(byte) Integer.parseInt(m.group(1), 16)}, russian));
    return decoded.replaceAll("\\\\[a-z]+\\d*", "");
  }

  private static String below(List<String> headings, String text) {
    int from = 0;
    for (String heading : headings) {
      int at = plain(text).indexOf(heading, from);
      from = at < 0 ? plain(text).length() : at;
    }
    return plain(text).substring(from);
  }
}

package dev.docent.corpus.files.sheet;

import dev.docent.corpus.files.format.BlockText;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.OwnTitle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The sheets of an Excel workbook, each read as a stream. Neither Tika's parser nor POI's tells of merged cells so. */
public final class SheetRows extends DefaultHandler {
  private final ReadOnlySharedStringsTable shared;
  private final StylesTable styles;
  private final SheetNumbers numbers;
  private final SheetFormulas formulas;
  private final String name;
  private final SheetTable table;
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final Map<Integer, Boolean> strong = new HashMap<>();
  private int row = 0;
  private int column = -1;
  private String type = "n";
  private int style = 0;
  private boolean computed = false;
  private int phonetic = 0;

  private SheetRows(XSSFReader reader, ReadOnlySharedStringsTable shared, SheetNumbers numbers, SheetFormulas formulas,
      String name) throws IOException, OpenXML4JException {
    this.shared = shared;
    this.styles = reader.getStylesTable();
    this.numbers = numbers;
    this.formulas = formulas;
    this.name = name;
    this.table = new SheetTable(name);
  }

  public static Extracted of(Path file) throws IOException, SAXException {
    try (OPCPackage book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      var reader = new XSSFReader(book);
      var shared = new ReadOnlySharedStringsTable(book, false);
      var numbers = new SheetNumbers(from1904(reader));
      var formulas = new SheetFormulas(book, numbers);
      var text = new BlockText();
      var each = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (each.hasNext()) {
        try (InputStream sheet = each.next()) {
          var rows = new SheetRows(reader, shared, numbers, formulas, each.getSheetName());
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(rows);
          xml.parse(new InputSource(sheet));
          rows.table.write(text);
        }
      }
      return text.extracted(title(book)).remarking(formulas.remarks());
    } catch (OpenXML4JException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static String title(OPCPackage book) throws OpenXML4JException {
    return book.getPackageProperties().getTitleProperty().map(title -> OwnTitle.of(title)).orElse("");
  }

  /** Workbooks of old Macintoshes count days from another one. */
  private static boolean from1904(XSSFReader reader) throws IOException, OpenXML4JException, SAXException,
      ParserConfigurationException {
    var found = new boolean[1];
    try (InputStream book = reader.getWorkbookData()) {
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(new DefaultHandler() {
        @Override
        public void startElement(String uri, String element, String qName, Attributes attributes) {
          String said = element.equals("workbookPr") ? attributes.getValue("date1904") : null;
          found[0] |= "1".equals(said) || "true".equals(said);
        }
      });
      xml.parse(new InputSource(book));
    }
    return found[0];
  }

  @Override
  public void startElement(String uri, String element, String qName, Attributes attributes) throws SAXException {
    switch (element) {
      case "row" -> {
        row = Math.max(row + 1, number(attributes.getValue("r")));
        column = -1;
        table.row(row, false);
      }
      case "c" -> {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        String said = attributes.getValue("t");
        type = said == null ? "n" : said;
        style = number(attributes.getValue("s"));
        computed = false;
        value.setLength(0);
      }
      case "rPh" -> phonetic++;
      case "f" -> computed = true;
      case "mergeCell" -> merge(attributes.getValue("ref"));
      default -> {
      }
    }
    words.setLength(0);
  }

  @Override
  public void endElement(String uri, String element, String qName) throws SAXException {
    switch (element) {
      case "v" -> value.append(words);
      case "t" -> value.append(phonetic > 0 ? "" : words);
      case "rPh" -> phonetic--;
      case "c" -> cell();
      default -> {
      }
    }
    words.setLength(0);
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    words.append(chars, start, length);
    Bounds.check(words.length());
  }

  private void merge(@Nullable String reference) {
    if (reference != null) {
      CellRangeAddress range = CellRangeAddress.valueOf(reference);
      table.merge(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn());
    }
  }

  private void cell() throws SAXException {
    String said = value.toString();
    if (said.isEmpty() && computed) {
      table.cell(column, formulas.value(name, row, column), strong());
    } else if (!said.isEmpty()) {
      table.cell(column, text(said), strong());
    }
  }

  private String text(String said) {
    return switch (type) {
      case "s" -> shared.getItemAt(Integer.parseInt(said.strip())).getString();
      case "b" -> said.strip().equals("0") ? "FALSE" : "TRUE";
      case "n" -> number(said, style());
      case "d" -> said.replaceFirst("T00:00(?::00(?:\\.0+)?)?Z?$", "").replace('T', ' ');
      default -> said;
    };
  }

  private String number(String said, @Nullable XSSFCellStyle style) {
    try {
      double number = Double.parseDouble(said.strip());
      String format = style == null ? null : style.getDataFormatString();
      return format == null || style == null
          ? numbers.text(number, 0, "General")
          : numbers.text(number, style.getDataFormat(), format);
    } catch (NumberFormatException e) {
      return said;
    }
  }

  private @Nullable XSSFCellStyle style() {
    return style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
  }

  private boolean strong() {
    return strong.computeIfAbsent(style, at -> {
      XSSFCellStyle found = style();
      return found != null && (found.getFont().getBold() || found.getFillPattern().getCode() > 0);
    });
  }

  private static int number(@Nullable String digits) {
    return digits != null && digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}

package dev.docent.corpus.files.sheet;

import dev.docent.corpus.files.format.BlockText;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.OwnTitle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.tika.exception.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The sheets of an OpenDocument workbook with their rows, of which Tika tells neither numbers nor repetitions. */
public final class OpenSheetRows extends DefaultHandler {
  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 14;
  /** How often a row or a cell with words is repeated at most; no table says the same a thousand times. */
  private static final int MOST_REPEATED = 1_000;

  private final BlockText text = new BlockText();
  private final StringBuilder words = new StringBuilder();
  private final Set<String> bold = new HashSet<>();
  private final List<String> missing = new ArrayList<>();
  private @Nullable SheetTable table;
  private String sheet = "";
  private String style = "";
  private String said = "";
  private List<Told> cells = new ArrayList<>();
  private int row = 0;
  private int rowRepeated = 1;
  private int column = 0;
  private int repeated = 1;
  private int columns = 1;
  private int down = 1;
  private int naming = 0;
  private int notes = 0;
  private boolean inCell = false;
  private boolean strong = false;
  private boolean computed = false;

  private record Told(int column, int repeated, int columns, int down, String text, boolean strong) {}

  private OpenSheetRows() {}

  public static Extracted of(Path file) throws IOException, SAXException, EncryptedDocumentException {
    try (var zip = new ZipFile(file.toFile())) {
      var manifest = new Said("encryption-data");
      parse(zip, "META-INF/manifest.xml", manifest);
      if (manifest.found) {
        throw new EncryptedDocumentException();
      }
      var sheets = new OpenSheetRows();
      if (!parse(zip, "content.xml", sheets)) {
        throw new IOException("no content.xml");
      }
      var title = new Said("title");
      parse(zip, "meta.xml", title);
      return sheets.text.extracted(OwnTitle.of(title.words.toString()))
          .remarking(SheetFormulas.remarks(sheets.missing));
    }
  }

  private static boolean parse(ZipFile zip, String name, DefaultHandler handler) throws IOException, SAXException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(handler);
      xml.parse(new InputSource(in));
      return true;
    } catch (ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  /** Whether there is an element of that name, and the words in it. */
  private static final class Said extends DefaultHandler {
    private final String element;
    private final StringBuilder words = new StringBuilder();
    private boolean found = false;
    private boolean inside = false;

    Said(String element) {
      this.element = element;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
      inside = name.equals(element);
      found |= inside;
    }

    @Override
    public void endElement(String uri, String name, String qName) {
      inside = false;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (inside && words.length() < 1_000) {
        words.append(chars, start, length);
      }
    }
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
    switch (name) {
      case "style" -> style = value(attributes, "name");
      case "text-properties" -> {
        if (value(attributes, "font-weight").equals("bold")) {
          bold.add(style);
        }
      }
      case "table" -> {
        sheet = value(attributes, "name");
        table = new SheetTable(sheet);
        row = 0;
      }
      case "table-header-rows" -> naming++;
      case "table-row" -> {
        rowRepeated = number(attributes, "number-rows-repeated", MOST_ROWS);
        cells = new ArrayList<>();
        column = 0;
      }
      case "table-cell", "covered-table-cell" -> startCell(attributes);
      case "annotation" -> notes++;
      case "p", "tab", "line-break", "s" -> words.append(' ');
      default -> {
      }
    }
  }

  private void startCell(Attributes attributes) {
    inCell = true;
    words.setLength(0);
    repeated = number(attributes, "number-columns-repeated", MOST_COLUMNS);
    columns = number(attributes, "number-columns-spanned", MOST_COLUMNS);
    down = number(attributes, "number-rows-spanned", MOST_ROWS);
    strong = bold.contains(value(attributes, "style-name"));
    computed = !value(attributes, "formula").isEmpty();
    said = switch (value(attributes, "value-type")) {
      case "date" -> value(attributes, "date-value").replaceFirst("T00:00:00(?:\\.0+)?$", "").replace('T', ' ');
      case "float" -> value(attributes, "value");
      default -> "";
    };
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    switch (name) {
      case "table" -> {
        if (table != null) {
          table.write(text);
          table = null;
        }
      }
      case "table-header-rows" -> naming--;
      case "table-row" -> endRow();
      case "table-cell", "covered-table-cell" -> endCell(name.equals("table-cell"));
      case "annotation" -> notes--;
      default -> {
      }
    }
  }

  private void endCell(boolean shown) throws SAXException {
    inCell = false;
    String shownWords = words.toString().strip();
    boolean number = said.matches("-?\\d.*[Ee]?.*") && SheetNumbers.scientific(shownWords.replace(',', '.'));
    String value = number
        ? SheetNumbers.digits(Double.parseDouble(said))
        : said.indexOf('-', 1) > 0 ? said : shownWords;
    if (value.isEmpty() && computed && missing.size() < MOST_REPEATED) {
      missing.add(sheet + "!" + CellReference.convertNumToColString(column) + (row + 1));
    }
    if (shown && !value.isEmpty()) {
      cells.add(new Told(column, Math.min(repeated, MOST_REPEATED), columns, down, value, strong));
    }
    column = Math.min(column + repeated, MOST_COLUMNS);
  }

  private void endRow() throws SAXException {
    SheetTable into = table;
    int times = cells.isEmpty() ? 0 : Math.min(rowRepeated, MOST_REPEATED);
    for (int i = 1; i <= times && into != null; i++) {
      into.row(row + i, naming > 0);
      for (Told cell : cells) {
        for (int k = 0; k < cell.repeated; k++) {
          into.cell(cell.column + k, cell.text, cell.strong);
        }
        into.merge(row + i, row + cell.down, cell.column, cell.column + cell.columns - 1);
      }
    }
    row = Math.min(row + rowRepeated, MOST_ROWS);
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (inCell && notes == 0) {
      words.append(chars, start, length);
      Bounds.check(words.length());
    }
  }

  private static String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  private static int number(Attributes attributes, String name, int most) {
    String digits = value(attributes, name);
    return digits.matches("\\d{1,9}") ? Math.clamp(Integer.parseInt(digits), 1, most) : 1;
  }
}

package dev.docent.corpus.files.html;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What an office file says of the cells of its tables and Tika leaves out: which are merged, and which rows hold names.
 * Tika parses with it, so that it always tells of the cell that Tika is at. Not safe for use by several threads.
 */
@SuppressWarnings("deprecation") // SAXParser has a method of SAX 1 to implement
public final class CellMarks extends SAXParser {
  private final Deque<Cell> cells = new ArrayDeque<>();
  private final Deque<RowMarks> rows = new ArrayDeque<>();
  private RowMarks row = new RowMarks();
  private int naming = 0;

  /** The marks of one cell. */
  static final class Cell {
    private int columns = 1;
    private boolean hidden = false;
    private boolean goesOn = false;

    int columns() {
      return columns;
    }

    /** Whether a cell to its left reaches over it. */
    boolean hidden() {
      return hidden;
    }

    /** Whether the cell above goes on in it. */
    boolean goesOn() {
      return goesOn;
    }
  }

  /** The marks of the row that was begun last. */
  static final class RowMarks {
    private boolean named = false;
    private int before = 0;

    boolean named() {
      return named;
    }

    /** How many columns are left free before its first cell. */
    int before() {
      return before;
    }
  }

  /** The cell that is being read; null for a file whose cells have no marks. */
  @Nullable
  Cell cell() {
    return cells.peek();
  }

  RowMarks row() {
    return row;
  }

  private void start(String name, Attributes attributes) {
    switch (name) {
      case "tr", "table-row" -> {
        rows.push(row);
        row = new RowMarks();
        row.named = naming > 0;
      }
      case "table-header-rows" -> naming++;
      case "tblHeader" -> row.named = on(attributes.getValue(0));
      case "gridBefore" -> row.before = number(value(attributes, "val"));
      case "tc" -> {
        var cell = new Cell();
        cell.columns = Math.max(1, number(attributes.getValue("gridSpan")));
        cell.hidden = on(attributes.getValue("hMerge"), false);
        cell.goesOn = on(attributes.getValue("vMerge"), false);
        cells.push(cell);
      }
      default -> property(name, attributes);
    }
  }

  private void property(String name, Attributes attributes) {
    Cell cell = cells.peek();
    if (cell == null) {
      return;
    }
    switch (name) {
      case "gridSpan" -> cell.columns = Math.max(1, number(value(attributes, "val")));
      case "vMerge" -> cell.goesOn = !"restart".equals(value(attributes, "val"));
      default -> {
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "tr", "table-row" -> row = rows.isEmpty() ? new RowMarks() : rows.pop();
      case "tc" -> cells.poll();
      case "table-header-rows" -> naming--;
      default -> {
      }
    }
  }

  private static @Nullable String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name) || attributes.getQName(i).endsWith(":" + name)) {
        return attributes.getValue(i);
      }
    }
    return null;
  }

  private static boolean on(@Nullable String value) {
    return on(value, true);
  }

  private static boolean on(@Nullable String value, boolean unsaid) {
    return value == null ? unsaid : !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  private static int number(@Nullable String value) {
    return value != null && value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
  }

  @Override
  public void parse(InputStream in, DefaultHandler told) throws SAXException, IOException {
    parse(new InputSource(in), told);
  }

  @Override
  public void parse(InputSource in, DefaultHandler told) throws SAXException, IOException {
    cells.clear();
    rows.clear();
    try {
      XMLReaderUtils.getSAXParser().parse(in, new Told(told));
    } catch (TikaException e) {
      throw new SAXException(e);
    }
  }

  /** Notes what is said before the other hears of it, and forgets it only afterwards. */
  private final class Told extends DefaultHandler {
    private final DefaultHandler other;

    Told(DefaultHandler other) {
      this.other = other;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
      start(name, attributes);
      other.startElement(uri, name, qName, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
      other.endElement(uri, name, qName);
      end(name);
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
      other.characters(chars, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
      other.ignorableWhitespace(chars, start, length);
    }

    @Override
    public void startDocument() throws SAXException {
      other.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
      other.endDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
      other.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
      other.endPrefixMapping(prefix);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
      other.processingInstruction(target, data);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      other.setDocumentLocator(locator);
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws IOException, SAXException {
      return other.resolveEntity(publicId, systemId);
    }
  }

  @Override
  public Parser getParser() throws SAXException {
    throw new SAXException("there is no parser of SAX 1");
  }

  @Override
  public XMLReader getXMLReader() throws SAXException {
    try {
      return XMLReaderUtils.getXMLReader();
    } catch (TikaException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public boolean isNamespaceAware() {
    return true;
  }

  @Override
  public boolean isValidating() {
    return false;
  }

  @Override
  public void setProperty(String name, Object value) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public Object getProperty(String name) {
    throw new UnsupportedOperationException(name);
  }
}

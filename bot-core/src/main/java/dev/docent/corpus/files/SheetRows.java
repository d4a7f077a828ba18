package dev.docent.corpus.files;

import dev.docent.corpus.Block.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The sheets of an Excel workbook, read as a stream. Tika's parser would do, but miscounts the rows that are left out. */
final class SheetRows implements SheetContentsHandler {
  private static final int MOST_COLUMNS = 1_000;

  private final BlockText text = new BlockText();
  private final List<String> cells = new ArrayList<>();
  private TableRows rows = new TableRows(2);

  private SheetRows() {}

  static Extracted of(Path file) throws IOException, SAXException {
    try (OPCPackage book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      var reader = new XSSFReader(book);
      var shared = new ReadOnlySharedStringsTable(book, false);
      var sheets = new SheetRows();
      var each = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (each.hasNext()) {
        try (InputStream sheet = each.next()) {
          sheets.begin(each.getSheetName());
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(
              new XSSFSheetXMLHandler(reader.getStylesTable(), shared, sheets, new DataFormatter(), false));
          xml.parse(new InputSource(sheet));
        }
      }
      return sheets.text.extracted(title(book));
    } catch (OpenXML4JException | ParserConfigurationException e) {
      throw new IOException(e);
    } catch (Failure e) {
      throw e.bound();
    }
  }

  private static String title(OPCPackage book) throws OpenXML4JException {
    return book.getPackageProperties().getTitleProperty().map(title -> TikaParsers.title(title)).orElse("");
  }

  private void begin(String name) {
    text.page();
    text.add(Kind.HEADING, 1, name);
    rows = new TableRows(2);
  }

  @Override
  public void startRow(int row) {
    cells.clear();
  }

  @Override
  public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    while (cells.size() < Math.min(column, MOST_COLUMNS)) {
      cells.add("");
    }
    if (value != null && cells.size() < MOST_COLUMNS) {
      cells.add(value.replaceAll("[\\s\\u00A0]+", " ").strip());
    }
  }

  @Override
  public void endRow(int row) {
    text.addRow(rows.line(cells, false), row + 1);
    try {
      Bounds.check(text.length());
    } catch (SAXException e) {
      throw new Failure(e);
    }
  }

  /** Carries a bound that was reached through a handler that may not say so. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SAXException bound;

    Failure(SAXException bound) {
      super(bound);
      this.bound = bound;
    }

    SAXException bound() {
      return bound;
    }
  }
}

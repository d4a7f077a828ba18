package dev.docent.corpus.files.html;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.BlockText;
import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;
import dev.docent.corpus.files.table.TableRows;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The blocks of the XHTML that parsers tell of a file. Ends with an exception when it grows too long or is interrupted. */
public final class XhtmlBlocks extends DefaultHandler {
  private static final Set<String> UNREAD = Set.of("head", "script", "style", "noscript", "template", "svg", "iframe",
      "nav", "aside", "footer", "button", "select", "textarea");
  static final Set<String> INLINE = Set.of("a", "b", "i", "u", "s", "em", "strong", "span", "code", "sub",
      "sup",
      "small", "mark", "abbr", "cite", "q", "font", "tt", "kbd", "var", "time", "label", "img", "ins", "del", "strike");
  private static final Set<String> UNREAD_ROLES = Set.of("navigation", "search", "complementary", "contentinfo");
  private static final Set<String> PAGES = Set.of("page", "slide-content");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern SPACE_IN_LINE = Pattern.compile("[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{2,}");

  private final FileKind kind;
  private final boolean shaped;
  private final CellMarks marks;
  private final StringBuilder words = new StringBuilder();
  private BlockText text = new BlockText();
  private @Nullable BlockText aroundMain;
  private boolean mainSeen = false;
  private int unread = 0;
  private int items = 0;
  private int heading = 0;
  private boolean titleDue = false;
  private @Nullable XhtmlTable table;
  private final LinkRuns links = new LinkRuns();

  /**
   * @param shaped whether it is told which cells are merged, by the parser or by the marks
   */
  public XhtmlBlocks(FileKind kind, boolean shaped, CellMarks marks) {
    this.kind = kind;
    this.shaped = shaped;
    this.marks = marks;
  }

  public Extracted extracted(String title) throws SAXException {
    XhtmlTable around = table;
    if (around != null) {
      endTable(around);
    }
    flush();
    links.end(text);
    return (aroundMain == null ? text : aroundMain).extracted(title);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
    Bounds.check(text.length() + words.length());
    if (unread > 0 || unread(name, attributes) || mainSeen && aroundMain == null) {
      unread++;
      return;
    }
    String type = attributes.getValue("class");
    if (kind == FileKind.SHEETS ? name.equals("h1") : type != null && PAGES.contains(type)) {
      flush();
      text.page();
      titleDue = kind == FileKind.SLIDES;
    }
    XhtmlTable around = table;
    if (name.equals("table") && (around == null || around.layout())) {
      startTable();
    } else if (around != null) {
      around.start(name, attributes);
    } else {
      startBlock(name);
    }
  }

  private static boolean unread(String name, Attributes attributes) {
    String role = attributes.getValue("role");
    return UNREAD.contains(name) || role != null && UNREAD_ROLES.contains(role);
  }

  private void startBlock(String name) {
    if (name.equals("a")) {
      links.open();
    } else if (name.equals("br")) {
      words.append('\u2028');
    } else if (!INLINE.contains(name)) {
      flush();
      items += name.equals("li") ? 1 : 0;
      heading = name.matches("h[1-6]") ? name.charAt(1) - '0' : heading;
      if (name.equals("main") && !mainSeen) {
        links.settle(text);
        mainSeen = true;
        aroundMain = text;
        text = new BlockText();
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    XhtmlTable around = table;
    if (unread > 0) {
      unread--;
    } else if (around != null) {
      if (around.end(name)) {
        endTable(around);
      }
    } else if (name.equals("a")) {
      links.close();
    } else if (!INLINE.contains(name) && !name.equals("br")) {
      flush();
      items -= name.equals("li") ? 1 : 0;
      heading = name.matches("h[1-6]") ? 0 : heading;
      if (name.equals("main") && aroundMain != null) {
        endMain(aroundMain);
      }
    }
  }

  /** What a page names its main part is all that is read of it, unless there is nothing in it. */
  private void endMain(BlockText around) {
    if (text.isEmpty()) {
      text = around;
      mainSeen = false;
    }
    aroundMain = null;
  }

  private void startTable() throws SAXException {
    XhtmlTable around = table;
    if (around != null) {
      // What lays out a page holds no rows.
      endTable(around);
    }
    flush();
    table = new XhtmlTable(kind == FileKind.SHEETS, shaped, marks);
  }

  private void endTable(XhtmlTable ended) throws SAXException {
    for (TableRows.Line line : ended.lines()) {
      // Parsers tell of the empty rows of a sheet, too.
      text.addRow(line.kind(), line.words(), kind == FileKind.SHEETS ? line.number() : 0);
    }
    table = null;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    XhtmlTable around = table;
    if (unread > 0) {
      return;
    }
    if (around != null) {
      around.characters(chars, start, length);
      Bounds.check(text.length() + around.length());
    } else {
      words.append(chars, start, length);
      links.heard(chars, start, length);
      Bounds.check(text.length() + words.length());
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
    characters(chars, start, length);
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    boolean collapsed = kind == FileKind.HTML || kind == FileKind.BOOK || heading > 0;
    String said = collapsed
        ? SPACE.matcher(words).replaceAll(" ")
        : SPACE_IN_LINE.matcher(words.toString().replace("\r\n", "\n"))
            .replaceAll(m -> m.group().indexOf('\n') < 0 ? " " : "\n");
    boolean menu = links.onlyLinks(words) && kind == FileKind.HTML && heading == 0 && !mainSeen;
    words.setLength(0);
    for (String part : BLANK_LINES.split(said.replace('\u2028', collapsed && heading > 0 ? ' ' : '\n').strip())) {
      add(part.strip(), menu);
    }
  }

  private void add(String part, boolean menu) {
    Kind plain = items > 0 ? Kind.LIST_ITEM : Kind.PARAGRAPH;
    if (menu || part.isEmpty()) {
      if (!part.isEmpty()) {
        links.hold(plain, part);
      }
      return;
    }
    links.settle(text);
    boolean title = titleDue && !part.isEmpty() && part.length() <= 100 && !part.endsWith(".");
    titleDue &= part.isEmpty();
    if (heading > 0 || title) {
      text.add(Kind.HEADING, Math.max(heading, 1), SPACE.matcher(part).replaceAll(" "));
    } else {
      text.add(plain, 0, part);
    }
  }
}

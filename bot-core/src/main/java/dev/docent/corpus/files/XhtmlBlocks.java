package dev.docent.corpus.files;

import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The blocks of the XHTML that parsers tell of a file. Ends with an exception when it grows too long or is interrupted. */
final class XhtmlBlocks extends DefaultHandler {
  private static final Set<String> UNREAD = Set.of("head", "script", "style", "noscript", "template", "svg", "iframe",
      "nav", "aside", "footer", "button", "select", "textarea");
  private static final Set<String> INLINE = Set.of("a", "b", "i", "u", "s", "em", "strong", "span", "code", "sub",
      "sup",
      "small", "mark", "abbr", "cite", "q", "font", "tt", "kbd", "var", "time", "label", "img", "ins", "del", "strike");
  private static final Set<String> UNREAD_ROLES = Set.of("navigation", "search", "complementary", "contentinfo");
  private static final Set<String> PAGES = Set.of("page", "slide-content");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern SPACE_IN_LINE = Pattern.compile("[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{2,}");

  private final FileKind kind;
  private final StringBuilder words = new StringBuilder();
  private BlockText text = new BlockText();
  private @Nullable BlockText aroundMain;
  private boolean mainSeen = false;
  private int unread = 0;
  private int tables = 0;
  private int items = 0;
  private int heading = 0;
  private boolean titleDue = false;
  private TableRows rows = new TableRows(2);
  private List<String> cells = new ArrayList<>();
  private boolean marked = false;
  private int row = 0;
  private final LinkRuns links = new LinkRuns();

  XhtmlBlocks(FileKind kind) {
    this.kind = kind;
  }

  Extracted extracted(String title) {
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
    if (name.equals("table") && ++tables == 1) {
      flush();
      rows = new TableRows(kind == FileKind.SHEETS ? 2 : 3);
      row = 0;
    } else if (tables > 0) {
      startInTable(name);
    } else {
      startBlock(name);
    }
  }

  private static boolean unread(String name, Attributes attributes) {
    String role = attributes.getValue("role");
    return UNREAD.contains(name) || role != null && UNREAD_ROLES.contains(role);
  }

  private void startInTable(String name) {
    if (tables == 1 && name.equals("tr")) {
      cells = new ArrayList<>();
      words.setLength(0);
      marked = true;
    } else if (tables == 1 && (name.equals("td") || name.equals("th"))) {
      words.setLength(0);
      marked &= name.equals("th");
    } else if (!INLINE.contains(name)) {
      words.append(' ');
    }
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
  public void endElement(String uri, String name, String qName) {
    if (unread > 0) {
      unread--;
    } else if (tables > 0) {
      endInTable(name);
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

  private void endInTable(String name) {
    if (name.equals("table")) {
      tables--;
    } else if (tables == 1 && (name.equals("td") || name.equals("th"))) {
      cells.add(SPACE.matcher(words).replaceAll(" ").strip());
      words.setLength(0);
    } else if (tables == 1 && name.equals("tr")) {
      row++;
      // Parsers tell of the empty rows of a sheet, too.
      text.addRow(rows.line(cells, marked && !cells.isEmpty()), kind == FileKind.SHEETS ? row : 0);
      cells = new ArrayList<>();
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (unread == 0) {
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

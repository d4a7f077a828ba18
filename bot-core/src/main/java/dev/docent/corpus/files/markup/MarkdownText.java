package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Pages;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.table.RowsInTurn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** What a reader of a page made from Markdown sees, in the lines of its source. */
final class MarkdownText {
  private static final Parser MARKDOWN = Parser.builder()
      .extensions(List.of(TablesExtension.create()))
      .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
      .build();
  /** In MDX, what is indented is no code. */
  private static final Parser MDX = Parser.builder()
      .extensions(List.of(TablesExtension.create()))
      .enabledBlockTypes(Set.<Class<? extends Block>>of(Heading.class, HtmlBlock.class, ThematicBreak.class,
          FencedCodeBlock.class, org.commonmark.node.BlockQuote.class, ListBlock.class))
      .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
      .build();
  /** For what stands between tags of HTML. */
  private static final Parser WORDS = Parser.builder()
      .enabledBlockTypes(Set.of())
      .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
      .build();

  private static final Pattern PIPED = Pattern.compile("\\|.*\\|.*");
  private static final Pattern RULE = Pattern.compile("[|\\s:-]+");
  /** Rows of one table have at most one empty line between them. */
  private static final int MOST_APART = 2;

  private static final int DEEPEST = 100;
  private static final int FAR = 2_000;
  private static final int MANY_OPEN = 2_000;
  /** No paragraph has so many that somebody wrote. */
  private static final int MARKS = 20_000;

  private final MarkdownSource source;
  private final String text;
  private final ShownLines shown;
  private final MarkdownWords words;
  private final Deque<ListItem> items = new ArrayDeque<>();
  /** Of each numbered list around: the number of its next item. */
  private final Deque<Integer> numbers = new ArrayDeque<>();
  private int lists = 0;
  private String marker = "";
  /** Where the last row stood that is none to CommonMark. */
  private int piped = -MOST_APART;
  private RowsInTurn rows = new RowsInTurn(1);

  private MarkdownText(MarkdownSource source, int lines) {
    this.source = source;
    this.text = source.text();
    this.shown = new ShownLines(lines);
    this.words = new MarkdownWords(text);
  }

  /**
   * The text, its blocks, and the title its front matter gives.
   *
   * @param mdx whether it may hold programs
   */
  static Extracted of(String source, boolean mdx) {
    MarkdownSource ready = MarkdownSource.of(mdx ? MdxWords.of(source) : source);
    var reading = new MarkdownText(ready, ShownLines.count(source));
    try {
      if (!readable(reading.text)) {
        return asItStands(source);
      }
      reading.walk((mdx ? MDX : MARKDOWN).parse(reading.text));
    } catch (StackOverflowError e) {
      // The parser goes as deep as emphasis is nested; thousands of levels are no writing.
      return asItStands(source);
    }
    return reading.shown.extracted(ready.title());
  }

  /**
   * Whether the parser is done with it in a time that grows with its length: for each mark it may look for the one that
   * closes it, to the end of the paragraph.
   */
  private static boolean readable(String text) {
    int open = 0;
    int close = Integer.MAX_VALUE;
    int inBlock = 0;
    int inRun = 0;
    if (text.lines().anyMatch(MarkdownText::nested)) {
      return false;
    }
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      close = c == '>' ? i : close;
      open += c == '<' && close - i > FAR ? 1 : 0;
      if ("[*_`<".indexOf(c) >= 0) {
        inBlock++;
        inRun++;
      } else if (c == '\n' && i + 1 < text.length()) {
        char first = text.charAt(i + 1);
        inRun = first == '\n' ? 0 : inRun;
        inBlock = first == '\n' || "|-*+#".indexOf(first) >= 0 || Character.isDigit(first) ? 0 : inBlock;
      }
      if (inBlock > MARKS || inRun > 5 * MARKS) {
        return false;
      }
    }
    return open < MANY_OPEN;
  }

  /** Whether the line opens more lists and quotes than any writer; each is looked at again for each line below. */
  private static boolean nested(String line) {
    int opened = 0;
    int at = 0;
    while (at < line.length() && " \t-*+>".indexOf(line.charAt(at)) >= 0) {
      opened += line.charAt(at) > ' ' ? 1 : 0;
      at++;
    }
    return opened > DEEPEST && at < line.length();
  }

  private static Extracted asItStands(String source) {
    return new Extracted("", source, PlainTextBlocks.of(source), Pages.NONE);
  }

  /** In document order, without recursion: nesting is the author's, the stack is ours. */
  private void walk(Node root) {
    Node at = root;
    while (at != null) {
      boolean inside = enter(at);
      if (inside && at.getFirstChild() != null) {
        at = at.getFirstChild();
        continue;
      }
      while (at != null && at.getNext() == null) {
        leave(at);
        at = at.getParent();
      }
      if (at != null) {
        leave(at);
        at = at.getNext();
      }
    }
  }

  /** Whether what is in the node is to be looked at. */
  private boolean enter(Node node) {
    switch (node) {
      case OrderedList list -> {
        lists++;
        Integer first = list.getMarkerStartNumber();
        numbers.push(first == null ? 1 : first);
      }
      case BulletList list -> lists++;
      case ListItem item -> {
        items.push(item);
        marker = "- ";
        if (item.getParent() instanceof OrderedList list) {
          int number = numbers.pop();
          numbers.push(number + 1);
          marker = number + (list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter()) + " ";
        }
      }
      case TableHead head -> rows = new RowsInTurn(1);
      case TableRow row -> row(row);
      default -> {
        if (node instanceof Block && !node.getSourceSpans().isEmpty()) {
          leaf(node);
        }
      }
    }
    return !(node instanceof Paragraph || node instanceof Heading || node instanceof TableRow);
  }

  private void leave(Node node) {
    if (node instanceof ListBlock) {
      lists--;
      if (node instanceof OrderedList) {
        numbers.pop();
      }
    } else if (node instanceof ListItem) {
      items.pop();
      marker = "";
    }
  }

  private void leaf(Node node) {
    int first = line(node.getSourceSpans().getFirst());
    int last = line(node.getSourceSpans().getLast());
    switch (node) {
      case Heading heading -> {
        words.of(heading, true).forEach((line, words) -> shown.show(source.origin(line), words));
        shown.block(Kind.HEADING, heading.getLevel(), source.origin(first), source.origin(last));
        marker = "";
      }
      case Paragraph paragraph -> paragraph(words.of(paragraph, true));
      case FencedCodeBlock code -> code(code.getLiteral(), first + 1);
      case IndentedCodeBlock code -> code(code.getLiteral(), first);
      case HtmlBlock html -> html(html.getLiteral(), first);
      default -> {
      }
    }
  }

  private void paragraph(SortedMap<Integer, String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (lines.values().stream().allMatch(line -> line.startsWith("|") && PIPED.matcher(line).matches())) {
      lines.forEach(this::pipedRow);
      return;
    }
    piped = -MOST_APART;
    boolean definition = defines(lines);
    Kind kind = items.peek() == null
        ? definition ? Kind.LIST_ITEM : Kind.PARAGRAPH
        : items.peek().getParent() instanceof OrderedList ? Kind.STEP : Kind.LIST_ITEM;
    int level = kind.item() ? Math.max(lists - 1, 0) : 0;
    var words = new ArrayList<String>();
    for (int line = lines.firstKey(); line <= lines.lastKey(); line++) {
      String said = lines.getOrDefault(line, "").strip();
      words.add(definition && said.startsWith(": ") ? said.substring(2) : said);
    }
    int first = source.origin(lines.firstKey());
    if (definition && marker.isEmpty()) {
      shown.named(level, first, words);
    } else {
      shown.block(kind, level, marker, first, words);
    }
    marker = "";
  }

  /** A row that stands apart from those of its table, for which it isn't taken for one. */
  private void pipedRow(int line, String words) {
    if (line - piped > MOST_APART) {
      rows = new RowsInTurn(2);
    }
    piped = line;
    if (!RULE.matcher(words).matches()) {
      String said = rows
          .line(List.of(words.substring(1, words.length() - (words.endsWith("|") ? 1 : 0)).split("\\|", -1)), false);
      shown.row(Kind.TABLE_ROW, source.origin(line), said);
    }
  }

  /** Whether a line says with a colon before it what the words above it mean. */
  private static boolean defines(SortedMap<Integer, String> lines) {
    return lines.values().stream().anyMatch(line -> line.startsWith(": "));
  }

  private void code(String literal, int first) {
    String[] lines = literal.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        shown.show(source.origin(first + i), lines[i]);
      }
    }
    shown.block(Kind.CODE, 0, source.origin(first), source.origin(first + lines.length - 1));
  }

  private void row(TableRow row) {
    var cells = new ArrayList<String>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(cell instanceof TableCell ? String.join(" ", words.of(cell, true).values()) : "");
    }
    boolean head = row.getParent() instanceof TableHead;
    shown.row(head ? Kind.TABLE_HEADER : Kind.TABLE_ROW, source.origin(line(row.getSourceSpans().getFirst())),
        rows.line(cells, head));
  }

  private void html(String literal, int first) {
    for (HtmlWords.Part part : HtmlWords.of(literal)) {
      switch (part) {
        case HtmlWords.Part.Row(int line, List<String> cells, boolean head, boolean begins) -> {
          rows = begins ? new RowsInTurn(3) : rows;
          String said = rows.line(cells.stream().map(cell -> String.join(" ", inline(cell).values())).toList(), head);
          shown.row(head ? Kind.TABLE_HEADER : Kind.TABLE_ROW, source.origin(first + line), said);
        }
        case HtmlWords.Part.Text(Kind kind, int level, int line, String words) when kind == Kind.CODE ->
          code(words, first + line);
        case HtmlWords.Part.Text(Kind kind, int level, int line, String words) -> {
          SortedMap<Integer, String> lines = inline(words);
          String mark = kind.item() ? "- " : "";
          for (Map.Entry<Integer, String> shownLine : lines.entrySet()) {
            boolean begins = shownLine.getKey().equals(lines.firstKey());
            shown.show(source.origin(first + line + shownLine.getKey()), (begins ? mark : "") + shownLine.getValue());
          }
          if (!lines.isEmpty()) {
            shown.block(kind, level, source.origin(first + line + lines.firstKey()),
                source.origin(first + line + lines.lastKey()));
          }
        }
      }
    }
  }

  /** Words between tags, without what is Markdown in them; the key is the line among them. */
  private static SortedMap<Integer, String> inline(String words) {
    var lines = new TreeMap<Integer, String>();
    var reader = new MarkdownWords(words);
    for (Node node = WORDS.parse(words).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Paragraph) {
        lines.putAll(reader.of(node, true));
      }
    }
    return lines;
  }

  private static int line(SourceSpan span) {
    return span.getLineIndex();
  }
}

package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The structure of Markdown as CommonMark sees it, in ranges of the source text, whole lines each. */
final class MarkdownBlocks {
  private static final Parser PARSER = Parser.builder()
      .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
      .includeSourceSpans(IncludeSourceSpans.BLOCKS)

      .build();

  private MarkdownBlocks() {}

  static List<Block> of(String text) {
    var leaves = new ArrayList<Block>();
    for (Node node = PARSER.parse(text); node != null; node = next(node)) {
      leaf(node, text, leaves);
    }
    leaves.sort(Comparator.comparingInt(Block::start));
    return covered(leaves, text);
  }

  /** The next node in document order, without recursion: nesting is the author's, the stack is ours. */
  private static @Nullable Node next(Node node) {
    if (node.getFirstChild() != null && !(node instanceof Paragraph) && !(node instanceof Heading)) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != null && at.getNext() == null) {
      at = at.getParent();
    }
    return at == null ? null : at.getNext();
  }

  private static void leaf(Node node, String text, List<Block> leaves) {
    if (node.getSourceSpans().isEmpty()) {
      return;
    }
    switch (node) {
      case Heading heading -> leaves.add(block(Kind.HEADING, heading.getLevel(), node, text));
      case Paragraph paragraph ->
        leaves.add(block(kind(paragraph), depth(paragraph), node, text));
      case FencedCodeBlock code -> leaves.add(block(Kind.CODE, 0, code, text));
      case IndentedCodeBlock code -> leaves.add(block(Kind.CODE, 0, code, text));
      case HtmlBlock html -> leaves.add(block(Kind.PARAGRAPH, 0, html, text));
      case TableRow row ->
        leaves.add(block(row.getParent() instanceof TableHead ? Kind.TABLE_HEADER : Kind.TABLE_ROW, 0, row, text));
      case YamlFrontMatterBlock front -> leaves.add(block(Kind.CODE, 0, front, text));
      default -> {
      }
    }
  }

  private static Kind kind(Paragraph paragraph) {
    return !(paragraph.getParent() instanceof ListItem item)
        ? Kind.PARAGRAPH
        : item.getParent() instanceof OrderedList ? Kind.STEP : Kind.LIST_ITEM;
  }

  private static int depth(Paragraph paragraph) {
    int lists = 0;
    for (Node node = paragraph.getParent(); node != null; node = node.getParent()) {
      lists += node instanceof ListItem ? 1 : 0;
    }
    return paragraph.getParent() instanceof ListItem ? lists - 1 : 0;
  }

  private static Block block(Kind kind, int level, Node node, String text) {
    List<SourceSpan> spans = node.getSourceSpans();
    int start = text.lastIndexOf('\n', spans.getFirst().getInputIndex() - 1) + 1;
    SourceSpan last = spans.getLast();
    int end = text.indexOf('\n', last.getInputIndex() + last.getLength());
    return new Block(kind, level, start, end < 0 ? text.length() : end);
  }

  /** What no leaf holds (an unknown construct, a link definition) is a paragraph: no text is lost. */
  private static List<Block> covered(List<Block> leaves, String text) {
    var blocks = new ArrayList<Block>();
    int at = 0;
    for (Block leaf : leaves) {
      if (leaf.start() < at) {
        continue;
      }
      gap(text, at, leaf.start(), blocks);
      blocks.add(leaf);
      at = leaf.end();
    }
    gap(text, at, text.length(), blocks);
    return blocks;
  }

  private static void gap(String text, int from, int to, List<Block> blocks) {
    if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
      int start = from;
      while (Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      blocks.add(new Block(Kind.PARAGRAPH, 0, start, to));
    }
  }
}

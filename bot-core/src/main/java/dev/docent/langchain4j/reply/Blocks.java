package dev.docent.langchain4j.reply;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The blocks of Markdown; what stands in them is left as it is. Stateless. */
final class Blocks {
  private static final Parser BLOCKS = Parser.builder()
      .extensions(List.of(TablesExtension.create()))
      .includeSourceSpans(IncludeSourceSpans.BLOCKS)
      .inlineParserFactory(context -> (lines, node) -> {})
      .build();

  private Blocks() {}

  /** The blocks of a text. */
  static List<Node> of(String text) {
    return children(BLOCKS.parse(text));
  }

  /** A block as it is written. */
  static String source(Node node, String text) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return "";
    }
    return text.substring(spans.getFirst().getInputIndex(), end(node));
  }

  /** Where a block ends in its text. */
  static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getLast().getInputIndex() + spans.getLast().getLength();
  }

  /** The blocks in a block. */
  static List<Node> children(Node node) {
    var children = new ArrayList<Node>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}

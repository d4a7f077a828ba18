package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The structure of plain text: blank lines part paragraphs; a short line on its own that doesn't end like a sentence is
 * a heading, if text follows it.
 */
final class PlainTextBlocks {
  private static final Pattern PARAGRAPH = Pattern.compile("(?dm)^(?:[^\\n\\S]*+[^\\n\\s][^\\n]*+(?:\\n|\\z))++");
  private static final Pattern HEADING = Pattern
      .compile("(?:\\d+(?:\\.\\d+)*\\.?\\s+)?\\p{Lu}[^\\n]{1,78}[^\\s.!?:;,…。！？]");
  private static final Pattern UNDERLINED = Pattern.compile("[^\\n]{2,100}\\n\\s*(?:={3,}|-{3,}|~{3,})");
  private static final Pattern ITEM = Pattern.compile("(?dm)^[ \\t]*(?:[-*+•–]|\\d{1,3}[.)])[ \\t]+\\S");

  /** Lines of a table that is drawn with bars, below each other. */
  private static final Pattern BARS = Pattern.compile("\\A(?:[ \\t]*\\|[^\\n]*\\|[ \\t]*(?:\\n|\\z)){2,}");
  private static final Pattern RULE = Pattern.compile("[\\s|:+=-]*-[\\s|:+=-]*");

  private PlainTextBlocks() {}

  /** A line a row, the one above a rule holds the names of the columns. */
  private static void rows(String text, int start, int end, List<Block> blocks) {
    int at = start;
    while (at < end) {
      int line = text.indexOf('\n', at);
      int to = line < 0 || line > end ? end : line;
      String row = text.substring(at, to);
      int below = text.indexOf('\n', Math.min(to + 1, end));
      String next = to + 1 >= end ? "" : text.substring(to + 1, below < 0 || below > end ? end : below);
      if (!RULE.matcher(row).matches() && !row.isBlank()) {
        boolean names = at == start && !next.isBlank() && RULE.matcher(next).matches();
        blocks.add(new Block(row.strip().startsWith("|") ? names ? Kind.TABLE_HEADER : Kind.TABLE_ROW : Kind.PARAGRAPH,
            0, at, to));
      }
      at = to + 1;
    }
  }

  static List<Block> of(String text) {
    var blocks = new ArrayList<Block>();
    Matcher paragraphs = PARAGRAPH.matcher(text);
    while (paragraphs.find()) {
      int end = paragraphs.end();
      add(text, paragraphs.start(), text.charAt(end - 1) == '\n' ? end - 1 : end, blocks);
    }
    // A "heading" with nothing below it is the last line of the text, or a signature.
    if (!blocks.isEmpty() && blocks.getLast().kind() == Kind.HEADING) {
      Block last = blocks.removeLast();
      blocks.add(new Block(Kind.PARAGRAPH, 0, last.start(), last.end()));
    }
    return blocks;
  }

  private static void add(String text, int start, int end, List<Block> blocks) {
    String paragraph = text.substring(start, end);
    if (UNDERLINED.matcher(paragraph).matches()) {
      blocks.add(new Block(Kind.HEADING, paragraph.stripTrailing().endsWith("=") ? 1 : 2, start, end));
      return;
    }
    if (HEADING.matcher(paragraph.strip()).matches() && paragraph.strip().split("\\s+").length <= 10) {
      blocks.add(new Block(Kind.HEADING, 2, start, end));
      return;
    }
    if (BARS.matcher(paragraph).find()) {
      rows(text, start, end, blocks);
      return;
    }
    Matcher items = ITEM.matcher(paragraph);
    int from = 0;
    boolean inList = false;
    while (items.find()) {
      if (items.start() > from) {
        blocks.add(new Block(inList ? Kind.LIST_ITEM : Kind.PARAGRAPH, 0, start + from, start + items.start()));
      }
      from = items.start();
      inList = true;
    }
    blocks.add(new Block(inList ? Kind.LIST_ITEM : Kind.PARAGRAPH, 0, start + from, end));
  }
}

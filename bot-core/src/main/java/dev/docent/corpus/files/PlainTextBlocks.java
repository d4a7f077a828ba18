package dev.docent.corpus.files;

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

  private PlainTextBlocks() {}

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

package dev.docent.corpus;

/**
 * A structural part of a document's text: the characters {@code [start, end)}.
 *
 * @param level the depth of a heading, 1 the outermost; 0 for everything else
 */
public record Block(Kind kind, int level, int start, int end) {

  /** What a block is to the splitter. */
  public enum Kind {
    HEADING, PARAGRAPH, LIST_ITEM, TABLE_ROW, CODE
  }

  public Block {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("block [" + start + ", " + end + ")");
    }
    if ((kind == Kind.HEADING) != (level > 0)) {
      throw new IllegalArgumentException("level " + level + " of a " + kind);
    }
  }
}

package dev.docent.corpus;

/**
 * A structural part of a document's text: the characters {@code [start, end)}.
 *
 * @param level the depth of a heading, 1 the outermost; of an item how many lists it is nested in, 0 the outermost; 0 for
 *   everything else
 */
public record Block(Kind kind, int level, int start, int end) {

  /** What a block is to the splitter, and to whoever shows a piece of the document. */
  public enum Kind {
    HEADING, PARAGRAPH,
    /** An item of a list, or a further paragraph of one. */
    LIST_ITEM,
    /** An item of a numbered list, or a further paragraph of one. */
    STEP,
    /** A row that holds the names of the columns of the rows below it. */
    TABLE_HEADER, TABLE_ROW, CODE;

    /** Whether it is a part of a list, numbered or not. */
    public boolean item() {
      return this == LIST_ITEM || this == STEP;
    }

    /** Whether it is a row of a table, the names of its columns included. */
    public boolean row() {
      return this == TABLE_HEADER || this == TABLE_ROW;
    }
  }

  public Block {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("block [" + start + ", " + end + ")");
    }
    if (level < 0 || kind == Kind.HEADING && level == 0 || kind != Kind.HEADING && !kind.item() && level > 0) {
      throw new IllegalArgumentException("level " + level + " of a " + kind);
    }
  }

  /** The same block of a text in which all stands so many characters further on. */
  public Block moved(int by) {
    return new Block(kind, level, start + by, end + by);
  }
}

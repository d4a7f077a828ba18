package dev.docent.corpus;

import java.util.List;

/**
 * One file of the corpus as it was read.
 *
 * @param id the path relative to the knowledge folder, with {@code /}
 * @param title the title the document gives itself, or its file name
 * @param text the extracted text; quotes are literal parts of it
 * @param blocks the structure of the text, in order, without overlap
 * @param pages where the pages of the text begin; {@link Pages#NONE} for a document without pages
 * @param contentHash identifies the bytes it was read from
 */
public record Document(String id, String title, Language language, String text, List<Block> blocks,
    Pages pages, String contentHash) {

  public Document {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a document needs an id and a title: '" + id + "', '" + title + "'");
    }
    blocks = List.copyOf(blocks);
    int at = 0;
    for (Block block : blocks) {
      if (block.start() < at || block.end() > text.length()) {
        throw new IllegalArgumentException(block + " in a text of " + text.length() + " characters, after " + at);
      }
      at = block.end();
    }
    if (!pages.rows().isEmpty() && pages.rows().getLast().offset() > text.length()) {
      throw new IllegalArgumentException(pages + " in a text of " + text.length() + " characters");
    }
    if (!pages.breaks().isEmpty() && pages.breaks().getLast() > text.length()) {
      throw new IllegalArgumentException(pages + " in a text of " + text.length() + " characters");
    }
  }

  /** The title of a document that gives itself none: its file's name without the ending. */
  public static String titleByName(String id) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ');
  }

  /** A document without pages. */
  public Document(String id, String title, Language language, String text, List<Block> blocks, String contentHash) {
    this(id, title, language, text, blocks, Pages.NONE, contentHash);
  }
}

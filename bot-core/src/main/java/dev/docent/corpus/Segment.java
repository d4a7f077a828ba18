package dev.docent.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * The unit that is indexed: some neighbouring blocks of one document under one heading.
 *
 * @param ordinal its place among the document's segments, from 0
 * @param headings the headings above it, outermost first
 * @param text a literal part of the document's text; begins with the heading lines that introduce it, if any
 * @param bodyStart where in {@code text} the heading lines end and the body begins
 * @param start where in the document's text this segment's text begins
 * @param firstLine the line of the document its first character stands in, from 1
 * @param pages the pages its text stands on; {@link Pages#NONE} for a document without pages
 * @param blocks the structure of its text, in order, without overlap; a block that was cut is there in part
 */
public record Segment(String documentId, String title, int ordinal, List<String> headings, String text, int bodyStart,
    int start, int firstLine, Pages pages, List<Block> blocks, Language language) {

  public Segment {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a segment without text in " + documentId);
    }
    if (ordinal < 0 || start < 0 || firstLine < 1 || bodyStart < 0 || bodyStart > text.length()) {
      throw new IllegalArgumentException("segment " + ordinal + " of " + documentId);
    }
    headings = List.copyOf(headings);
    blocks = List.copyOf(blocks);
    if (!blocks.isEmpty() && blocks.getLast().end() > text.length()) {
      throw new IllegalArgumentException(blocks.getLast() + " of " + documentId + "#" + ordinal);
    }
  }

  /** A segment of whose structure nothing is known. */
  public Segment(String documentId, String title, int ordinal, List<String> headings, String text, int bodyStart,
      int start, int firstLine, Pages pages, Language language) {
    this(documentId, title, ordinal, headings, text, bodyStart, start, firstLine, pages, List.of(), language);
  }

  /** A segment of a document without pages. */
  public Segment(String documentId, String title, int ordinal, List<String> headings, String text, int bodyStart,
      int start, int firstLine, Language language) {
    this(documentId, title, ordinal, headings, text, bodyStart, start, firstLine, Pages.NONE, language);
  }

  /** Unique in the corpus, stable while the document doesn't change. */
  public String id() {
    return documentId + "#" + ordinal;
  }

  public String body() {
    return text.substring(bodyStart);
  }

  /**
   * What the vector is made from: the body, led by the title and the headings that it is under. A title that is only the
   * file's name is left out, so that a file can be renamed without another vector; words find it by its name.
   */
  public String embeddingText() {
    var heads = new ArrayList<String>(headings);
    if (!title.equals(Document.titleByName(documentId)) && (headings.isEmpty() || !headings.getFirst().equals(title))) {
      heads.addFirst(title);
    }
    return NormalForm.text(heads.isEmpty() ? body().strip() : String.join(". ", heads) + "\n" + body().strip());
  }

  /** Where its body stands in the document. */
  public Locator locateBody() {
    return locate(Math.min(bodyStart, text.length() - 1), text.length());
  }

  /** Where the characters {@code [from, to)} of this segment's text stand in the document; of several pages, the one they begin on. */
  public Locator locate(int from, int to) {
    if (pages.first() > 0) {
      return onPage(pages.at(from), from, to);
    }
    if (pages.equals(Pages.FLOWING)) {
      return new Locator.Heading(headings);
    }
    int first = firstLine + newlines(0, from);
    return new Locator.Lines(first, first + newlines(from, Math.max(from, to - 1)), headings);
  }

  /** Rows, where the characters begin and end in rows of one sheet. */
  private Locator onPage(int page, int from, int to) {
    int last = Math.max(from, to - 1);
    int row = pages.rowAt(from, text);
    return row > 0 && pages.at(last) == page && pages.rowAt(last, text) >= row
        ? new Locator.Rows(page, row, pages.rowAt(last, text), headings)
        : new Locator.Page(page, headings);
  }

  private int newlines(int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }
}

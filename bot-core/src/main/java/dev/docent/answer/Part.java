package dev.docent.answer;

import dev.docent.corpus.Locator;
import dev.docent.corpus.TextRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verified part of an answer, shown in its structure.
 *
 * @param text the words without markers; a literal piece of one document, its items, rows and lines of code a line each,
 *   or Markdown that a model wrote
 * @param marks the words in the text that carry the answer itself, in order, without overlap; none where they aren't known
 * @param markers the citations it rests on; empty only for what a model wrote to lead in to what follows
 * @param more what of the same list or table isn't shown; null where nothing is left out
 * @param begins whether what a model wrote begins a paragraph or an item here, or is a table or code, rather than running
 *   on from the part before
 */
public record Part(Kind kind, String text, List<TextRange> marks, List<Integer> markers, @Nullable More more,
    boolean begins) {

  /** What the part looks like. All but {@link #WRITTEN} are the document's own words. */
  public enum Kind {
    PROSE, LIST, STEPS, TABLE, CODE, WRITTEN
  }

  /**
   * What stands in the document and isn't shown.
   *
   * @param count how many items or rows
   */
  public record More(int count, Locator where) {
    public More {
      if (count < 1) {
        throw new IllegalArgumentException(count + " more");
      }
    }
  }

  public Part {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a part without words");
    }
    if (markers.isEmpty() && kind != Kind.WRITTEN) {
      throw new IllegalArgumentException("a quote needs a citation: " + text);
    }
    marks = List.copyOf(marks);
    markers = List.copyOf(markers);
    int at = 0;
    for (TextRange mark : marks) {
      if (mark.start() < at || mark.end() > text.length()) {
        throw new IllegalArgumentException(mark + " is no part of '" + text + "'");
      }
      at = mark.end();
    }
  }

  /** A piece of a document. */
  public Part(Kind kind, String text, List<TextRange> marks, List<Integer> markers, @Nullable More more) {
    this(kind, text, marks, markers, more, false);
  }

  /** A part that is all there. */
  public Part(Kind kind, String text, List<TextRange> marks, List<Integer> markers) {
    this(kind, text, marks, markers, null);
  }

  /** A sentence that a model wrote, resting on citations. */
  public static Part written(String markdown, List<Integer> markers) {
    return written(markdown, markers, false);
  }

  /** What a model wrote, resting on citations. */
  public static Part written(String markdown, List<Integer> markers, boolean begins) {
    return new Part(Kind.WRITTEN, markdown, List.of(), markers, null, begins);
  }

  /** Whether the text is the document's own words. */
  public boolean literal() {
    return kind != Kind.WRITTEN;
  }

  /** The marked words, in order. */
  public List<String> marked() {
    return marks.stream().map(mark -> mark.of(text)).toList();
  }
}

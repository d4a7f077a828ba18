package dev.docent.answer;

import dev.docent.corpus.Locator;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A literal piece of one document in its structure, not verified yet.
 *
 * @param quote where in the document's text it stands: what is cited
 * @param locator where a person finds it
 * @param pieces its parts in the order of the document; one may stand above the quote: the names of a row's columns, the
 *   words that lead in to an item
 * @param more what of the same list or table isn't shown; null where nothing is left out
 */
public record Excerpt(String documentId, String title, TextRange quote, Locator locator, List<Piece> pieces,
    Part.@Nullable More more) {

  /**
   * A part of an excerpt.
   *
   * @param range where in the document's text it stands
   * @param text its words as they are shown: those of the range but for white space
   * @param marks the words in {@code text} that carry the answer, in order, without overlap
   */
  public record Piece(Part.Kind kind, TextRange range, String text, List<TextRange> marks) {
    public Piece {
      marks = List.copyOf(marks);
      if (kind == Part.Kind.WRITTEN) {
        throw new IllegalArgumentException("no document wrote '" + text + "'");
      }
    }
  }

  /** An excerpt that is all there. */
  public Excerpt(String documentId, String title, TextRange quote, Locator locator, List<Piece> pieces) {
    this(documentId, title, quote, locator, pieces, null);
  }

  /** A piece of running text of a segment. */
  public static Excerpt literal(Segment segment, TextRange range, List<TextRange> marks) {
    var quote = new TextRange(segment.start() + range.start(), segment.start() + range.end());
    return new Excerpt(segment.documentId(), segment.title(), quote, segment.locate(range.start(), range.end()),
        List.of(new Piece(Part.Kind.PROSE, quote, Verbatim.collapse(range.of(segment.text())), marks)));
  }

  public Excerpt {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("an excerpt of " + documentId + " without a piece");
    }
  }
}

package dev.docent.answer.extractive;

import dev.docent.answer.Excerpt;
import dev.docent.answer.Verbatim;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts the piece of a document that a person can act on around the sentence that answers: a lead-in with what it leads in
 * to, an item with its lead-in, a row with its header, a heading that asks with what stands below it, code as its block,
 * running text with what it can't be understood without. Stateless.
 */
final class Excerpts {
  static final Pattern ASKS = Pattern.compile("[?？؟]\\W*$");
  /** Shares of the question, in idf, that its heading holds. */
  private static final double SAME = 0.85;
  private static final double MOSTLY = 0.6;

  private final IndexView view;

  Excerpts(IndexView view) {
    this.view = view;
  }

  /** The sentence alone. */
  static Excerpt sentence(RankedSentence sentence) {
    Segment segment = sentence.passage().segment();
    String words = Verbatim.collapse(sentence.text());
    return Excerpt.literal(segment, sentence.range(), marks(words, sentence.marked()));
  }

  /** What answers, around a sentence. */
  Excerpt around(RankedSentence sentence, Scope scope) {
    return around(sentence, scope, List.of());
  }

  /** As above, with the sentences near it that are hardly less likely to answer, as far as there is room for them. */
  Excerpt around(RankedSentence sentence, Scope scope, List<RankedSentence> rivals) {
    Segment segment = sentence.passage().segment();
    Surroundings there = Surroundings.of(segment, view);
    TextRange place = range(sentence);
    int at = there.blockAt(place.start());
    if (at < 0 || place.end() > there.text().length()) {
      return sentence(sentence);
    }
    var cut = new ExcerptCut(there, segment.language(),
        scope == Scope.FACT && asksTheSame(sentence) ? Scope.PARAGRAPH : scope,
        place);
    cut.from(at);
    if (asksTheSame(sentence) || scope != Scope.FACT && asks(segment)) {
      cut.fromHeading(at);
    }
    rivals.stream()
        .filter(rival -> rival.passage().segment().documentId().equals(segment.documentId()))
        .map(rival -> range(rival))
        .forEach(cut::reach);
    return cut.excerpt(segment, sentence.marked());
  }

  private static boolean asks(Segment segment) {
    return !segment.headings().isEmpty() && ASKS.matcher(segment.headings().getLast()).find();
  }

  /** Whether the heading above asks the question, or says nearly all of it: then what stands below is the answer. */
  private static boolean asksTheSame(RankedSentence sentence) {
    double held = sentence.feature("headed");
    return held >= SAME || held >= MOSTLY && asks(sentence.passage().segment());
  }

  /** In places of the document's text. */
  private static TextRange range(RankedSentence sentence) {
    int by = sentence.passage().segment().start();
    return new TextRange(by + sentence.range().start(), by + sentence.range().end());
  }

  static List<TextRange> marks(String words, String marked) {
    String collapsed = Verbatim.collapse(marked);
    int at = collapsed.isBlank() ? -1 : words.indexOf(collapsed);
    return at < 0 ? List.of() : List.of(new TextRange(at, at + collapsed.length()));
  }
}

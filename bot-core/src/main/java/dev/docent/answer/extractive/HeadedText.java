package dev.docent.answer.extractive;

import dev.docent.answer.SpanReader;

import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import java.util.stream.Collectors;

/**
 * A segment as the span reader is to read it: a line of a heading begins with a mark, for without one its words run into
 * the first sentence, and less is seen in it (docs/quality.md).
 *
 * @param heads the lines of the headings with their marks
 */
record HeadedText(Segment segment, String heads) {
  private static final String MARK = "## ";

  static HeadedText of(Segment segment) {
    String heads = segment.text().substring(0, segment.bodyStart());
    String marked = heads.lines().map(HeadedText::marked).collect(Collectors.joining("\n"));
    return new HeadedText(segment, heads.endsWith("\n") ? marked + "\n" : marked);
  }

  private static String marked(String line) {
    boolean bare = !line.startsWith("#") && line.codePoints().anyMatch(Character::isLetterOrDigit);
    return bare ? MARK + line : line;
  }

  /** What is read, with the sentences of the body. */
  SpanReader.Text text() {
    int by = heads.length() - segment.bodyStart();
    return new SpanReader.Text(heads + segment.body(),
        SentenceFeatures.bodySentences(segment).stream().map(range -> moved(range, by)).toList());
  }

  /** What was read in it, its spans in the text of the segment. */
  SpanReader.Reading back(SpanReader.Reading reading) {
    int by = segment.bodyStart() - heads.length();
    return new SpanReader.Reading(reading.answerable(), reading.confidence(),
        reading.spans().stream().map(span -> back(span, by)).toList());
  }

  /** An empty span stands nowhere. */
  private static SpanReader.Span back(SpanReader.Span span, int by) {
    return span.range().length() == 0 ? span : new SpanReader.Span(moved(span.range(), by), span.margin());
  }

  private static TextRange moved(TextRange range, int by) {
    return new TextRange(range.start() + by, range.end() + by);
  }
}

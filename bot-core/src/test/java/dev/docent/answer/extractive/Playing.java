package dev.docent.answer.extractive;

import dev.docent.answer.Evidence;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.RetrieverRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A span reader of English that points at the sentence that holds given words, and sees nothing in others. */
final class Playing implements SpanReader {
  private final String pointed;
  private final double margin;
  private final double confidence;
  final List<List<String>> read = new ArrayList<>();
  final List<String> questions = new ArrayList<>();

  /**
   * @param margin of the span, and how answerable its passage is, in logits
   * @param confidence that the passage's span is right
   */
  Playing(String pointed, double margin, double confidence) {
    this.pointed = pointed;
    this.margin = margin;
    this.confidence = confidence;
  }

  @Override
  public boolean understands(Language language) {
    return language == Language.ENGLISH;
  }

  @Override
  public List<Reading> read(String question, List<Text> passages) {
    questions.add(question);
    read.add(passages.stream().map(Text::text).toList());
    return passages.stream().map(this::reading).toList();
  }

  private Reading reading(Text passage) {
    boolean here = passage.text().contains(pointed);
    return new Reading(here ? margin : -10, here ? confidence : 0,
        passage.sentences()
            .stream()
            .map(
                range -> new Span(range, range.of(passage.text()).contains(pointed) ? margin : -10))
            .toList());
  }

  /** The segments as passages in their order, all equally near. */
  static Evidence evidence(Segment... segments) {
    return new Evidence(
        IntStream.range(0, segments.length)
            .mapToObj(
                i -> new Passage(segments[i], i + 1, 1, new RetrieverRank(i + 1, 1), new RetrieverRank(i + 1, 0.7)))
            .toList(),
        new InMemoryIndexView(Arrays.copyOf(segments, segments.length)));
  }
}

package dev.docent.retrieval;

import static dev.docent.index.IndexContents.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageRerankerIT {
  private final SegmentIndex index;
  private final IndexView view;

  CoverageRerankerIT(@TempDir Path folder) {
    index = LuceneSegmentIndex.open(folder, language -> false);
    put(index, Language.ENGLISH, "Boats are painted in spring.", "Boats are painted green by Anna in the old shed.",
        "The bakery opens at six.", "Boats need nets.", "Boats need oars.", "Boats need sails.", "Boats need ropes.");
    view = index.acquire();
  }

  @AfterEach
  void close() {
    view.close();
    index.close();
  }

  @Test
  void thePassageThatHoldsMoreOfTheQuestionComesFirst() {
    List<Passage> again = rerank("who painted the boats green in the shed?", passage(0, 1, 2.0, 2, 0.7),
        passage(1, 2, 2.0, 1, 0.7));

    assertThat(again).extracting(p -> p.segment().documentId()).containsExactly("1.md", "0.md");
    assertThat(again).extracting(Passage::rank).containsExactly(1, 2);
    assertThat(again.getFirst().score()).isGreaterThan(again.getLast().score());
  }

  @Test
  void theNearerOfTwoThatHoldAsMuchComesFirst() {
    List<Passage> again = rerank("boats", passage(3, 1, 1.0, 2, 0.4), passage(4, 2, 1.0, 1, 0.8));

    assertThat(again).extracting(p -> p.segment().documentId()).containsExactly("4.md", "3.md");
  }

  @Test
  void whatSharesNothingWithTheQuestionIsCut() {
    assertThat(rerank("who painted the boats?", passage(0, 1, 2.0, 1, 0.7), passage(2, 0, 0, 2, 0.4)))
        .extracting(p -> p.segment().documentId())
        .containsExactly("0.md");
    assertThat(rerank("who painted the boats?", passage(0, 1, 2.0, 1, 0.7), passage(2, 0, 0, 2, 0.65)))
        .as("unless it is near by its vector")
        .hasSize(2);
  }

  @Test
  void theNearestPassageIsAmongThoseThatAreRead() {
    List<Passage> again = rerank("boats need", passage(0, 1, 9.0, 2, 0.5), passage(1, 2, 9.0, 3, 0.5),
        passage(3, 3, 9.0, 4, 0.5), passage(4, 4, 9.0, 5, 0.5), passage(5, 5, 9.0, 6, 0.5), passage(2, 0, 0, 1, 0.62));

    assertThat(again).extracting(p -> p.segment().documentId()).hasSize(6).element(4).isEqualTo("2.md");
  }

  private List<Passage> rerank(String question, Passage... passages) {
    return new CoverageReranker().rerank(Query.of(question), List.of(passages), view);
  }

  private Passage passage(int document, int wordsRank, double words, int vectorsRank, double cosine) {
    Segment segment = view.segments(document + ".md").getFirst();
    return new Passage(segment, 1, 0, new RetrieverRank(wordsRank, words), new RetrieverRank(vectorsRank, cosine));
  }
}

package dev.docent.retrieval;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.Embedder;
import dev.docent.index.InMemoryIndexView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeduplicationTest {
  private static final Embedder NONE = new Embedder() {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public boolean understands(Language language) {
      return false;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      return List.of();
    }
  };

  @Test
  void copiesDontTakeThePlaceOfOtherEvidence() {
    var segments = new ArrayList<Segment>();
    for (int i = 0; i < 200; i++) {
      segments.add(segment("copy-" + i + ".md", "The harbour fee is 15 crowns."));
    }
    segments.add(segment("other.md", "Of the harbour there is a picture."));
    var view = new InMemoryIndexView(segments.toArray(Segment[]::new));
    var retriever = new HybridRetriever(new LexicalRetriever(), (query, at, limit) -> List.of(), NONE);
    List<Passage> found = retriever.retrieve(Query.of("harbour fee"), view, 5);
    assertThat(found).extracting(passage -> passage.segment().documentId()).containsExactly("copy-0.md", "other.md");
    assertThat(found).extracting(Passage::rank).containsExactly(1, 2);
  }

  @Test
  void aCopyThatAnotherRankingFoundCountsForTheSamePassage() {
    Passage word = new Passage(segment("a", "x"), 1, 7, new RetrieverRank(1, 7), RetrieverRank.NONE);
    Passage vector = new Passage(segment("b", "x"), 1, 0.8, RetrieverRank.NONE, new RetrieverRank(1, 0.8));
    assertThat(ReciprocalRankFusion.EQUAL.fuse(List.of(List.of(word), List.of(vector)), 5)).singleElement()
        .satisfies(passage -> assertThat(passage.vectors().ranked()).isTrue());
  }
}

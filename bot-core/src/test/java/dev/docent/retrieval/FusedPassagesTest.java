package dev.docent.retrieval;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FusedPassagesTest {

  @Test
  void theFirstRankingThatHoldsAPassageTellsItsStanding() {
    Passage first = new Passage(segment("a", "x"), 1, 7, new RetrieverRank(1, 7), new RetrieverRank(4, 0.6));
    Passage second = new Passage(segment("a", "x"), 2, 5, new RetrieverRank(2, 5), new RetrieverRank(3, 0.7));
    Passage fused = ReciprocalRankFusion.EQUAL.fuse(List.of(List.of(first), List.of(second)), 5).getFirst();
    assertThat(fused.words()).isEqualTo(new RetrieverRank(1, 7));
    assertThat(fused.vectors()).isEqualTo(new RetrieverRank(4, 0.6));
    assertThat(fused.score()).isCloseTo(1 / 61.0 + 1 / 62.0, within(1e-12));
  }

  @Test
  void copiesOfOneTextAreOnePassage() {
    Passage original = new Passage(segment("a", "the same"), 1, 1, new RetrieverRank(1, 1), RetrieverRank.NONE);
    Passage copy = new Passage(segment("b", " the same "), 1, 1, RetrieverRank.NONE, new RetrieverRank(1, 0.9));
    assertThat(ReciprocalRankFusion.EQUAL.fuse(List.of(List.of(original), List.of(copy)), 5)).singleElement()
        .satisfies(passage -> assertThat(passage.segment().documentId()).isEqualTo("a"));
  }

  @Test
  void theBestOfAllRankingsAreKeptWhereTooManyAreFound() {
    Passage a = new Passage(segment("a", "a"), 2, 1, new RetrieverRank(2, 1), RetrieverRank.NONE);
    Passage b = new Passage(segment("b", "b"), 1, 1, RetrieverRank.NONE, new RetrieverRank(1, 1));
    assertThat(ReciprocalRankFusion.EQUAL.fuse(List.of(List.of(a), List.of(b)), 1)).singleElement()
        .satisfies(passage -> assertThat(passage.segment().documentId()).isEqualTo("b"));
  }
}

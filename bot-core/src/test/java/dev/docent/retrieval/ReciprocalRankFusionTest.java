package dev.docent.retrieval;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReciprocalRankFusionTest {

  @Test
  void putsFirstWhatSeveralRankingsHold() {
    List<Passage> fused = ReciprocalRankFusion.EQUAL.fuse(List.of(ranking("a", "b"), ranking("c", "b")), 5);
    assertThat(ids(fused)).containsExactly("b", "a", "c");
    assertThat(fused).extracting(Passage::rank).containsExactly(1, 2, 3);
    assertThat(fused.getFirst().score()).isCloseTo(2 / 62.0, within(1e-12));
  }

  @Test
  void countsEachRankingByItsWeight() {
    var vectorsFirst = new ReciprocalRankFusion(List.of(0.1, 1.0));
    assertThat(ids(vectorsFirst.fuse(List.of(ranking("a"), ranking("b")), 5))).containsExactly("b", "a");
    var wordsOnly = new ReciprocalRankFusion(List.of(1.0, 0.0));
    assertThat(ids(wordsOnly.fuse(List.of(ranking("a"), ranking("b")), 5))).containsExactly("a");
  }

  @Test
  void keepsTheOrderOfTheFirstRankingInTies() {
    assertThat(ids(ReciprocalRankFusion.EQUAL.fuse(List.of(ranking("a"), ranking("b"), ranking("c")), 2)))
        .containsExactly("a", "b");
  }

  @Test
  void remembersTheStandingInEachRanking() {
    Passage word = new Passage(segment("a", "x"), 1, 7, new RetrieverRank(1, 7), RetrieverRank.NONE);
    Passage vector = new Passage(segment("a", "x"), 2, 0.8, RetrieverRank.NONE, new RetrieverRank(2, 0.8));
    Passage fused = ReciprocalRankFusion.EQUAL.fuse(List.of(List.of(word), List.of(vector)), 5).getFirst();
    assertThat(fused.words()).isEqualTo(new RetrieverRank(1, 7));
    assertThat(fused.vectors()).isEqualTo(new RetrieverRank(2, 0.8));
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(ReciprocalRankFusion.EQUAL.fuse(List.of(), 5)).isEmpty();
    assertThat(ReciprocalRankFusion.EQUAL.fuse(List.of(List.of(), List.of()), 5)).isEmpty();
  }

  private static List<String> ids(List<Passage> passages) {
    return passages.stream().map(passage -> passage.segment().documentId()).toList();
  }

  private static List<Passage> ranking(String... ids) {
    var passages = new ArrayList<Passage>();
    for (String id : ids) {
      int rank = passages.size() + 1;
      passages.add(
          new Passage(segment(id, "text of " + id), rank, 1.0 / rank, new RetrieverRank(rank, 1), RetrieverRank.NONE));
    }
    return passages;
  }
}

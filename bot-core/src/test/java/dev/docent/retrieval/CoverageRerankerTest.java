package dev.docent.retrieval;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoverageRerankerTest {
  private static final Segment SPRING = segment("spring", "Boats are painted.");
  private static final Segment GREEN = segment("green", "Boats are painted green by Anna.");
  private static final Segment BAKERY = segment("bakery", "The bakery opens at six.");

  @Test
  void whatHoldsMoreOfTheQuestionComesFirstWhateverStoodFirst() {
    List<Passage> again = rerank("who painted boats green?", passage(SPRING, 1, 2, 1, 0.5),
        passage(GREEN, 2, 2, 2, 0.5));
    assertThat(ids(again)).containsExactly("green", "spring");
    assertThat(again).extracting(Passage::rank).containsExactly(1, 2);
  }

  @Test
  void theScoreIsMadeOfWordsVectorAndCoverage() {
    List<Passage> again = rerank("boats painted", passage(SPRING, 1, 4, 1, 0.5), passage(GREEN, 2, 2, 2, 0.4));
    assertThat(again.get(0).score()).isCloseTo(1.0 + 1.5 * 0.5 + 0.6, within(1e-9));
    assertThat(again.get(1).score()).isCloseTo(0.5 + 1.5 * 0.4 + 0.6, within(1e-9));
  }

  @Test
  void whatSharesNothingWithTheQuestionIsCutUnlessItIsNear() {
    assertThat(rerank("who painted boats?", passage(BAKERY, 0, 0, 1, 0.59))).isEmpty();
    assertThat(rerank("who painted boats?", passage(BAKERY, 0, 0, 1, 0.6))).hasSize(1);
    assertThat(rerank("who painted boats?", passage(BAKERY, 1, 0.1, 0, 0))).hasSize(1);
    assertThat(rerank("who painted boats?", passage(SPRING, 0, 0, 0, 0))).hasSize(1);
  }

  @Test
  void aTitleAndHeadingsHoldWordsOfTheQuestionToo() {
    var headed = new Segment("a", "Painted things", 0, List.of("Boats"), "Anna did it.", 0, 0, 1, Language.ENGLISH);
    assertThat(rerank("painted boats", passage(headed, 0, 0, 0, 0)).getFirst().score()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void aQuestionWithoutATermOfItsOwnIsOrderedByTheRest() {
    List<Passage> again = rerank("is it?", passage(SPRING, 1, 1, 2, 0.3), passage(GREEN, 2, 1, 1, 0.9));
    assertThat(ids(again)).containsExactly("green", "spring");
    assertThat(again.getFirst().score()).isCloseTo(1 + 1.5 * 0.9, within(1e-9));
  }

  @Test
  void theNearestPassageIsAmongTheFirstFive() {
    var passages = Stream
        .concat(Stream.of("a", "b", "c", "d", "e", "f").map(id -> passage(segment(id, "boats " + id), 1, 9, 2, 0.5)),
            Stream.of(passage(BAKERY, 0, 0, 1, 0.6)))
        .toArray(Passage[]::new);
    assertThat(ids(rerank("boats", passages))).containsExactly("a", "b", "c", "d", "bakery", "e", "f");
  }

  @Test
  void aNearestPassageThatIsAmongTheFirstStaysThere() {
    List<Passage> again = rerank("boats", passage(segment("a", "boats a"), 1, 9, 1, 0.9),
        passage(segment("b", "boats b"), 2, 9, 2, 0.5));
    assertThat(ids(again)).containsExactly("a", "b");
  }

  private static List<Passage> rerank(String question, Passage... passages) {
    var view = new InMemoryIndexView(Arrays.stream(passages).map(Passage::segment).toArray(Segment[]::new));
    return new CoverageReranker().rerank(Query.of(question), List.of(passages), view);
  }

  private static Passage passage(Segment segment, int wordsRank, double words, int vectorsRank, double cosine) {
    return new Passage(segment, 1, 0, new RetrieverRank(wordsRank, words), new RetrieverRank(vectorsRank, cosine));
  }

  private static List<String> ids(List<Passage> passages) {
    return passages.stream().map(passage -> passage.segment().documentId()).toList();
  }
}

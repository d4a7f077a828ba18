package dev.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  @Test
  void passagesThatGoOnFromEachOtherStandTogetherAsTheirDocumentHasThem() {
    List<Passage> ranked = List.of(passage(1, "a.md", 4), passage(2, "b.md", 0), passage(3, "a.md", 3),
        passage(4, "a.md", 7), passage(5, "a.md", 5));
    assertThat(ReadingOrder.of(ranked, 5)).extracting(p -> p.segment().id())
        .containsExactly("a.md#3", "a.md#4", "a.md#5", "b.md#0", "a.md#7");
  }

  @Test
  void noMorePassagesAreGivenThanAreWanted() {
    List<Passage> ranked = List.of(passage(1, "a.md", 4), passage(2, "b.md", 0), passage(3, "a.md", 3));
    assertThat(ReadingOrder.of(ranked, 2)).extracting(Passage::rank).containsExactly(1, 2);
  }

  @Test
  void aTableOfContentsGivesItsPlaceToThePassageAfterIt() {
    Passage contents = passage(1, segment("a.md", 0, List.of("Manual", "Table of contents"),
        "- Engines\n- Ropes\n- Anchors\n- Who to ask"));
    Passage leaders = passage(2, segment("m.pdf", 0, List.of(),
        "1 Engines ........ 3\n2 Ropes . . . . . . . 12\n3 Anchors ............ 14"));
    Passage telling = passage(3, "b.md", 1);
    assertThat(ReadingOrder.of(List.of(contents, leaders, telling), 2)).containsExactly(telling);
  }

  @Test
  void aSectionOnContentsThatSaysSomethingStays() {
    Passage telling = passage(1, segment("a.md", 0, List.of("Contents"),
        "The box holds three ropes.\nThe bag holds an anchor.\nThe drum holds oil."));
    assertThat(ReadingOrder.of(List.of(telling, passage(2, "b.md", 1)), 2)).hasSize(2);
  }

  @Test
  void whereThereIsNothingElseATableOfContentsIsShown() {
    Passage contents = passage(1, segment("a.md", 0, List.of("Contents"), "- Engines\n- Ropes\n- Anchors"));
    assertThat(ReadingOrder.of(List.of(contents), 2)).containsExactly(contents);
  }

  private static Passage passage(int rank, String document, int ordinal) {
    return passage(rank, segment(document, ordinal, List.of(), "Words of " + document + " in " + ordinal + "."));
  }

  private static Passage passage(int rank, Segment segment) {
    return new Passage(segment, rank, 1.0 / rank, RetrieverRank.NONE, RetrieverRank.NONE);
  }

  private static Segment segment(String document, int ordinal, List<String> headings, String text) {
    return new Segment(document, document, ordinal, headings, text, 0, 0, 1, Language.ENGLISH);
  }
}

package dev.docent.answer.pipeline;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.conversation.Turn;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCarrierTest {
  private static final Segment LEAVE = segment("leave.md", "Parental leave: inform your manager eight weeks ahead.");
  private static final Segment VISITORS = segment("visitors.md", "Inform the porter about visitors.");
  private static final Segment LUNCH = segment("lunch.md", "Lunch begins at noon.");
  private static final InMemoryIndexView VIEW = new InMemoryIndexView(LEAVE, VISITORS, LUNCH);
  private static final String LEAVE_BEFORE = "How long does parental leave last?";
  private static final Turn BEFORE = new Turn(LEAVE_BEFORE, "parental leave", "Sixteen weeks.");
  private static final Query INFORM = Query.of("inform the manager ahead?");

  private final List<Query> searched = new ArrayList<>();

  /** Finds one thing for a question alone and another for it together with the turn before. */
  private Query carried(Query query, List<Turn> turns, List<Segment> alone, List<Segment> together) {
    return TopicCarrier.carried(query, turns, VIEW, asked -> {
      searched.add(asked);
      return (asked.carried().isEmpty() ? alone : together).stream()
          .map(found -> new Passage(found, 1, 1, new RetrieverRank(1, 1), RetrieverRank.NONE))
          .toList();
    });
  }

  @Test
  void whatFindsLittleAloneTakesTheTopicWithItWhereThatFindsBoth() {
    Query query = carried(INFORM, List.of(BEFORE), List.of(LUNCH), List.of(LEAVE));

    assertThat(query.carried()).containsExactly("parental leave");
    assertThat(query.text()).isEqualTo(INFORM.text());
    assertThat(query.original()).isEqualTo(INFORM.original());
  }

  @Test
  void whatFindsNothingAloneTakesItWithItToo() {
    assertThat(carried(INFORM, List.of(BEFORE), List.of(), List.of(LEAVE)).carried()).containsExactly("parental leave");
  }

  @Test
  void itIsTheLatestTurnThatIsTaken() {
    var lunch = new Turn("When is lunch?", "lunch", "At noon.");
    assertThat(carried(INFORM, List.of(lunch, BEFORE), List.of(LUNCH), List.of(LEAVE)).carried())
        .containsExactly("parental leave");
  }

  @Test
  void whatFindsItsWordsAloneStaysAsItIs() {
    Query query = Query.of("inform the porter about visitors");
    assertThat(carried(query, List.of(BEFORE), List.of(VISITORS), List.of(LEAVE))).isEqualTo(query);
    assertThat(searched).containsExactly(query);
  }

  @Test
  void whatFindsNothingOfTheTopicStaysAsItIs() {
    assertThat(carried(INFORM, List.of(BEFORE), List.of(LUNCH), List.of(VISITORS))).isEqualTo(INFORM);
    assertThat(carried(INFORM, List.of(BEFORE), List.of(LUNCH), List.of())).isEqualTo(INFORM);
  }

  @Test
  void whatLosesItsOwnWordsByTheTopicStaysAsItIs() {
    Query query = Query.of("inform the porter tomorrow evening");
    Segment leave = segment("leave.md", "Parental leave lasts sixteen weeks.");
    assertThat(carried(query, List.of(BEFORE), List.of(VISITORS), List.of(leave))).isEqualTo(query);
  }

  @Test
  void aQuestionThatSaysAllStaysAsItIs() {
    Query longer = Query.of("inform the manager ahead if I want to go away?");
    assertThat(carried(longer, List.of(BEFORE), List.of(LUNCH), List.of(LEAVE))).isEqualTo(longer);
    var understood = new Query("whom?", "whom must I inform?", List.of());
    assertThat(carried(understood, List.of(BEFORE), List.of(LUNCH), List.of(LEAVE))).isEqualTo(understood);
    assertThat(searched).isEmpty();
  }

  @Test
  void nothingIsTakenFromATurnWithoutAnAnswerOrFromNone() {
    assertThat(carried(INFORM, List.of(Turn.asked("parental leave")), List.of(LUNCH), List.of(LEAVE)))
        .isEqualTo(INFORM);
    assertThat(carried(INFORM, List.of(), List.of(LUNCH), List.of(LEAVE))).isEqualTo(INFORM);
    assertThat(searched).isEmpty();
  }

  @Test
  void anIndexThatHoldsNothingIsNotSearched() {
    assertThat(TopicCarrier.carried(INFORM, List.of(BEFORE), new InMemoryIndexView(), asked -> {
      throw new AssertionError("searched");
    })).isEqualTo(INFORM);
  }
}

package dev.docent.answer.extractive;

import static dev.docent.answer.extractive.Playing.evidence;
import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.answer.Answer.Reason;
import dev.docent.answer.Draft;
import dev.docent.answer.Draft.Claim;
import dev.docent.answer.Draft.Declined;
import dev.docent.answer.Draft.Written;
import dev.docent.answer.Evidence;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.retrieval.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExtractiveReaderTest {
  private static final Segment OFFICE = segment("office.md",
      "The office opens at nine on weekdays. Dogs may come on Fridays.");
  private static final Segment BAKERY = segment("bakery.md", "The bakery sells bread. It smells good there.");
  private static final Segment LIBRARY = segment("library.md", "Books are lent for a month. Nobody pays for them.");
  private static final Query OPENS = Query.of("When is it that the office opens?");
  private static final String NINE = "at nine";

  @Test
  void declinesWhereItIsLessSureThanTheFloorAndNowhereElse() throws InterruptedException {
    var declined = new ArrayList<Double>();
    var answered = new ArrayList<Double>();
    for (double margin = -10; margin <= 10; margin += 0.25) {
      Draft draft = read(new Playing(NINE, margin, 0.3), OPENS, OFFICE, BAKERY);
      (draft instanceof Written ? answered : declined).add(draft.confidence());
    }
    assertThat(declined).isNotEmpty().allMatch(sure -> sure < 0.35);
    assertThat(answered).isNotEmpty().allMatch(sure -> sure >= 0.35);
    assertThat(declined).as("half as sure is not sure").anyMatch(sure -> sure > 0.175);
    assertThat(answered).as("and no more is asked for").anyMatch(sure -> sure < 0.525);
  }

  @Test
  void withoutASpanReaderTheFloorIsThatOfWordsAlone() throws InterruptedException {
    var declined = new ArrayList<Double>();
    var answered = new ArrayList<Double>();
    for (String question : List.of("When is it that the office opens?", "When is it that the office opens on weekdays?",
        "Who opens the office?", "When may dogs come?", "What opens at nine?", "What is lent for a month?",
        "Where is bread sold by whom and why so?", "Do dogs smell good?", "dogs", "weekdays office nine opens",
        "Where do the books of the office stand?", "Which bread is good on Fridays?", "What do the dogs pay?",
        "Which of the books may be lent to dogs?", "Who sells bread to the office?")) {
      Draft draft = read(SpanReader.NONE, Query.of(question), OFFICE, BAKERY, LIBRARY);
      (draft instanceof Written ? answered : declined).add(draft.confidence());
    }
    assertThat(declined).isNotEmpty().allMatch(sure -> sure < 0.22);
    assertThat(answered).isNotEmpty().allMatch(sure -> sure >= 0.22);
    assertThat(declined).as("half as sure is not sure").anyMatch(sure -> sure > 0.11);
    assertThat(answered).as("and no more is asked for").anyMatch(sure -> sure < 0.35);
  }

  @Test
  void aHeadingThatAsksTheSameIsAsSureAsIsNeeded() throws InterruptedException {
    var asked = new Segment("faq.md", "faq.md", 0, List.of("Opening hours of the pool?"),
        "Opening hours of the pool?\n\nNever before noon.", 28, 0, 1, Language.ENGLISH);
    Draft draft = read(new Playing("noon", -9, 0), Query.of("Pool: opening hours?"), asked, BAKERY);
    assertThat(draft).isInstanceOf(Written.class);
    assertThat(draft.confidence()).isEqualTo(0.35);
  }

  @Test
  void whatIsSaidOfAnotherYearIsNoAnswerHoweverSureOneIs() throws InterruptedException {
    Segment mill = segment("mill.md", "Carl Berg ran the mill in 1933.");
    Segment strike = segment("strike.md", "A strike was held in 1936.");
    Draft draft = read(new Playing("1933", 9, 1), Query.of("Who ran the mill in 1936?"), mill, strike);
    assertThat(draft).isInstanceOf(Declined.class);
    assertThat(draft.confidence()).isZero();
    assertThat(draft.notes().reading())
        .contains("what is said is of another one, or of another kind, than is asked for");
    assertThat(read(new Playing("1933", 9, 1), Query.of("Who ran the mill in 1933?"), mill, strike))
        .isInstanceOf(Written.class);
  }

  @Test
  void aNameThatStandsNowhereIsNotAnsweredForAnother() throws InterruptedException {
    Draft draft = read(new Playing(NINE, 9, 1), Query.of("When is it that the Globex office opens?"), OFFICE, BAKERY);
    assertThat(draft).isInstanceOf(Declined.class);
    assertThat(draft.confidence()).isZero();
    assertThat(draft.notes().reading()).contains("“Globex” stands in none of the documents");
  }

  @Test
  void saysWhetherTheTopicIsHere() throws InterruptedException {
    Declined here = (Declined) read(new Playing("nothing", 0, 0), OPENS, OFFICE, BAKERY);
    assertThat(here.reason()).isEqualTo(Reason.NOT_SUPPORTED);
    Declined elsewhere = (Declined) read(new Playing("nothing", 0, 0), Query.of("What do whales eat?"), OFFICE, BAKERY);
    assertThat(elsewhere.reason()).isEqualTo(Reason.NO_EVIDENCE);
  }

  @Test
  void showsTheNearestOfThreePassagesOnceEach() throws InterruptedException {
    Segment fourth = segment("d.md", "Nothing opens here. Nothing closes.");
    Declined draft = (Declined) read(new Playing("nothing", 0, 0), OPENS, OFFICE, BAKERY, LIBRARY, fourth);
    assertThat(draft.nearest()).hasSize(3).extracting(excerpt -> excerpt.documentId()).doesNotHaveDuplicates();
    assertThat(draft.nearest().getFirst().documentId()).isEqualTo("office.md");
  }

  @Test
  void quotesTheSentenceAndTellsItAtOnce() throws InterruptedException {
    var heard = new ArrayList<Claim>();
    Draft draft = new ExtractiveReader(new Playing(NINE, 9, 1)).read(OPENS, evidence(OFFICE, BAKERY), heard::add);
    assertThat(draft).isInstanceOfSatisfying(Written.class, written -> {
      assertThat(written.claims()).isEqualTo(heard).hasSize(1);
      assertThat(((Claim.Quoted) written.claims().getFirst()).excerpt().pieces().getFirst().text())
          .contains("The office opens at nine on weekdays.");
    });
    assertThat(draft.notes().reading().getFirst()).startsWith("asked for: when; confidence ").endsWith("floor 0.35");
  }

  @Test
  void readsNoFurtherThanTheFirstTwoWhereTheyAreSure() throws InterruptedException {
    var sure = new Playing(NINE, 9, 1);
    read(sure, OPENS, OFFICE, BAKERY, LIBRARY);
    assertThat(sure.read).hasSize(1)
        .first()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2);
    var unsure = new Playing(NINE, -3, 0.2);
    read(unsure, OPENS, OFFICE, BAKERY, LIBRARY);
    assertThat(unsure.read).hasSize(2).extracting(List::size).containsExactly(2, 1);
  }

  @Test
  void readsFurtherWhereAnotherPassageSaysAsMuchOfTheQuestion() throws InterruptedException {
    var sure = new Playing(NINE, 9, 1);
    read(sure, OPENS, OFFICE, BAKERY, segment("old.md", "The office opens at ten in winter."));
    assertThat(sure.read).hasSize(2);
  }

  @Test
  void declinesWhereThereIsNoSentence() throws InterruptedException {
    var bare = new Segment("a.md", "a.md", 0, List.of("Office"), "# Office", 8, 0, 1, Language.ENGLISH);
    Declined draft = (Declined) read(new Playing(NINE, 9, 1), OPENS, bare);
    assertThat(draft.reason()).isEqualTo(Reason.NO_EVIDENCE);
    assertThat(draft.confidence()).isZero();
  }

  /** PIT's own thread would be the one that is interrupted. */
  @Test
  @Tag("interrupts")
  void isCancelledByAnInterruptWhileItReads() {
    var interrupted = new Playing(NINE, 9, 1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> read(interrupted, OPENS, OFFICE)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void isCancelledWhereTheSpanReaderIs() {
    SpanReader cancelled = new SpanReader() {
      @Override
      public boolean understands(Language language) {
        return true;
      }

      @Override
      public List<Reading> read(String question, List<Text> passages) {
        throw new CancellationException();
      }
    };
    assertThatThrownBy(() -> read(cancelled, OPENS, OFFICE)).isInstanceOf(InterruptedException.class);
  }

  private static Draft read(SpanReader spans, Query query, Segment... segments) throws InterruptedException {
    Evidence evidence = evidence(segments);
    return new ExtractiveReader(spans).read(query, evidence, claim -> {});
  }
}

package dev.docent.answer.extractive;

import static dev.docent.answer.extractive.Playing.evidence;
import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.retrieval.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceRankerTest {
  private static final Segment OFFICE = segment("office.md",
      "The office opens at nine on weekdays. Dogs may come on Fridays. The office is closed on Sundays.");
  private static final Segment BAKERY = segment("bakery.md", "The bakery sells bread. Dogs may come on Fridays.");
  private static final Query OPENS = Query.of("When is it that the office opens?");

  @Test
  void theSentenceThatTheSpanReaderPointsAtComesFirst() {
    SentenceRanker.Ranking ranking = rank(new Playing("closed on Sundays", 9, 1), Query.of("What of the office?"),
        OFFICE, BAKERY);
    assertThat(ranking.sentences().getFirst().text()).isEqualTo("The office is closed on Sundays.");
    assertThat(ranking.spansRead()).isTrue();
    assertThat(ranking.notice()).isEmpty();
    assertThat(ranking.sentences()).extracting(RankedSentence::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void withoutASpanReaderWordsDecide() {
    SentenceRanker.Ranking ranking = rank(SpanReader.NONE, OPENS, BAKERY, OFFICE);
    assertThat(ranking.sentences().getFirst().text()).isEqualTo("The office opens at nine on weekdays.");
    assertThat(ranking.spansRead()).isFalse();
  }

  @Test
  void theSameSentenceOfTwoDocumentsIsOne() {
    assertThat(rank(new Playing("nine", 9, 1), OPENS, OFFICE, BAKERY).sentences()).hasSize(4);
    assertThat(rank(SpanReader.NONE, OPENS, OFFICE, BAKERY).sentences()).hasSize(4);
  }

  @Test
  void ofWordsThrownInTheSpanReaderIsNotAsked() {
    var spans = new Playing("nine", 9, 1);
    assertThat(rank(spans, Query.of("office hours"), OFFICE).spansRead()).isFalse();
    assertThat(spans.read).isEmpty();
    assertThat(rank(spans, Query.of("office hours?"), OFFICE).spansRead()).isTrue();
    assertThat(rank(spans, Query.of("tell of the office hours"), OFFICE).spansRead()).isTrue();
    assertThat(rank(spans, new Query("and dogs", "dogs", List.of("the office")), OFFICE).spansRead()).isTrue();
  }

  @Test
  void aSpanReaderThatFailsIsDoneWithoutAndThatIsSaid() {
    SpanReader failing = new SpanReader() {
      @Override
      public boolean understands(Language language) {
        return true;
      }

      @Override
      public List<Reading> read(String question, List<Text> passages) {
        throw new ReaderException("its model is gone", true, new IllegalStateException());
      }
    };
    SentenceRanker.Ranking ranking = rank(failing, OPENS, OFFICE);
    assertThat(ranking.spansRead()).isFalse();
    assertThat(ranking.notice()).isEqualTo("its model is gone");
    assertThat(ranking.sentences()).hasSize(3);
  }

  @Test
  void onlyPassagesInLanguagesThatAreReadAlikeAreCompared() {
    var russian = new Segment("r.md", "r.md", 0, List.of(), "Контора открывается в девять.", 0, 0, 1, Language.RUSSIAN);
    assertThat(rank(new Playing("nine", 9, 1), OPENS, OFFICE, russian).sentences()).hasSize(3);
    assertThat(rank(new Playing("nine", 9, 1), Query.of("Когда открывается контора?"), russian, OFFICE).sentences())
        .hasSize(1);
  }

  @Test
  void whatIsSaidOfAnotherIsSetBack() {
    Segment mill = segment("mill.md", "Carl Berg ran the mill in 1933.");
    Segment strike = segment("strike.md", "A strike was held in 1936.");
    RankedSentence other = sentence(
        rank(new Playing("1933", 9, 1), Query.of("Who ran the mill in 1936?"), mill, strike),
        "Carl");
    RankedSentence same = sentence(rank(new Playing("1933", 9, 1), Query.of("Who ran the mill in 1933?"), mill, strike),
        "Carl");
    assertThat(other.contradicted()).isTrue();
    assertThat(same.contradicted()).isFalse();
    assertThat(other.score()).isLessThan(same.score() - SentenceRanker.ANOTHER);
  }

  @Test
  void whatStandsBelowAHeadingThatAsksTheSameGains() {
    Segment below = faq("When may dogs come?");
    double asked = sentence(rank(SpanReader.NONE, Query.of("Dogs may come when?"), below, BAKERY), "Fridays only")
        .score();
    double not = sentence(rank(SpanReader.NONE, Query.of("Dogs may come when?"), faq("When may dogs come."), BAKERY),
        "Fridays only").score();
    double wordForWord = sentence(rank(SpanReader.NONE, Query.of("When may dogs come?"), below, BAKERY), "Fridays only")
        .score();
    double bare = sentence(rank(SpanReader.NONE, Query.of("When may dogs come?"), faq("When may dogs come."), BAKERY),
        "Fridays only").score();
    assertThat(asked - not).isCloseTo(SentenceRanker.ASKED + SentenceRanker.FIRST_SAID, within(1e-9));
    assertThat(wordForWord - bare).isCloseTo(2 * SentenceRanker.ASKED + SentenceRanker.FIRST_SAID, within(1e-9));
  }

  @Test
  void ofSentencesBelowSuchAHeadingTheFirstGainsMost() {
    SentenceRanker.Ranking ranking = rank(SpanReader.NONE, Query.of("When may dogs come?"),
        faq("When may dogs come?"), BAKERY);
    assertThat(ranking.sentences().getFirst().text()).isEqualTo("On Fridays only.");
  }

  @Test
  void whatWasAnsweredBeforeIsLeftOutAsLongAsThereIsMore() {
    Segment envoys = segment("e.md", "The first envoy was Ole Lund. The second envoy was Anton Berg.");
    var next = new Query("Who else?", "Who was the envoy?", List.of(), "Ole Lund");
    assertThat(rank(new Playing("Ole Lund", 9, 1), next, envoys).sentences()).extracting(RankedSentence::text)
        .containsExactly("The second envoy was Anton Berg.");
    assertThat(rank(new Playing("Ole Lund", 9, 1), next, segment("o.md", "The first envoy was Ole Lund.")).sentences())
        .hasSize(1);
  }

  private static Segment faq(String heading) {
    String text = heading + "\n\nOn Fridays only. Cats stay at home.";
    return new Segment("faq.md", "faq.md", 0, List.of(heading), text, heading.length() + 2, 0, 1, Language.ENGLISH);
  }

  private static RankedSentence sentence(SentenceRanker.Ranking ranking, String words) {
    return ranking.sentences().stream().filter(sentence -> sentence.text().contains(words)).findFirst().orElseThrow();
  }

  private static SentenceRanker.Ranking rank(SpanReader spans, Query query, Segment... segments) {
    QuestionKind kind = QuestionKind.of(query, segments[0].language());
    return new SentenceRanker(spans).rank(query, kind, evidence(segments));
  }
}

package dev.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.conversation.Turn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpRewriterTest {
  private static final Turn BULLITT = new Turn("Who was William Bullitt?", "Who was William Bullitt?",
      "William Bullitt was the first American ambassador. [1]");
  private static final Turn AMBASSADOR = new Turn("Who was the American ambassador in 1933?",
      "Who was the American ambassador in 1933?", "It was William Bullitt. [1]");
  private static final Turn KALININ = new Turn("Когда родился Михаил Калинин?", "Когда родился Михаил Калинин?",
      "Михаил Калинин родился в 1875 году. [1]");

  @ParameterizedTest
  @ValueSource(strings = {"and who was his successor?", "What about Kalinin?", "and in 1975?", "Кто он?", "why?", "",
      "No, the Soviet one"})
  void leavesAFirstQuestionAsItIs(String question) {
    assertThat(rewrite(question)).isEqualTo(Query.of(question));
  }

  @Test
  void putsTheNameInThePlaceOfThePronoun() {
    assertThat(rewrite("and who was his successor?", BULLITT).text()).isEqualTo("who was William Bullitt's successor?");
    assertThat(rewrite("When did he leave?", BULLITT).text()).isEqualTo("When did William Bullitt leave?");
    assertThat(rewrite("Где он учился?", KALININ).text()).isEqualTo("Где Михаил Калинин учился?");
  }

  @Test
  void takesTheNameFromTheAnswerWhenTheQuestionHadNone() {
    Query query = rewrite("and who was his successor?",
        new Turn("who was the ambassador?", "who was the ambassador?", "The ambassador was William Bullitt. [1]"));
    assertThat(query.text()).isEqualTo("who was William Bullitt's successor?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"and in 1975?", "And the Soviet one?", "no, the Soviet one", "No, the Soviet one.",
      "not the American, the Soviet one", "I mean the Soviet one", "what about the Soviet one?", "the other way round?",
      "What about Kalinin?", "and what about the Soviet Union?", "And the Soviet Union?", "How about the successor?",
      "why?", "and then?", "Who else?", "what is the deadline?"})
  void carriesTheTurnBeforeIntoAFollowUp(String question) {
    Query query = rewrite(question, AMBASSADOR);
    assertThat(query.standalone()).contains("ambassador");
    assertThat(query.original()).isEqualTo(question);
    assertThat(query.text()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"А где?", "а в 1931 году?", "Нет, советский", "Нет, Советский Союз", "А в Советском Союзе?",
      "А Литвинов?", "а что насчёт Литвинова?",
      "наоборот", "Почему?", "И когда он умер?"})
  void carriesTheTurnBeforeIntoARussianFollowUp(String question) {
    assertThat(rewrite(question, KALININ).standalone()).contains("Калинин");
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is the height of the Eiffel Tower?", "And what is the capital of France?",
      "No, what is the capital of France?", "How many boats does the old harbour have?",
      "Who repaired the nets in the harbour?", "Сколько лодок в старом порту на реке?",
      "Не подскажете, когда построили старый порт?", "Was the Soviet ambassador an engineer?"})
  void carriesNothingIntoAnotherTopic(String question) {
    assertThat(rewrite(question, BULLITT)).isEqualTo(Query.of(question));
  }

  @Test
  void keepsTheOwnWordsOfAFollowUp() {
    assertThat(rewrite("What about Kalinin?", BULLITT).text()).contains("Kalinin");
    assertThat(rewrite("and in 1975?", BULLITT).text()).contains("1975");
    assertThat(rewrite("no, the Soviet one", AMBASSADOR).text()).contains("Soviet");
  }

  @Test
  void fillsInWhatIsLeftOut() {
    Turn first = Turn.asked("Who was appointed the first US ambassador in the Soviet capital?");
    assertThat(rewrite("and the first Soviet one?", first).text()).isEqualTo("Who was the first Soviet ambassador?");
    assertThat(rewrite("And who was the first ambassador the other way round?", first).text())
        .isEqualTo("Who was appointed the first Soviet ambassador in the US capital?");
    assertThat(rewrite("and in 1975?", AMBASSADOR).text()).isEqualTo("Who was the American ambassador in 1975?");
  }

  @Test
  void changesTheSidesOverInSmallLettersToo() {
    assertThat(rewrite("and the other way round?", Turn.asked("who was the first us ambassador in moscow")).text())
        .isEqualTo("who was the first moscow ambassador in us");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Where are the spare keys?", "when did bullitt die", "What is photosynthesis in plants?",
      "what is mulch", "What's syncthing?", "что такое мульча?",
      "what must I bring?", "что мне взять?"})
  void aShortQuestionThatStandsAloneIsNoFollowUp(String question) {
    assertThat(rewrite(question, AMBASSADOR)).isEqualTo(Query.of(question));
  }

  @Test
  void itStandsForWhatWasSpokenOfAlsoBesideAnotherName() {
    Turn gorge = Turn.asked("When was the Rhine Gorge formed?");
    assertThat(rewrite("Which part of it does Unesco list?", gorge).text())
        .isEqualTo("Which part of Rhine Gorge does Unesco list?");
    assertThat(rewrite("In which country does it lie?", gorge).text())
        .isEqualTo("In which country does Rhine Gorge lie?");
    assertThat(rewrite("Is it true that Bullitt was ill?", gorge))
        .isEqualTo(Query.of("Is it true that Bullitt was ill?"));
  }

  @Test
  void aDepartmentIsNoPronoun() {
    assertThat(rewrite("who is the head of IT?", BULLITT).text()).isEqualTo("who is the head of IT?");
    assertThat(rewrite("Who runs IT and how large is it?", Turn.asked("When was the Rhine Gorge formed?")).text())
        .isEqualTo("Who runs IT and how large is Rhine Gorge?");
  }

  @Test
  void aQuestionThatIsAskedAgainIsTheSame() {
    assertThat(rewrite("Who is it?", Turn.asked("Who is it?"))).isEqualTo(Query.of("Who is it?"));
  }

  @Test
  void leansOnTheLatestTurn() {
    assertThat(rewrite("and in 1975?", BULLITT, new Turn("Tides in May?", "Tides in May?", "")).standalone())
        .isEqualTo("Tides in 1975?");
  }

  @Test
  void doesNotGrowWithEveryTurn() {
    Query query = rewrite("and in 1934?", AMBASSADOR);
    for (int year = 1935; year < 2000; year++) {
      query = rewrite("and in " + year + "?", new Turn("q", query.standalone(), ""));
    }
    assertThat(query.standalone().length()).isLessThan(400);
  }

  @Test
  void theOtherWayRoundIsNotWhatWasJustAnswered() {
    var first = new Turn("Who was the first US ambassador to Moscow?", "Who was the first US ambassador to Moscow?",
        List.of(), "“William Bullitt was appointed the first US ambassador to Moscow.” [1]", "William Bullitt");
    assertThat(rewrite("and the other way round?", first).ruledOut()).isEqualTo("William Bullitt");
    assertThat(rewrite("no, the Soviet one", first).ruledOut()).isEqualTo("William Bullitt");
    assertThat(rewrite("and the first Soviet one?", first).ruledOut()).isEmpty();
  }

  @Test
  void aPronounStandsForWhoeverAnsweredTheQuestionBefore() {
    var first = new Turn("Who was the first US ambassador to Moscow?", "Who was the first US ambassador to Moscow?",
        List.of(), "“William Bullitt was appointed the first US ambassador to Moscow.” [1]", "William Bullitt");
    assertThat(rewrite("and what was his earlier job?", first).text())
        .isEqualTo("what was William Bullitt's earlier job?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"which documents do you have?", "list all documents", "какие документы есть?"})
  void aQuestionAboutTheDocumentsStandsAlone(String question) {
    assertThat(rewrite(question, AMBASSADOR)).isEqualTo(Query.of(question));
  }

  private static Query rewrite(String question, Turn... turns) {
    return new FollowUpRewriter().rewrite(question, List.of(turns), Set.of());
  }
}

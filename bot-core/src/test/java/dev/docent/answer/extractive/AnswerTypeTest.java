package dev.docent.answer.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import org.junit.jupiter.api.Test;

class AnswerTypeTest {

  @Test
  void whoHoldsAnOfficeIsToldByAName() {
    String question = "Who is the head of the mill?";
    assertThat(fits(question, "The head of the mill is Ann Sorrel.")).isTrue();
    assertThat(fits(question, "You advise the heads of departments and senior managers.")).isFalse();
    assertThat(fits(question, "For the Mill Team it is the Head of the Mill.")).isFalse();
  }

  @Test
  void whoDoesSomethingIsToldByACallingToo() {
    assertThat(fits("Who opens the gate in the morning?", "The warden opens the gate.")).isTrue();
    assertThat(fits("Who is the policy for?", "It is for all members.")).isTrue();
    assertThat(fits("Who opens the gate?", "The gate is open.")).isFalse();
  }

  @Test
  void anHourInWordsIsATime() {
    assertThat(fits("When does the mill open?", "The mill in Harbour Street opens at nine.")).isTrue();
    assertThat(fits("When does the mill open?", "The mill in Harbour Street opens its doors.")).isFalse();
  }

  @Test
  void whatASizeOrALimitIsIsToldByANumber() {
    assertThat(QuestionKind.of("what is the maximum file size", Language.ENGLISH)).isEqualTo(QuestionKind.HOW_MANY);
    assertThat(QuestionKind.of("What's the default port of the relay?", Language.ENGLISH))
        .isEqualTo(QuestionKind.HOW_MANY);
    assertThat(fits("What is the maximum file size?", "Files are copied in the order of their names.")).isFalse();
  }

  @Test
  void whatHappensWhenAsksForNoTime() {
    assertThat(QuestionKind.of("what happens when the fuse blows", Language.ENGLISH)).isNotEqualTo(QuestionKind.WHEN);
    assertThat(QuestionKind.of("what do I do when the fuse blows?", Language.ENGLISH)).isNotEqualTo(QuestionKind.WHEN);
    assertThat(QuestionKind.of("The mill was built when?", Language.ENGLISH)).isEqualTo(QuestionKind.WHEN);
    assertThat(QuestionKind.of("and when did it close", Language.ENGLISH)).isEqualTo(QuestionKind.WHEN);
  }

  private static boolean fits(String question, String sentence) {
    QuestionKind kind = QuestionKind.of(question, Language.ENGLISH);
    var words = SentenceFeatures.words(question);
    return AnswerType.fits(question, kind, sentence, AnswerShape.find(kind, sentence, Language.ENGLISH, words),
        Language.ENGLISH, words);
  }
}

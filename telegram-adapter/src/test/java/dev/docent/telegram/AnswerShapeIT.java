package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer.SmallTalk;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer says its words once, with buttons that do something; while it is made it can be stopped. */
@Execution(ExecutionMode.CONCURRENT)
class AnswerShapeIT {
  private static final Chat GROUP = Chat.group(-777, "Readers");

  private static BotMessage answer(Stage stage, String question) {
    stage.telegram.say(ANN, ANNS, question);
    return stage.telegram.await(ANNS, 1).getFirst();
  }

  @Test
  void anAnswerInTheDocumentsWordsSaysThemOnce(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      BotMessage answer = answer(stage, "Who was the first?");
      assertThat(answer.text().split(Samples.QUOTE, -1)).hasSize(2);
      assertThat(answer.text()).contains("[1] reports/1933.md, How it came about, lines 14–15");
      assertThat(answer.entities()).anyMatch(e -> e.type().equals("expandable_blockquote"));
      assertThat(answer.button("Sources")).isEmpty();
    }
  }

  @Test
  void anAnswerInOtherWordsQuotesWhatItRestsOn(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.written(question.text());
      BotMessage answer = answer(stage, "Who was the first?");
      assertThat(answer.text()).contains("It was William Bullitt. [1]", "“" + Samples.QUOTE + "”");
      assertThat(answer.button("Sources")).as("all is shown").isEmpty();
    }
  }

  @Test
  void belowARefusalStandsNoButtonThatDoesNothing(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.abstained(question.text());
      BotMessage answer = answer(stage, "Who was the last?");
      assertThat(answer.text()).contains("they don't answer it");
      assertThat(answer.buttons()).isEmpty();
    }
  }

  @Test
  void whatStandsInNoneOfTheDocumentsIsSaidInThePersonsLanguage(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.absent("Kalinin", "Mars");
      assertThat(answer(stage, "Kalinin on Mars?").text()).isEqualTo(
          "The documents don't say. “Kalinin”, “Mars” stand in none of them.");
      TelegramUser ivan = TelegramUser.named(1005, "Ivan").speaking("ru");
      stage.telegram.say(ivan, ivan.privateChat(), "Kalinin?");
      assertThat(stage.telegram.await(ivan.privateChat(), 1).getFirst().text())
          .contains("Слов “Kalinin”, “Mars” в документах нет.");
    }
  }

  @Test
  void whatAQuestionWasUnderstoodAsIsSaid(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.understood(question.text(), "When did Bullitt arrive?");
      BotMessage answer = answer(stage, "And when did he arrive?");
      assertThat(answer.text()).startsWith("Understood as: When did Bullitt arrive?");
      assertThat(answer.entities()).anyMatch(e -> e.type().equals("italic"));
    }
  }

  @Test
  void thanksAndWhatCanYouDoAreAnsweredWithTheCommandsOfTelegram(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> question.text().equals("thanks")
          ? Samples.talk(SmallTalk.Kind.THANKS, "You're welcome. Ask on, or type {help}.")
          : Samples.talk(SmallTalk.Kind.ABILITIES, "I answer questions.");
      BotMessage thanks = answer(stage, "thanks");
      assertThat(thanks.text()).isEqualTo("You're welcome. Ask on, or type /help.");
      assertThat(thanks.buttons()).isEmpty();
      stage.telegram.say(ANN, ANNS, "what can you do?");
      BotMessage abilities = stage.telegram.await(ANNS, sent -> sent.text().startsWith("I answer questions."));
      assertThat(abilities.text()).contains("/new – forget", "/privacy");
      assertThat(abilities.buttons()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aLinkMayCarryAQuestion(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ANN, ANNS, "/start who_was_the_first");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(stage.docent.texts()).containsExactly("who was the first");
      stage.telegram.say(ANN, ANNS, "/start newsletter");
      stage.telegram.await(ANNS, sent -> sent.text().startsWith("I answer questions about the documents"));
      assertThat(stage.docent.asked).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aLongAnswerCanBeStoppedByAButton(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        Thread.sleep(15_000);
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, ANNS, "Who was the first?");
      BotMessage working = stage.telegram.await(ANNS, sent -> sent.button("Stop").isPresent());
      String stop = working.button("Stop").orElseThrow().data();
      stage.telegram.press(BOB, working, stop);
      stage.telegram.press(ANN, working, stop);
      BotMessage stopped = stage.telegram.await(ANNS, sent -> sent.text().equals("Stopped."));
      assertThat(stopped.id()).as("in the place of what was there").isEqualTo(working.id());
      assertThat(stopped.button("Stop")).isEmpty();
      stage.await("the asking has ended", () -> stage.docent.answering.get() == 0);
    }
  }

  @Test
  void othersDontStopAnAnswerInAGroup(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      var answered = new CountDownLatch(1);
      stage.docent.answers = (question, listener) -> {
        answered.await();
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, GROUP, "@" + stage.telegram.bot().username() + " who?");
      BotMessage working = stage.telegram.await(GROUP, sent -> sent.button("Stop").isPresent());
      stage.telegram.press(BOB, working, working.button("Stop").orElseThrow().data());
      stage.await("the press is answered", () -> stage.telegram.unansweredPresses().isEmpty());
      answered.countDown();
      stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt") && sent.button("Stop").isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whoWaitsIsToldHowManyQuestionsAreBeforeAndMayGiveUp(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder).by(way)) {
      var continueAbove = new CountDownLatch(1);
      stage.docent.answers = (question, listener) -> {
        continueAbove.await();
        return Samples.grounded(question.text());
      };
      stage.settings(s -> s.limited(10, 100, 500, 1)).begin();
      stage.telegram.say(BOB, BOB.privateChat(), "Who?");
      stage.asked(1);
      TelegramUser eve = TelegramUser.named(1006, "Eve");
      stage.telegram.say(eve, eve.privateChat(), "Who else?");
      stage.await("Eve is told", () -> stage.telegram.drafts(eve.privateChat())
          .stream()
          .anyMatch(draft -> draft.text().equals("Your question is the next.")));
      stage.telegram.say(ANN, ANNS, "And who?");
      BotMessage waiting = stage.telegram.await(ANNS, sent -> sent.text().equals("1 question before yours."));
      stage.telegram.press(ANN, waiting, waiting.button("Stop").orElseThrow().data());
      stage.telegram.await(ANNS, sent -> sent.text().equals("Stopped."));
      continueAbove.countDown();
      stage.telegram.await(eve.privateChat(), sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.docent.texts()).containsExactly("Who?", "Who else?");
    }
  }
}

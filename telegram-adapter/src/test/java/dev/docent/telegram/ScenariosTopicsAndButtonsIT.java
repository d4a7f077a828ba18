package dev.docent.telegram;

import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.access.Openness;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.server.Fault;
import dev.docent.telegram.rehearsal.world.ApiCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in topics, and buttons in every state a button can be in. */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTopicsAndButtonsIT {
  private static final Chat FORUM = Chat.forum(-1_000_000_000_033L, "Forum");
  private static final Chat TOPIC = FORUM.inTopic(7);
  private static final String NAME = "@docent_rehearsal_bot ";
  private static final String WHO = "Who was the first ambassador?";
  @TempDir
  private Path folder = Path.of("");

  private static BotMessage bullitt(Stage stage, Chat chat) {
    return stage.telegram.await(chat, sent -> sent.text().contains("Bullitt"));
  }

  private static void answeredPress(Stage stage) {
    stage.telegram.await("an answer to each press", Duration.ofSeconds(10),
        () -> stage.telegram.unansweredPresses().isEmpty());
  }

  @Test
  void inGeneralNoTopicIsNamed() {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, FORUM, NAME + WHO);
      bullitt(stage, FORUM);
      assertThat(stage.telegram.calls("sendMessage")).noneMatch(call -> call.parameters().has("message_thread_id"));
    }
  }

  @Test
  void whatIsWrittenInATopicIsNotTakenForAReplyToTheBot() throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.privacy(false);
      stage.stop().begin();
      stage.telegram.say(ANN, TOPIC, "good morning everybody");
      stage.telegram.await("the confirmation", Duration.ofSeconds(5), () -> stage.telegram.pending() == 0);
      Thread.sleep(600);
      assertThat(stage.docent.asked).isEmpty();
      assertThat(stage.telegram.sent(TOPIC)).isEmpty();
    }
  }

  @Test
  void inAThreadOutsideAForumNoTopicIsNamed() {
    Chat supergroup = Chat.supergroup(-1_000_000_000_044L, "Big");
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, supergroup, NAME + WHO);
      BotMessage first = bullitt(stage, supergroup);
      stage.telegram.reply(ANN, first, "And who was the second?");
      stage.telegram.await("the second answer", Duration.ofSeconds(10),
          () -> stage.telegram.sent(supergroup).size() == 2);
    }
  }

  @Test
  void theButtonsWorkThoughItIsNotKnownWhetherTheAnswerArrived() {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("sendMessage", Fault.lateAnswer(Duration.ofSeconds(20)));
      stage.telegram.say(ANN, ANNS, WHO);
      BotMessage answer = bullitt(stage, ANNS);
      stage.telegram.press(ANN, answer, answer.button("Ask again").orElseThrow().data());
      stage.telegram.await("the second answer", Duration.ofSeconds(10), () -> stage.telegram.sent(ANNS).size() == 2);
    }
  }

  @Test
  void aPressIsAnsweredBeforeAnythingElse() {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, WHO);
      BotMessage answer = bullitt(stage, ANNS);
      Duration before = stage.telegram.elapsed();
      stage.telegram.press(ANN, answer, answer.button("Ask again").orElseThrow().data());
      stage.telegram.await("the second question", Duration.ofSeconds(10), () -> stage.docent.asked.size() == 2);
      answeredPress(stage);
      List<String> after = stage.telegram.calls()
          .stream()
          .filter(call -> call.since().compareTo(before) > 0)
          .map(ApiCall::method)
          .filter(method -> !List.of("getUpdates", "setMyCommands").contains(method))
          .toList();
      assertThat(after).startsWith("answerCallbackQuery");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "s:", "s:x", "s:99999999999999999999", "a:-1", "u:7", ":", "\u0000", "я",
      "0123456789012345678901234567890123456789012345678901234567890123456789", "reload", "x:1:2:3"})
  void aButtonTheBotDoesNotKnowIsAnsweredAndDoesNothing(String data) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, WHO);
      BotMessage answer = bullitt(stage, ANNS);
      stage.telegram.press(ANN, answer, data);
      answeredPress(stage);
      assertThat(stage.telegram.happenings(ANNS)).anySatisfy(happening -> assertThat(happening)
          .isInstanceOfSatisfying(Happening.Noticed.class, noticed -> assertThat(noticed.text()).contains("expired")));
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      assertThat(stage.docent.asked).hasSize(1);
    }
  }

  @Test
  void somebodyElsesButtonInAGroupChangesNothingOfTheirs() {
    Chat group = Chat.group(-22, "Readers");
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, group, NAME + WHO);
      BotMessage answer = bullitt(stage, group);
      stage.telegram.press(BOB, answer, answer.button("👍").orElseThrow().data());
      answeredPress(stage);
    }
  }

  @Test
  void whoIsLetInHearsOfItInTheLanguageOfTheirTelegram() {
    TelegramUser boris = BOB.speaking("ru");
    Chat adas = ADA.privateChat();
    try (Stage stage = Stage.prepare(folder)) {
      stage.settings(s -> s.open(Openness.PAIRED, Set.of(ADA.id())));
      stage.telegram.open(adas);
      stage.begin();
      stage.telegram.say(boris, boris.privateChat(), "Кто был первым послом?");
      BotMessage request = stage.telegram.await(adas, sent -> sent.text().contains("would like to ask"));
      stage.telegram.press(ADA, request, request.button("Allow").orElseThrow().data());
      stage.telegram.await(boris.privateChat(), sent -> sent.text().contains("Теперь"));
    }
  }
}

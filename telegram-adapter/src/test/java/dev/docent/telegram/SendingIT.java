package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Part;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Telegram, or the way to it, misbehaves while an answer is sent. */
@Execution(ExecutionMode.CONCURRENT)
class SendingIT {
  private static final Chat GROUP = Chat.supergroup(-100_777, "Readers");

  private static List<ApiCall> sends(Stage stage) {
    return stage.telegram.calls("sendMessage");
  }

  private static void growing(Stage stage, int sentences, long pause) {
    stage.docent.answers = (question, listener) -> {
      for (int i = 1; i <= sentences; i++) {
        listener.parts(List.of(Part.written("Sentence " + i + ".", List.of(1))));
        Thread.sleep(pause);
      }
      return Samples.quoting(question.text(), "the whole answer");
    };
  }

  /** Scenario 13. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aFloodIsWaitedOutAndTheSameTextSentOnce(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.faults().next("sendMessage", Fault.tooManyRequests(3));
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(sends(stage)).hasSize(2);
      assertThat(sends(stage).get(0).parameters().get("text")).isEqualTo(sends(stage).get(1).parameters().get("text"));
      assertThat(sends(stage).get(1).since().minus(sends(stage).get(0).since()))
          .isGreaterThan(Duration.ofMillis(2_900));
    }
  }

  /** Scenario 14. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aFloodInTheMiddleEndsThePreviewsAndTheAnswerComesAfterTheWait(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      growing(stage, 10, 200);
      stage.telegram.faults().next("editMessageText", Fault.tooManyRequests(4));
      stage.telegram.say(ANN, GROUP, "@" + stage.telegram.bot().username() + " who?");
      BotMessage answer = stage.telegram.await(GROUP, Duration.ofSeconds(20),
          sent -> sent.text().contains("whole answer"));
      stage.rest();
      List<ApiCall> calls = stage.telegram.calls()
          .stream()
          .filter(c -> c.parameters().path("chat_id").asText().equals(Long.toString(GROUP.id())))
          .toList();
      int refused = calls.indexOf(calls.stream().filter(c -> c.status() == 429).findFirst().orElseThrow());
      assertThat(calls.get(refused + 1).since().minus(calls.get(refused).since()))
          .isGreaterThan(Duration.ofMillis(3_900));
      assertThat(stage.telegram.sent(GROUP)).containsExactly(answer);
    }
  }

  /** Scenario 15. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void whatMayHaveArrivedIsNotSentAgain(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.faults().next("sendMessage", Fault.lateAnswer(Duration.ofSeconds(4)));
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.telegram.faults().next("sendMessage", Fault.cutAnswer());
      stage.telegram.say(BOB, BOB.privateChat(), "Who?");
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      assertThat(stage.telegram.sent(BOB.privateChat())).hasSize(1);
    }
  }

  /** Scenario 16. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void formattingThatIsRefusedIsLeftOutOnce(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.faults().next("sendMessage", Fault.badRequest("can't parse entities: unsupported entity"));
      stage.telegram.say(ANN, ANNS, "Who?");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(answer.entities()).isEmpty();
      assertThat(sends(stage)).hasSize(2);
    }
  }

  /** Scenario 17. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anEditThatChangesNothingIsASuccess(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      growing(stage, 7, 400);
      stage.telegram.faults().next("editMessageText", 3, Fault.badRequest("message is not modified"));
      stage.telegram.say(ANN, GROUP, "@" + stage.telegram.bot().username() + " who?");
      stage.await("the edits", () -> stage.telegram.calls("editMessageText").size() >= 2);
      stage.rest();
      assertThat(stage.telegram.sent(GROUP)).hasSize(1);
      assertThat(sends(stage)).hasSize(1);
    }
  }

  /** Scenario 18. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anAnswerWhosePlaceWasDeletedIsSentAnew(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      growing(stage, 5, 500);
      stage.telegram.say(ANN, GROUP, "@" + stage.telegram.bot().username() + " who?");
      BotMessage placeholder = stage.telegram.await(GROUP, sent -> sent.text().contains("Sentence"));
      stage.telegram.delete(placeholder);
      BotMessage answer = stage.telegram.await(GROUP, sent -> sent.text().contains("whole answer"));
      assertThat(answer.id()).isNotEqualTo(placeholder.id());
      stage.rest();
      assertThat(stage.telegram.sent(GROUP)).containsExactly(answer);
    }
  }

  @Test
  void aServerErrorIsTriedAgainOnce(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("sendMessage", Fault.internalError());
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(sends(stage)).hasSize(2);
    }
  }

  @Test
  void anAnswerThatFindsNoConnectionComesWhenThereIsOne(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> {
        stage.telegram.down();
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.asked(1);
      stage.pause(Duration.ofSeconds(2));
      stage.telegram.up();
      stage.telegram.await(ANNS, Duration.ofSeconds(20), sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  /** Scenario 31. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void whoBlocksTheBotInTheMiddleIsLeftAlone(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      growing(stage, 100, 300);
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.await("a draft", () -> !stage.telegram.drafts(ANNS).isEmpty());
      stage.telegram.block(ANN);
      stage.await("the asking has ended", () -> stage.docent.answering.get() == 0);
      stage.rest();
      int calls = stage.telegram.calls().size();
      stage.pause(Duration.ofSeconds(1));
      assertThat(stage.telegram.calls().subList(calls, stage.telegram.calls().size()))
          .allMatch(call -> Set.of("getUpdates", "getWebhookInfo").contains(call.method()));
      stage.telegram.unblock(ANN);
      stage.docent.answers = (question, listener) -> Samples.grounded(question.text());
      stage.telegram.say(ANN, ANNS, "Again, who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void draftsThatAreRefusedHinderNoAnswer(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      growing(stage, 5, 300);
      stage.telegram.faults().always("sendMessageDraft", Fault.badRequest("method is not available"));
      stage.telegram.faults().always("sendChatAction", Fault.badGateway());
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("whole answer"));
      assertThat(stage.telegram.calls("sendMessageDraft")).hasSize(1);
    }
  }
}

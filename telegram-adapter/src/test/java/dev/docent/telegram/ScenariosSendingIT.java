package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.Part;
import dev.docent.answer.Question;
import dev.docent.answer.Reader;
import dev.docent.retrieval.Query;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.server.Fault;
import dev.docent.telegram.rehearsal.world.ApiCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer arrives whole and once, whatever becomes of the way from the bot to Telegram. */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosSendingIT {
  private static final Chat GROUP = Chat.group(-22, "Readers");
  private static final String NAME = "@docent_rehearsal_bot ";
  private static final String WHO = "Who was the first ambassador?";
  @TempDir
  private Path folder = Path.of("");

  private static BotMessage bullitt(Stage stage, Chat chat) {
    return stage.telegram.await(chat, Duration.ofSeconds(20), sent -> sent.text().contains("Bullitt"));
  }

  private static List<ApiCall> in(Stage stage, String method) {
    return stage.telegram.calls(method);
  }

  /** Answers in so many steps. */
  private static FakeDocent.Answering slowly(int steps, Duration step) {
    return (question, listener) -> {
      List<Part> statements = new ArrayList<>();
      for (int i = 1; i <= steps; i++) {
        statements.add(Part.written("Step " + i + " leads to Bullitt.", List.of(1)));
        listener.parts(List.of(statements.getLast()));
        Thread.sleep(step.toMillis());
      }
      return grounded(question, statements);
    };
  }

  private static Answer grounded(Question question, List<Part> statements) {
    return new Answer.Grounded(statements, List.of(Samples.citation(Samples.QUOTE)), Reader.Name.writing("openai:gpt"),
        0.9,
        Samples.trace(Query.of(question.text())));
  }

  @Test
  void toldToWaitWhileAnAnswerGrowsInAGroupItIsSilentUntilTheEnd() {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = slowly(8, Duration.ofMillis(400));
      stage.telegram.faults().next("editMessageText", Fault.tooManyRequests(4));
      stage.telegram.say(ANN, GROUP, NAME + WHO);
      BotMessage answer = stage.telegram.await(GROUP, Duration.ofSeconds(20), sent -> sent.text().contains("Step 8"));
      assertThat(answer.button("Ask again")).isPresent();
      assertThat(stage.telegram.sent(GROUP)).hasSize(1);
      assertThat(in(stage, "editMessageText")).hasSize(2);
    }
  }

  static List<Fault> lost() {
    return List.of(Fault.lateAnswer(Duration.ofSeconds(30)), Fault.cutAnswer(), Fault.lostAnswer());
  }

  @ParameterizedTest
  @MethodSource("lost")
  void anAnswerWhoseReceiptWasLostIsNotSentAgain(Fault fault) throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("sendMessage", fault);
      stage.telegram.say(ANN, ANNS, WHO);
      bullitt(stage, ANNS);
      Thread.sleep(2500);
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      assertThat(in(stage, "sendMessage")).hasSize(1);
      stage.stop().begin();
      stage.telegram.say(ANN, ANNS, "And who was the second?");
      stage.telegram.await("the second answer", Duration.ofSeconds(10), () -> stage.telegram.sent(ANNS).size() == 2);
      assertThat(stage.docent.asked).hasSize(2);
    }
  }

  @Test
  void anAnswerOfTwentyThousandCharactersArrivesWhole() {
    String odd = "_*[]()<&>`~ {\"a\": 'b'} | x | y |\n|---|---|\n```java\nint i = 0; // 😀 𝒜\n";
    List<Part> statements = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      statements.add(Part.written("No. " + i + " " + odd + "word ".repeat(85), List.of(1)));
    }
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> grounded(question, statements);
      stage.telegram.say(ANN, ANNS, WHO);
      BotMessage last = stage.telegram.await(ANNS, Duration.ofSeconds(20),
          sent -> sent.text().contains("How it came about"));
      List<BotMessage> parts = stage.telegram.sent(ANNS);
      assertThat(parts.size()).isBetween(5, 9);
      assertThat(last).isEqualTo(parts.getLast());
      assertThat(parts.subList(0, parts.size() - 1)).allSatisfy(part -> assertThat(part.buttons()).isEmpty());
      String all = parts.stream().map(BotMessage::text).collect(Collectors.joining("\n"));
      for (int i = 0; i < 40; i++) {
        assertThat(all).containsOnlyOnce("No. " + i + " ");
      }
      assertThat(all).contains("int i = 0; // 😀 𝒜").contains("_*[]()<&>");
    }
  }

  @Test
  void aForbiddenAnswerIsTheEndOfItWithoutANotice() throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("sendMessage", Fault.forbidden("user is deactivated"));
      stage.telegram.say(ANN, ANNS, WHO);
      stage.telegram.await("the try", Duration.ofSeconds(5), () -> !in(stage, "sendMessage").isEmpty());
      Thread.sleep(1500);
      assertThat(in(stage, "sendMessage")).hasSize(1);
      assertThat(stage.bot().load()).isZero();
    }
  }

  @Test
  void whenAGroupBecomesASupergroupWhileItAnswersTheAnswerGoesThereOnce() {
    try (Stage stage = Stage.prepare(folder)) {
      stage.settings(s -> new TelegramSettings(s.token(), s.baseUrl(), Openness.LISTED, Set.of(), Set.of(ANN.id()),
          Set.of(GROUP.id()), s.perMinute(), s.perDay(), s.remotePerDay(), s.atOnce(), s.maxUpload(), 0, s.data()));
      stage.begin();
      stage.docent.answers = (question, listener) -> {
        Thread.sleep(300);
        return grounded(question, List.of(Part.written("It was Bullitt.", List.of(1))));
      };
      stage.telegram.say(ANN, GROUP, NAME + WHO);
      stage.telegram.await("the question", Duration.ofSeconds(5), () -> !stage.docent.asked.isEmpty());
      Chat supergroup = stage.telegram.migrate(GROUP, ANN);
      bullitt(stage, supergroup);
      assertThat(stage.telegram.sent(supergroup)).hasSize(1);
      // The group that was allowed is allowed under its new id.
      stage.telegram.say(ANN, supergroup, NAME + "And who was the second?");
      stage.telegram.await("the second answer", Duration.ofSeconds(10),
          () -> stage.telegram.sent(supergroup).size() == 2);
    }
  }
}

package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.store.StoreException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions are answered once each, whatever becomes of the way from Telegram to the bot. */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosPollingIT {
  @TempDir
  private Path folder = Path.of("");

  private static BotMessage answered(Stage stage) {
    return stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
  }

  private static void answered(Stage stage, int answers) {
    stage.telegram.await(answers + " answers", Duration.ofSeconds(15),
        () -> stage.telegram.sent(ANNS).stream().filter(sent -> sent.text().contains("Bullitt")).count() >= answers);
    stage.telegram.await("the confirmation", Duration.ofSeconds(10), () -> stage.telegram.pending() == 0);
    assertThat(stage.telegram.sent(ANNS)).hasSize(answers);
    assertThat(stage.docent.asked).hasSize(answers);
  }

  @Test
  void theSameUpdateAgainIsNotAnsweredAgain() {
    String update = """
        {"update_id":700000900,"message":{"message_id":1900,"date":%d,"text":"Who was the first ambassador?",
         "from":{"id":1001,"is_bot":false,"first_name":"Ann"},"chat":{"id":1001,"type":"private","first_name":"Ann"}}}
        """.formatted(Instant.now().getEpochSecond());
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.open(ANNS);
      stage.telegram.raw(update);
      stage.begin();
      answered(stage, 1);
      stage.telegram.raw(update);
      answered(stage, 1);
      stage.stop().begin();
      stage.telegram.raw(update);
      answered(stage, 1);
    }
  }

  static List<String> poison() {
    return List.of("{\"message\":{\"message_id\":\"none\",\"chat\":7}}", "{\"message\":[]}", "{\"message\":null}",
        "{\"callback_query\":{\"id\":5}}", "{\"unheard_of\":{\"a\":1}}", "{}",
        "{\"message\":{\"message_id\":3,\"date\":\"never\",\"chat\":{\"id\":1001,\"type\":\"cave\"},\"text\":5}}");
  }

  @ParameterizedTest
  @MethodSource("poison")
  void anUpdateThatCannotBeReadHoldsNothingUp(String raw) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.raw(raw);
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      stage.begin();
      answered(stage, 1);
    }
  }

  @Test
  void whoAsksWhileTheFolderIsReadForTheFirstTimeIsAnsweredFromIt() throws Exception {
    try (Stage stage = Stage.prepare(folder)) {
      Files.writeString(folder.resolve("knowledge").resolve("1933.md"), "Bullitt");
      stage.docent.reloadMillis = 1200;
      stage.docent.answers = (question, listener) -> stage.docent.documents().isEmpty()
          ? Samples.abstained(question.text())
          : Samples.grounded(question.text());
      stage.begin();
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      assertThat(answered(stage).text()).startsWith("“William Bullitt");
      assertThat(stage.telegram.actions(ANNS)).contains("typing");
    }
  }

  @Test
  void onTheSameFolderASecondBotIsRefusedAtItsStart() {
    try (Stage stage = Stage.open(folder)) {
      TelegramSettings settings = TelegramSettings.of(new BotToken(stage.telegram.token()), folder.resolve("data"))
          .at(stage.telegram.baseUrl());
      assertThatThrownBy(
          () -> TelegramBot.open(settings, stage.docent, new SimpleMeterRegistry(), Stage.QUICK).close())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by another program");
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      answered(stage, 1);
    }
  }
}

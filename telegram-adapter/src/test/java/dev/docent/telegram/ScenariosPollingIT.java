package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.telegram.TelegramBot.Patience;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.rehearsal.Fault;
import dev.docent.telegram.rehearsal.Person;
import dev.docent.telegram.rehearsal.Sent;
import dev.docent.telegram.store.StoreException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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

  private static Sent answered(Stage stage) {
    return stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
  }

  private static void answered(Stage stage, int answers) {
    stage.telegram.await(answers + " answers", Duration.ofSeconds(15),
        () -> stage.telegram.sent(ANNS).stream().filter(sent -> sent.text().contains("Bullitt")).count() >= answers);
    stage.telegram.await("the confirmation", Duration.ofSeconds(10), () -> stage.telegram.pending() == 0);
    assertThat(stage.telegram.sent(ANNS)).hasSize(answers);
    assertThat(stage.docent.asked).hasSize(answers);
  }

  private static void trouble(Stage stage, String words) {
    stage.telegram.await("trouble: " + words, Duration.ofSeconds(10),
        () -> String.valueOf(stage.bot().connection().trouble()).contains(words));
  }

  @Test
  void startedWithoutTelegramItWaitsAndThenWorks() {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.down();
      stage.begin();
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      trouble(stage, "not sent");
      stage.telegram.up();
      answered(stage);
      assertThat(stage.bot().connection()).isEqualTo(new Connection.Connected());
    }
  }

  static List<Fault> broken() {
    return List.of(Fault.badGateway(), Fault.empty(), Fault.withoutOk(), Fault.cutAnswer(), Fault.lostAnswer(),
        Fault.blackHole(), Fault.tooManyRequests(1));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenPollLosesNoQuestionAndAnswersNoneTwice(Fault fault) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      stage.telegram.faults().next("getUpdates", 2, fault);
      stage.begin();
      answered(stage, 1);
      stage.telegram.faults().next("getUpdates", fault);
      stage.telegram.say(ANN, ANNS, "And who was the second?");
      answered(stage, 2);
    }
  }

  @Test
  void telegramAwayForAWhileLosesNothing() throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      answered(stage, 1);
      stage.telegram.down();
      stage.telegram.say(ANN, ANNS, "And who was the second?");
      Thread.sleep(2500);
      stage.telegram.up();
      answered(stage, 2);
    }
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

  @Test
  void afterAnIdleWeekItStillHears() throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      answered(stage, 1);
      stage.telegram.idleWeek();
      stage.telegram.say(ANN, ANNS, "And who was the second?");
      answered(stage, 2);
      int before = stage.telegram.calls("getUpdates").size();
      Thread.sleep(1200);
      assertThat(stage.telegram.calls("getUpdates").size() - before).isLessThanOrEqualTo(3);
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
  void whatCouldNotBeReadIsCounted() {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.raw("{\"message\":{\"message_id\":\"none\",\"chat\":7}}");
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      stage.begin();
      answered(stage, 1);
      assertThat(stage.meters.find("docent.telegram.updates").tag("kind", "quarantined").counter()).isNotNull()
          .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
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
  void ofTwoBotsOneWaitsAndSaysWhy() {
    try (Stage stage = Stage.prepare(folder)) {
      PollTiming quick = Stage.QUICK.poll();
      stage.patience = new Patience(Stage.QUICK.api(), new PollTiming(quick.hold(), quick.first(), quick.longest(),
          Duration.ofSeconds(3), quick.stale()), Stage.QUICK.chat());
      stage.begin();
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      answered(stage, 1);
      TelegramSettings settings = TelegramSettings.of(new BotToken(stage.telegram.token()), folder.resolve("other"))
          .at(stage.telegram.baseUrl())
          .open(dev.docent.telegram.access.Openness.OPEN, java.util.Set.of());
      try (TelegramBot second = TelegramBot.open(settings, stage.docent, new SimpleMeterRegistry(), stage.patience)) {
        second.start(false);
        trouble(stage, "another program polls");
        stage.telegram.say(ANN, ANNS, "And who was the second?");
        answered(stage, 2);
      }
      stage.telegram.say(ANN, ANNS, "And who was the third?");
      answered(stage, 3);
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

  @Test
  void whoWaitedForHoursGetsOneApologyAndNoAnswer() throws InterruptedException {
    List<Person> people = IntStream.range(0, 5).mapToObj(n -> Person.named(2000 + n, "Person" + n)).toList();
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.shiftDates(Duration.ofHours(-20));
      for (int i = 0; i < 500; i++) {
        Person person = people.get(i % people.size());
        stage.telegram.say(person, person.privateChat(), "Question " + i + "?");
      }
      stage.telegram.shiftDates(Duration.ZERO);
      stage.begin();
      stage.telegram.await("the confirmation", Duration.ofSeconds(30), () -> stage.telegram.pending() == 0);
      for (Person person : people) {
        stage.telegram.await(person.privateChat(), sent -> true);
      }
      Thread.sleep(1000);
      for (Person person : people) {
        assertThat(stage.telegram.sent(person.privateChat())).hasSize(1)
            .first()
            .extracting(Sent::text)
            .asString()
            .contains("away for a while");
      }
      assertThat(stage.docent.asked).isEmpty();
      stage.telegram.say(BOB, BOB.privateChat(), "Who was the first ambassador?");
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void aRevokedTokenEndsPollingAndIsSaid() throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      answered(stage, 1);
      stage.telegram.revokeToken();
      assertThat(stage.bot().await()).isTrue();
      assertThat(String.valueOf(stage.bot().connection().trouble())).contains("doesn't accept the token")
          .doesNotContain(stage.telegram.token());
    }
  }
}

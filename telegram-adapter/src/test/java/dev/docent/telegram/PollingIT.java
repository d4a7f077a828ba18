package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.server.Fault;
import dev.docent.telegram.rehearsal.world.ApiCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Telegram, or the way to it, misbehaves while updates are fetched. */
@Execution(ExecutionMode.CONCURRENT)
class PollingIT {

  private static void works(Stage stage) {
    stage.telegram.say(ANN, ANNS, "Does it work?");
    stage.telegram.await(ANNS, Duration.ofSeconds(15), sent -> sent.text().contains("Bullitt"));
    stage.rest();
    assertThat(stage.telegram.sent(ANNS)).hasSize(1);
  }

  /** Scenario 1. */
  @Test
  void startsWhileTelegramIsDownAndWorksWhenItIsThere(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.down();
      stage.begin();
      stage.await("trouble is known", () -> stage.bot().connection() instanceof Connection.Troubled);
      stage.telegram.up();
      works(stage);
      assertThat(stage.bot().connection()).isInstanceOf(Connection.Connected.class);
    }
  }

  /** Scenario 2. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anOutageLosesNothing(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      works(stage);
      stage.telegram.down();
      stage.telegram.say(BOB, BOB.privateChat(), "Are you there?");
      stage.pause(Duration.ofSeconds(3));
      stage.telegram.up();
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("Bullitt"));
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(Fault.badGateway(), Fault.empty(), Fault.withoutOk(), Fault.internalError(), Fault.cutAnswer(),
        Fault.lostAnswer());
  }

  /** Scenarios 3 and 5. */
  @ParameterizedTest
  @MethodSource("faults")
  void goesOnAfterBrokenResponses(Fault fault, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("getUpdates", 5, fault);
      works(stage);
      assertThat(stage.telegram.faults().pending()).isFalse();
    }
  }

  /** Scenario 5. */
  @Test
  void noticesAConnectionThatHasGoneSilent(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("getUpdates", Fault.blackHole());
      // The poll's hold of a second, another of slack, and the pause after a failure.
      stage.telegram.say(ANN, ANNS, "Does it work?");
      stage.telegram.await(ANNS, Duration.ofSeconds(6), sent -> sent.text().contains("Bullitt"));
    }
  }

  /** Scenario 4. */
  @Test
  void waitsAsLongAsItIsTold(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.faults().next("getUpdates", Fault.tooManyRequests(3));
      stage.await("a refusal", () -> stage.telegram.calls("getUpdates").stream().anyMatch(c -> c.status() == 429));
      works(stage);
      List<ApiCall> polls = stage.telegram.calls("getUpdates");
      int refused = polls.indexOf(polls.stream().filter(c -> c.status() == 429).findFirst().orElseThrow());
      assertThat(polls.get(refused + 1).since().minus(polls.get(refused).since()))
          .isGreaterThan(Duration.ofMillis(2_900));
    }
  }

  /** Scenario 6. */
  @Test
  void answersOnceWhatComesTwice(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      works(stage);
      String update = """
          {"update_id": %d, "message": {"message_id": 77, "date": 1790000000, "text": "Who, twice?",
           "from": {"id": 1002, "is_bot": false, "first_name": "Bob"},
           "chat": {"id": 1002, "type": "private", "first_name": "Bob"}}}""";
      stage.telegram.open(BOB.privateChat());
      stage.telegram.raw(update.formatted(900_000_001));
      stage.telegram.await(BOB.privateChat(), 1);
      stage.telegram.raw(update.formatted(900_000_001));
      stage.telegram.raw(update.formatted(900_000_001));
      stage.telegram.say(ANN, ANNS, "Another?");
      stage.telegram.await(ANNS, 2);
      stage.pause(Duration.ofSeconds(1));
      assertThat(stage.telegram.sent(BOB.privateChat())).hasSize(1);
    }
  }

  /** Scenario 6, with a restart between. */
  @Test
  void aResponseThatWasLostBringsNoSecondAnswer(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, 1);
      // Not confirmed by a further poll: Telegram offers it to the next start again.
      stage.stop().begin();
      stage.telegram.say(ANN, ANNS, "And who else?");
      stage.telegram.await(ANNS, 2);
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(2);
    }
  }

  /** Scenario 7. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void hearsWhatComesAfterAnIdleWeek(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      works(stage);
      stage.telegram.idleWeek();
      int before = stage.telegram.calls("getUpdates").size();
      stage.telegram.say(BOB, BOB.privateChat(), "Still there?");
      stage.telegram.await(BOB.privateChat(), 1);
      stage.rest();
      stage.pause(Duration.ofSeconds(2));
      assertThat(stage.telegram.calls("getUpdates").size() - before).isLessThan(12);
    }
  }

  /** Scenario 8. */
  @Test
  void anUpdateOfUnknownFormIsSetAsideAndTheNextIsAnswered(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.raw("""
          {"message": {"message_id": 5, "date": 1790000000, "from": {"id": 1002, "is_bot": false, "first_name": "Bob"},
           "chat": {"id": 1002, "type": "private"},
           "chat_background_set": {"type": {"type": "of_the_future", "x": 1}}}}""");
      stage.telegram.raw("{\"message\": \"of a form nobody knows\"}");
      works(stage);
      assertThat(stage.bot().metrics().total("updates", "kind", "quarantined")).isEqualTo(2);
    }
  }

  @Test
  void anUpdateNumberBeyondTheLibrarysIsNoObstacle(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.open(BOB.privateChat());
      stage.telegram.raw("""
          {"update_id": 5000000000, "message": {"message_id": 77, "date": 1790000000, "text": "Who?",
           "from": {"id": 1002, "is_bot": false, "first_name": "Bob"},
           "chat": {"id": 1002, "type": "private", "first_name": "Bob"}}}""");
      stage.telegram.await(BOB.privateChat(), 1);
    }
  }

  /** Scenario 36. */
  @ParameterizedTest
  @ValueSource(strings = {"""
      {"channel_post": {"message_id": 5, "date": 1790000000, "text": "news", "chat": {"id": -1005, "type": "channel"}}}
      """, """
      {"message": {"message_id": 5, "date": 1790000000, "text": "Who?", "chat": {"id": 1002, "type": "private"}}}
      """, """
      {"message": {"message_id": 5, "date": 1790000000, "text": "Who?", "chat": {"id": 1002, "type": "private"},
       "from": {"id": 77, "is_bot": true, "first_name": "Robot"}}}
      """, """
      {"message_reaction": {"date": 1790000000, "chat": {"id": 1002, "type": "private"}}}
      """, "{\"something_new\": {}}", "{}"})
  void whatNoPersonSaysIsPassedOver(String update, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.raw(update);
      works(stage);
      assertThat(stage.docent.asked).hasSize(1);
    }
  }

  /** Scenario 42. */
  @Test
  void aSecondInstanceIsRecognisedAndNothingIsAnsweredTwice(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder); Stage other = stage.another(folder.resolve("other"))) {
      // An update is confirmed when it has been written down, which takes a busy disk a while; Telegram gives it to
      // whoever asks before. Ten seconds of peace are what the real timing leaves.
      stage.patience = Stage.yieldingFor(Duration.ofSeconds(5));
      other.patience = stage.patience;
      stage.begin();
      other.begin();
      stage.await("the conflict is known",
          () -> conflict(stage.bot().connection()) || conflict(other.bot().connection()));
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, Duration.ofSeconds(15), sent -> sent.text().contains("Bullitt"));
      stage.pause(Duration.ofSeconds(1));
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  /** Scenario 42. */
  @Test
  void ofTwoInstancesTheOneThatCameLaterEndsAndTheOtherGoesOn(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = Stage.prepare(folder); Stage other = stage.another(folder.resolve("other"))) {
      stage.begin();
      works(stage);
      other.begin();
      assertThat(other.bot().await()).contains("same token", "again and again");
      assertThat(other.bot().connection()).isInstanceOf(Connection.Ended.class);
      stage.await("peace", () -> stage.bot().connection() instanceof Connection.Connected);
      stage.telegram.say(BOB, BOB.privateChat(), "Who?");
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("Bullitt"));
    }
  }

  private static boolean conflict(Connection connection) {
    return String.valueOf(connection.trouble()).contains("another program polls");
  }

  /** Scenario 43. */
  @Test
  void aWebhookIsLeftAloneAndTheBotEndsSayingHow(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.webhook("https://example.org/hook/secret");
      stage.begin();
      assertThat(stage.bot().await()).contains("at https://example.org:", "docent.telegram.remove-webhook=true")
          .doesNotContain("secret");
      assertThat(stage.bot().connection()).isInstanceOf(Connection.Ended.class);
      // Nothing of the other program's was touched, its list of commands neither.
      assertThat(stage.telegram.calls()).extracting(ApiCall::method).containsExactly("getMe", "getWebhookInfo");
      stage.pause(Duration.ofSeconds(1));
      assertThat(stage.telegram.calls()).hasSize(2);
    }
  }

  /** Scenario 43. */
  @Test
  void aWebhookThatIsSetLaterEndsThePollingToo(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      works(stage);
      stage.telegram.webhook("https://example.org/hook");
      assertThat(stage.bot().await()).contains("at https://example.org:");
      assertThat(stage.telegram.calls("deleteWebhook")).isEmpty();
    }
  }

  /** Scenario 43. */
  @Test
  void aWebhookIsRemovedWhenThatIsSet(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.settings(s -> s.receiving(new Reception.Polling(true)));
      stage.telegram.webhook("https://example.org/hook");
      stage.begin();
      works(stage);
      assertThat(stage.telegram.calls("deleteWebhook")).hasSize(1);
    }
  }

  /** Scenario 41. */
  @Test
  void aRevokedTokenEndsThePollingAndIsKnown(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = Stage.open(folder)) {
      works(stage);
      stage.telegram.revokeToken();
      assertThat(stage.bot().await()).contains("doesn't accept the token");
      assertThat(stage.bot().connection()).isInstanceOf(Connection.Rejected.class);
      int polls = stage.telegram.calls().size();
      stage.pause(Duration.ofSeconds(1));
      assertThat(stage.telegram.calls()).hasSize(polls);
    }
  }

  /** Scenario 45. */
  @ParameterizedTest
  @ValueSource(ints = {-90, 90})
  void aClockThatIsWrongMakesNothingStale(int minutes, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      works(stage);
      stage.telegram.shiftDates(Duration.ofMinutes(minutes));
      stage.telegram.say(BOB, BOB.privateChat(), "Who?");
      BotMessage sent = stage.telegram.await(BOB.privateChat(), s -> true);
      assertThat(sent.text()).contains("Bullitt");
    }
  }

  /** Scenario 46. */
  @Test
  void whatWaitedTooLongGetsOneApologyAChat(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.shiftDates(Duration.ofHours(-20));
      for (int i = 0; i < 250; i++) {
        stage.telegram.say(ANN, ANNS, "Question " + i + "?");
        stage.telegram.say(BOB, BOB.privateChat(), "Question " + i + "?");
      }
      stage.telegram.shiftDates(Duration.ZERO);
      stage.begin();
      stage.telegram.await(ANNS, sent -> sent.text().contains("I was away"));
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("I was away"));
      stage.rest();
      assertThat(stage.docent.asked).isEmpty();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      works(stage, BOB.privateChat(), 2);
    }
  }

  private static void works(Stage stage, dev.docent.telegram.rehearsal.chat.Chat chat, int messages) {
    stage.telegram.say(BOB, chat, "And now?");
    stage.telegram.await(chat, sent -> sent.text().contains("Bullitt"));
    stage.rest();
    assertThat(stage.telegram.sent(chat)).hasSize(messages);
  }
}

package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.server.Fault;
import dev.docent.telegram.rehearsal.world.ApiCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram brings updates, instead of being asked for them; scenario 44 and those of polling that remain. */
@Execution(ExecutionMode.CONCURRENT)
class WebhookIT {
  private static final String UPDATE = """
      {"update_id": %d, "message": {"message_id": 77, "date": %d, "text": "Who, by hand?",
       "from": {"id": 1002, "is_bot": false, "first_name": "Bob"},
       "chat": {"id": 1002, "type": "private", "first_name": "Bob"}}}""";

  private static Stage hooked(Path folder) {
    int port = freePort();
    URI url = URI.create("http://127.0.0.1:" + port + "/hook");
    return Stage.prepare(folder)
        .settings(s -> s.receiving(new Reception.Webhook(url, "127.0.0.1", port, null, 4, false)));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void connected(Stage stage) {
    stage.await("the webhook", () -> stage.bot().connection() instanceof Connection.Connected);
  }

  private static ApiCall set(Stage stage) {
    return stage.telegram.calls("setWebhook").getLast();
  }

  private static void works(Stage stage) {
    stage.telegram.say(ANN, ANNS, "Does it work?");
    stage.telegram.await(ANNS, Duration.ofSeconds(15), sent -> sent.text().contains("Bullitt"));
    stage.rest();
    assertThat(stage.telegram.sent(ANNS)).hasSize(1);
  }

  private static int status(Stage stage, String method, String path, String secret, BodyPublisher body) {
    URI hook = URI.create(set(stage).parameters().path("url").asText());
    HttpRequest.Builder request = HttpRequest.newBuilder(hook.resolve(path)).method(method, body);
    if (!secret.isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int posted(Stage stage, BodyPublisher body) {
    return status(stage, "POST", "/hook", set(stage).parameters().path("secret_token").asText(), body);
  }

  @Test
  void whatIsBroughtIsAnsweredAndNobodyPolls(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      works(stage);
      assertThat(stage.telegram.calls("getUpdates")).isEmpty();
      assertThat(set(stage).parameters().path("max_connections").asInt()).isEqualTo(4);
      assertThat(set(stage).parameters().path("allowed_updates")).hasSize(4);
    }
  }

  /** Scenario 1. */
  @Test
  void startsWhileTelegramIsDownAndWorksWhenItIsThere(@TempDir Path folder) {
    try (Stage stage = hooked(folder)) {
      stage.telegram.down();
      stage.begin();
      stage.await("trouble is known", () -> stage.bot().connection() instanceof Connection.Troubled);
      stage.telegram.up();
      works(stage);
    }
  }

  /** Scenario 6. */
  @Test
  void whatTelegramBringsAgainIsAnsweredOnce(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      stage.telegram.faults().next("webhook", 3, Fault.lostAnswer());
      works(stage);
      assertThat(stage.telegram.faults().pending()).isFalse();
      assertThat(stage.docent.asked).hasSize(1);
    }
  }

  /** Scenario 8. */
  @Test
  void anUpdateOfUnknownFormIsSetAsideAndTheNextIsAnswered(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      stage.telegram.raw("{\"message\": \"of a form nobody knows\"}");
      works(stage);
      assertThat(stage.bot().metrics().total("updates", "kind", "quarantined")).isEqualTo(1);
    }
  }

  /** Scenario 44. */
  @Test
  void aWrongSecretIsForbiddenAndAnotherPathNotThere(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      var update = BodyPublishers.ofString(UPDATE.formatted(900_000_001, Instant.now().getEpochSecond()));
      String secret = set(stage).parameters().path("secret_token").asText();
      assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
      assertThat(status(stage, "POST", "/hook", "", update)).isEqualTo(403);
      assertThat(status(stage, "POST", "/hook", secret + "x", update)).isEqualTo(403);
      assertThat(status(stage, "POST", "/", secret, update)).isEqualTo(404);
      assertThat(status(stage, "GET", "/hook", secret, BodyPublishers.noBody())).isEqualTo(405);
      assertThat(stage.docent.asked).isEmpty();
      works(stage);
    }
  }

  /** Scenario 44. */
  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "[]", "{}", "7", "{\"update_id\": \"7\"}", "{\"update_id\": 1.5}",
      "{\"update_id\": 7} {\"update_id\": 8}", "{\"update_id\": 7", "{\"update_id\": 99999999999999999999}"})
  void aBodyThatIsNoUpdateIsABadRequest(String body, @TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      assertThat(posted(stage, BodyPublishers.ofString(body))).isEqualTo(400);
      works(stage);
    }
  }

  /** Scenario 44. */
  @Test
  void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      byte[] most = new byte[2 << 20];
      assertThat(posted(stage, BodyPublishers.ofByteArray(most))).isEqualTo(413);
      assertThat(posted(stage, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(1 << 20) + 1]))))
          .isEqualTo(413);
      works(stage);
    }
  }

  @Test
  void anUpdateIsConfirmedWithItsAnswerStillToCome(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      stage.telegram.open(BOB.privateChat());
      var confirmed = new CountDownLatch(1);
      stage.docent.answers = (question, listener) -> {
        confirmed.await();
        return Samples.grounded(question.text());
      };
      assertThat(posted(stage, BodyPublishers.ofString(UPDATE.formatted(5_000_000_000L, Instant.now()
          .getEpochSecond())))).isEqualTo(200);
      stage.asked(1);
      confirmed.countDown();
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("Bullitt"));
    }
  }

  /** Scenario 10, as far as a stop is like a death: what was confirmed is in the inbox. */
  @Test
  void whatWasSaidWhileTheBotWasStoppedIsBroughtAfterTheNextStart(@TempDir Path folder) throws IOException {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      String secret = set(stage).parameters().path("secret_token").asText();
      stage.stop();
      stage.telegram.say(ANN, ANNS, "Does it work?");
      stage.pause(Duration.ofMillis(500));
      assertThat(stage.telegram.pending()).isEqualTo(1);
      stage.begin();
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(set(stage).parameters().path("secret_token").asText()).isEqualTo(secret);
      assertThat(stage.telegram.calls("deleteWebhook")).isEmpty();
      Path kept = folder.resolve("data").resolve("webhook-" + stage.telegram.bot().id() + ".secret");
      assertThat(Files.getPosixFilePermissions(kept)).hasSize(2);
    }
  }

  /** Scenario 42. */
  @Test
  void anothersWebhookIsLeftAlone(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = hooked(folder)) {
      stage.telegram.webhook("https://example.org/hook/secret");
      stage.begin();
      assertThat(stage.bot().await()).contains("at https://example.org:", "docent.telegram.remove-webhook=true");
      assertThat(stage.telegram.calls("setWebhook")).isEmpty();
    }
  }

  /** Scenario 42. */
  @Test
  void whoseWebhookIsTakenByAnotherEnds(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      stage.telegram.webhook("https://example.org/hook");
      assertThat(stage.bot().await()).contains("another program answers under its token");
      assertThat(stage.bot().connection()).isInstanceOf(Connection.Ended.class);
    }
  }

  /** Scenario 43. */
  @Test
  void aWebhookThatIsRemovedIsSetAgain(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      stage.telegram.webhook("");
      stage.await("it is set again", () -> stage.telegram.calls("setWebhook").size() == 2);
      works(stage);
    }
  }

  /** Scenario 41. */
  @Test
  void aRevokedTokenEndsItAndIsKnown(@TempDir Path folder) throws InterruptedException {
    try (Stage stage = hooked(folder).begin()) {
      works(stage);
      stage.telegram.revokeToken();
      assertThat(stage.bot().await()).contains("doesn't accept the token");
    }
  }

  /** Scenario 46. */
  @Test
  void whatWaitedTooLongGetsOneApologyAChat(@TempDir Path folder) {
    try (Stage stage = hooked(folder)) {
      stage.telegram.shiftDates(Duration.ofHours(-20));
      for (int i = 0; i < 50; i++) {
        stage.telegram.say(ANN, ANNS, "Question " + i + "?");
      }
      stage.telegram.shiftDates(Duration.ZERO);
      stage.begin();
      stage.telegram.await(ANNS, sent -> sent.text().contains("I was away"));
      stage.rest();
      assertThat(stage.docent.asked).isEmpty();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  /** Scenario 45; dates that lie behind can't be told from those of what has waited, soon after a start. */
  @Test
  void datesAheadMakeNothingStale(@TempDir Path folder) {
    try (Stage stage = hooked(folder).begin()) {
      works(stage);
      stage.telegram.shiftDates(Duration.ofMinutes(90));
      stage.telegram.say(BOB, BOB.privateChat(), "Who?");
      assertThat(stage.telegram.await(BOB.privateChat(), sent -> true).text()).contains("Bullitt");
    }
  }

  /** Scenario 23. */
  @Test
  void oddCharactersAreAnsweredLawfully(@TempDir Path folder) {
    List<String> odd = List.of("Who was \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 in 1933?",
        "\u05DE\u05D9 \u05D4\u05D9\u05D4 \u202E1933?", "Who a\u0301\u0302\u0303 was it?", "Who\u0000was it?",
        "Half \uD83D of it?");
    try (Stage stage = hooked(folder).begin()) {
      for (int i = 0; i < odd.size(); i++) {
        TelegramUser person = TelegramUser.named(6_000 + i, "P" + i);
        stage.telegram.say(person, person.privateChat(), odd.get(i));
      }
      for (int i = 0; i < odd.size(); i++) {
        stage.telegram.await(TelegramUser.named(6_000 + i, "P" + i).privateChat(),
            sent -> sent.text().contains("Bullitt"));
      }
    }
  }

  /**
   * Where the webhook is set from before, updates are brought as soon as the bot listens: they aren't left over from
   * before the start, and by what name the bot goes is known already.
   */
  @Test
  void whatIsBroughtWhileTheBotMakesItselfKnownIsAnsweredOnce(@TempDir Path folder) {
    Chat group = Chat.group(-777, "Readers");
    try (Stage stage = hooked(folder).begin()) {
      connected(stage);
      stage.stop();
      stage.telegram.faults().next("setWebhook", Fault.lateAnswer(Duration.ofMillis(900)));
      var known = new CountDownLatch(1);
      stage.docent.answers = (question, listener) -> {
        known.await();
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, group, "@" + stage.telegram.bot().username() + " who was it?");
      stage.begin();
      stage.asked(1);
      assertThat(stage.bot().connection()).as("it has come before").isInstanceOf(Connection.Starting.class);
      connected(stage);
      known.countDown();
      stage.telegram.await(group, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.docent.asked).hasSize(1);
      assertThat(stage.telegram.sent(group)).hasSize(1);
    }
  }
}

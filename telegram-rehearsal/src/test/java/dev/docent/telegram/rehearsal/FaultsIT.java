package dev.docent.telegram.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.NotSeenException;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.server.Fault;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each way to misbehave, and what has happened in the chat afterwards. */
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {
  private static final TelegramUser ANNA = TelegramUser.named(11, "Anna");
  private static final Chat CHAT = ANNA.privateChat();
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final String HELLO = "{'chat_id':11,'text':'Hello'}";
  private final FakeTelegram telegram = FakeTelegram.start();
  private final BotClient bot = new BotClient(telegram);

  @BeforeEach
  void people() {
    telegram.say(ANNA, CHAT, "/start");
  }

  @AfterEach
  void close() {
    bot.close();
    telegram.close();
  }

  @Test
  void anErrorIsAnsweredAndNothingIsSent() {
    telegram.faults().next("sendMessage", Fault.internalError());
    assertThat(bot.call("sendMessage", HELLO).status()).isEqualTo(500);
    assertThat(telegram.sent(CHAT)).isEmpty();
    assertThat(bot.call("sendMessage", HELLO).status()).isEqualTo(200);
  }

  @Test
  void garbageIsAnsweredAsItStands() throws IOException {
    telegram.faults()
        .next("getUpdates", Fault.badGateway())
        .next("getUpdates", Fault.empty())
        .next("getUpdates",
            Fault.withoutOk());
    assertThat(bot.send("getUpdates", "{}", SHORT).body()).contains("502 Bad Gateway");
    assertThat(bot.send("getUpdates", "{}", SHORT).body()).isEmpty();
    assertThat(bot.send("getUpdates", "{}", SHORT).body()).isEqualTo("{\"result\":[]}");
    assertThat(bot.updates(0)).hasSize(1);
  }

  @Test
  void aFaultStaysUntilItIsCleared() {
    telegram.faults().always("*", Fault.internalError());
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(500);
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(500);
    telegram.faults().clear();
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(200);
  }

  @Test
  void aBlackHoleSwallowsTheRequest() {
    telegram.faults().next("sendMessage", Fault.blackHole());
    assertThatThrownBy(() -> bot.send("sendMessage", HELLO, SHORT)).isInstanceOf(HttpTimeoutException.class);
    assertThat(telegram.sent(CHAT)).isEmpty();
    assertThat(telegram.calls("sendMessage").getFirst().status()).isZero();
  }

  @Test
  void aLateAnswerComesAfterTheDeed() {
    telegram.faults().next("sendMessage", Fault.lateAnswer(Duration.ofSeconds(30)));
    assertThatThrownBy(() -> bot.send("sendMessage", HELLO, SHORT)).isInstanceOf(HttpTimeoutException.class);
    assertThat(telegram.sent(CHAT)).hasSize(1);
  }

  @Test
  void aDelayComesBeforeTheDeed() {
    telegram.faults().next("sendMessage", Fault.delay(Duration.ofSeconds(30)));
    assertThatThrownBy(() -> bot.send("sendMessage", HELLO, SHORT)).isInstanceOf(HttpTimeoutException.class);
    assertThat(telegram.sent(CHAT)).isEmpty();
  }

  @Test
  void aLostAnswerEndsTheConnectionAfterTheDeed() {
    telegram.faults().next("sendMessage", Fault.lostAnswer());
    assertThatThrownBy(() -> bot.send("sendMessage", HELLO, Duration.ofSeconds(5))).isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(telegram.sent(CHAT)).hasSize(1);
  }

  @Test
  void aCutAnswerEndsInItsMiddleAndConfirmsNothing() {
    telegram.faults().next("getUpdates", Fault.cutAnswer());
    assertThatThrownBy(() -> bot.send("getUpdates", "{}", Duration.ofSeconds(5))).isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(bot.updates(0)).hasSize(1);
  }

  @Test
  void aDownloadCanFail() throws IOException {
    telegram.upload(ANNA, CHAT, "a.txt", "text/plain",
        "hello".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String id = bot.updates(0).path(1).path("message").path("document").path("file_id").asText();
    String path = bot.call("getFile", "{'file_id':'" + id + "'}").result().path("file_path").asText();
    String url = "/file/bot" + telegram.token() + "/" + path;
    telegram.faults().next("file", Fault.badGateway()).next("file", Fault.cutAnswer());
    assertThat(bot.get(url).statusCode()).isEqualTo(502);
    assertThatThrownBy(() -> bot.get(url)).isInstanceOf(IOException.class);
    assertThat(bot.get(url).body()).hasSize(500);
  }

  @Test
  void whoSpeaksBeforeTheWaitIsOverBreaksARule() throws Exception {
    // Long enough for a busy machine to make the next call within it.
    telegram.faults().next("sendMessage", Fault.tooManyRequests(3));
    BotClient.Reply reply = bot.call("sendMessage", HELLO);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body().path("parameters").path("retry_after").asInt()).isEqualTo(3);
    assertThat(bot.call("sendChatAction", "{'chat_id':11,'action':'typing'}").status()).isEqualTo(429);
    assertThat(telegram.violations()).hasSize(1).first().asString().contains("before the wait was over");
    Thread.sleep(3050);
    assertThat(bot.call("sendMessage", HELLO).status()).isEqualTo(200);
    assertThat(telegram.violations()).hasSize(1);
  }

  @Test
  void aPollerThatWasToldToWaitWaits() throws Exception {
    telegram.faults().next("getUpdates", Fault.tooManyRequests(1));
    assertThat(bot.call("getUpdates", "{}").status()).isEqualTo(429);
    assertThat(bot.call("sendMessage", HELLO).status()).isEqualTo(200);
    assertThat(telegram.violations()).isEmpty();
    bot.call("getUpdates", "{}");
    assertThat(telegram.violations()).hasSize(1);
  }

  @Test
  void aFloodIsAnsweredWithATimeToWait() {
    BotClient.Reply reply = bot.call("sendMessage", HELLO);
    for (int i = 0; i < 10 && reply.status() == 200; i++) {
      reply = bot.call("sendMessage", HELLO);
    }
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body().path("parameters").path("retry_after").asInt()).isPositive();
    assertThat(telegram.sent(CHAT).size()).isBetween(5, 7);
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void waitingInVainSaysWhatWasSeen() {
    bot.call("sendMessage", HELLO);
    assertThatThrownBy(() -> telegram.await(CHAT, Duration.ofMillis(50), m -> m.text().equals("Goodbye")))
        .isInstanceOf(NotSeenException.class)
        .hasMessageContaining("shows [Hello]");
    assertThat(telegram.await(CHAT, m -> m.text().equals("Hello")).id()).isPositive();
  }
}

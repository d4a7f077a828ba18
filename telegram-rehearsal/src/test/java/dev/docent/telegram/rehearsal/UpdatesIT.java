package dev.docent.telegram.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code getUpdates} as Telegram does it. */
class UpdatesIT {
  private static final TelegramUser ANNA = TelegramUser.named(11, "Anna");
  private static final Chat CHAT = ANNA.privateChat();
  private final FakeTelegram telegram = FakeTelegram.start();
  private final BotClient bot = new BotClient(telegram);

  @AfterEach
  void close() {
    bot.close();
    telegram.close();
  }

  private static long id(JsonNode updates, int n) {
    return updates.path(n).path("update_id").asLong();
  }

  @Test
  void theSameBatchComesAgainUntilItsOffsetIsConfirmed() {
    telegram.say(ANNA, CHAT, "one");
    telegram.say(ANNA, CHAT, "two");
    JsonNode first = bot.updates(0);
    assertThat(first).hasSize(2);
    assertThat(bot.updates(id(first, 0))).isEqualTo(first);
    assertThat(bot.updates(id(first, 1))).hasSize(1);
    assertThat(bot.updates(id(first, 1) + 1)).isEmpty();
    assertThat(telegram.pending()).isZero();
  }

  @Test
  void aPollWaitsForSomethingToCome() {
    CompletableFuture<BotClient.Reply> poll = CompletableFuture
        .supplyAsync(() -> bot.call("getUpdates", "{'timeout':20}"));
    telegram.await("the poll", Duration.ofSeconds(5), () -> !telegram.calls("getUpdates").isEmpty());
    telegram.say(ANNA, CHAT, "hello");
    assertThat(poll).succeedsWithin(5, TimeUnit.SECONDS).satisfies(reply -> assertThat(reply.result()).hasSize(1));
  }

  @Test
  void aPollReturnsEmptyWhenItsTimeIsOver() {
    long began = System.nanoTime();
    assertThat(bot.call("getUpdates", "{'timeout':1}").result()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
  }

  @Test
  void theOlderOfTwoPollersIsTold() {
    CompletableFuture<BotClient.Reply> older = CompletableFuture
        .supplyAsync(() -> bot.call("getUpdates", "{'timeout':20}"));
    telegram.await("the poll", Duration.ofSeconds(5), () -> !telegram.calls("getUpdates").isEmpty());
    bot.updates(0);
    assertThat(older).succeedsWithin(5, TimeUnit.SECONDS).satisfies(reply -> {
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.description()).startsWith("Conflict: terminated by other getUpdates request");
    });
  }

  @Test
  void aWebhookForbidsPolling() {
    telegram.webhook("https://elsewhere.test/hook");
    assertThat(bot.call("getUpdates", "{}").description())
        .startsWith("Conflict: can't use getUpdates method while webhook is active");
    bot.call("deleteWebhook", "{}");
    assertThat(bot.call("getUpdates", "{}").status()).isEqualTo(200);
  }

  @Test
  void afterAnIdleWeekAnOffsetFromBeforeMeansTheWholeQueue() {
    telegram.say(ANNA, CHAT, "before");
    long next = id(bot.updates(0), 0) + 1;
    assertThat(bot.updates(next)).isEmpty();
    telegram.idleWeek();
    telegram.say(ANNA, CHAT, "after");
    JsonNode after = bot.updates(next);
    assertThat(after).hasSize(1);
    assertThat(id(after, 0)).isLessThan(next);
    assertThat(bot.updates(id(after, 0) + 1)).isEmpty();
  }

  @Test
  void aNegativeOffsetForgetsAllButTheLast() {
    telegram.say(ANNA, CHAT, "one");
    telegram.say(ANNA, CHAT, "two");
    telegram.say(ANNA, CHAT, "three");
    assertThat(bot.updates(-1).path(0).path("message").path("text").asText()).isEqualTo("three");
    assertThat(telegram.pending()).isEqualTo(1);
  }

  @Test
  void onlyKindsThatWereAskedForAreKept() {
    bot.call("getUpdates", "{'allowed_updates':['callback_query']}");
    telegram.say(ANNA, CHAT, "hello");
    telegram.press(ANNA, CHAT, 1, "data");
    assertThat(bot.updates(0)).hasSize(1).first().matches(update -> update.has("callback_query"));
  }

  @Test
  void anythingCanBeInABatch() {
    telegram.raw("{\"update_id\":3000000000,\"message\":{\"message_id\":\"none\"}}");
    telegram.raw("{\"unheard_of\":{}}");
    assertThat(bot.updates(0)).hasSize(2);
  }

  @Test
  void whatIsSaidWhileTheServerIsDownIsKept() {
    telegram.down();
    telegram.say(ANNA, CHAT, "hello");
    assertThatThrownBy(() -> bot.updates(0)).hasRootCauseInstanceOf(java.nio.channels.ClosedChannelException.class)
        .hasStackTraceContaining(ConnectException.class.getName());
    telegram.up();
    assertThat(bot.updates(0)).hasSize(1);
  }

  @Test
  void datesCanLieInThePast() {
    telegram.shiftDates(Duration.ofHours(-20));
    telegram.say(ANNA, CHAT, "yesterday");
    telegram.shiftDates(Duration.ZERO);
    telegram.say(ANNA, CHAT, "today");
    JsonNode updates = bot.updates(0);
    long hours = (updates.path(1).path("message").path("date").asLong()
        - updates.path(0).path("message").path("date").asLong()) / 3600;
    assertThat(hours).isBetween(19L, 20L);
  }

  @Test
  void aWebhookIsBroughtEachUpdateWithItsSecretUntilItSaysYes() throws IOException {
    List<String> brought = new CopyOnWriteArrayList<>();
    HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/hook", exchange -> {
      try (exchange) {
        brought.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token") + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).replaceAll(
                "(?s).*\"text\":\"(\\w+)\".*", "$1"));
        exchange.sendResponseHeaders(brought.size() == 1 ? 500 : 200, -1);
      }
    });
    hook.start();
    try {
      telegram.say(ANNA, CHAT, "one");
      String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook";
      assertThat(bot.call("setWebhook", "{'url':'" + url + "','secret_token':'s3cr3t'}").status()).isEqualTo(200);
      telegram.say(ANNA, CHAT, "two");
      telegram.await("both", Duration.ofSeconds(10), () -> telegram.pending() == 0);
      assertThat(brought).containsExactly("s3cr3t one", "s3cr3t one", "s3cr3t two");
      assertThat(bot.call("getWebhookInfo", "{}").result().path("url").asText()).isEqualTo(url);
      assertThat(bot.call("deleteWebhook", "{}").status()).isEqualTo(200);
      telegram.say(ANNA, CHAT, "three");
      assertThat(bot.updates(0)).hasSize(1);
    } finally {
      hook.stop(0);
    }
  }

  @Test
  void aWebhookElsewhereNeedsHttps() {
    assertThat(bot.call("setWebhook", "{'url':'http://elsewhere.test/hook'}").status()).isEqualTo(400);
    assertThat(telegram.violations()).hasSize(1);
  }
}

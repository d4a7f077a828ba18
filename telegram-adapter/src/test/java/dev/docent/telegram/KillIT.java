package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process is killed at random moments while people ask. Four times unless {@code docent.kills} says otherwise; prints
 * what it counted.
 */
class KillIT {
  private static final int PEOPLE = 12;

  /** Scenarios 10 and 11. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void everyQuestionIsAnsweredHoweverOftenTheBotIsKilled(Way way, @TempDir Path folder)
      throws IOException, InterruptedException {
    int kills = Integer.getInteger("docent.kills", 2);
    int port = way == Way.WEBHOOK ? Way.freePort() : 0;
    var random = new Random(20261124);
    Files.createDirectories(folder.resolve("knowledge"));
    var asked = new AtomicInteger();
    // The question that each chat waits for an answer to.
    Map<Long, String> open = new ConcurrentHashMap<>();
    var process = new AtomicReference<Process>();
    try (FakeTelegram telegram = FakeTelegram.start()) {
      List<TelegramUser> people = IntStream.range(0, PEOPLE)
          .mapToObj(i -> TelegramUser.named(7_000 + i, "P" + i))
          .toList();
      telegram.watch(happening -> {
        if (happening instanceof Happening.Wrote wrote) {
          open.computeIfPresent(wrote.chat().id(),
              (chat, question) -> wrote.message().text().contains(question) ? null : question);
        }
      });
      try {
        for (int i = 0; i < kills; i++) {
          process.set(BotProcess.start(telegram.baseUrl(), telegram.token(), folder, port));
          int signs = telegram.calls(way.sign()).size();
          telegram.await("the bot", Duration.ofSeconds(90), () -> telegram.calls(way.sign()).size() > signs);
          // Right in the middle: some are answered, and as many wait as there are people.
          int enough = asked.get() + PEOPLE + random.nextInt(3 * PEOPLE);
          long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
          while (asked.get() < enough) {
            assertThat(System.nanoTime()).as("the bot answers").isLessThan(until);
            ask(telegram, people, open, asked);
            Thread.sleep(5);
          }
          Thread.sleep(random.nextInt(200));
          process.get().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        process.set(BotProcess.start(telegram.baseUrl(), telegram.token(), folder, port));
        telegram.await("the last answers", Duration.ofSeconds(60), open::isEmpty);
        telegram.await("rest", Duration.ofSeconds(20), () -> atRest(telegram, way));
      } finally {
        process.get().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      Map<Integer, Integer> times = new HashMap<>();
      for (TelegramUser person : people) {
        for (BotMessage sent : telegram.sent(person.privateChat())) {
          times.merge(Integer.parseInt(sent.text().replaceAll("(?s)^\\D*(\\d+).*", "$1")), 1, Integer::sum);
        }
      }
      long twice = times.values().stream().filter(n -> n == 2).count();
      System.out.printf("killed %d times, %s: %d questions, %d answered once, %d twice, %d more often, %d not%n", kills,
          way,
          asked.get(), times.values().stream().filter(n -> n == 1).count(), twice,
          times.values().stream().filter(n -> n > 2).count(), asked.get() - times.size());
      times.forEach((number, n) -> {
        if (n > 1) {
          System.out.println("  number " + number + ": " + telegram.calls("sendMessage")
              .stream()
              .filter(c -> c.parameters().path("text").asText().contains("Number " + number + "?"))
              .map(c -> c.since().toMillis() + " ms -> " + c.status())
              .toList());
        }
      });
      assertThat(times).hasSize(asked.get());
      assertThat(times.values()).allMatch(n -> n <= 2);
      // Only the one message that is on its way at a chat's moment of death may come twice.
      assertThat(twice).isLessThanOrEqualTo((long) kills * PEOPLE / 4);
      assertThat(telegram.violations()).isEmpty();
    }
  }

  /** A bot with a webhook looks after it all the time. */
  private static boolean atRest(FakeTelegram telegram, Way way) {
    Duration quiet = Duration.ofMillis(1_500);
    return way == Way.POLLING
        ? telegram.atRest(quiet)
        : telegram.pending() == 0 && telegram.calls()
            .stream()
            .filter(call -> !call.method().equals("getWebhookInfo"))
            .allMatch(call -> telegram.elapsed().minus(call.since()).compareTo(quiet) > 0);
  }

  private static void ask(FakeTelegram telegram, List<TelegramUser> people, Map<Long, String> open,
      AtomicInteger asked) {
    for (TelegramUser person : people) {
      Chat chat = person.privateChat();
      if (!open.containsKey(chat.id())) {
        String question = "Number " + asked.incrementAndGet() + "?";
        open.put(chat.id(), question);
        telegram.say(person, chat, question);
      }
    }
  }
}

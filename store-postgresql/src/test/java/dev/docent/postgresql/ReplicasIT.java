package dev.docent.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three replicas behind one webhook, of which one is killed again and again while a hundred people ask. Three times
 * unless {@code docent.kills} says otherwise; prints what it counted.
 */
class ReplicasIT {
  private static final int REPLICAS = 3;
  private static final int CHATS = 100;
  private static final Pattern NUMBER = Pattern.compile("Number (\\d+)\\?");
  /** One is being answered and one waits: a third would be refused. */
  private static final int OPEN = 2;

  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Long, Deque<Integer>> open = new ConcurrentHashMap<>();

  @Test
  void everyQuestionIsAnsweredOnceAndInOrderWhicheverReplicaDies(@TempDir Path folder)
      throws IOException, InterruptedException {
    int kills = Integer.getInteger("docent.kills", 3);
    var random = new Random(Long.getLong("docent.seed", 20261129));
    String schema = TestDatabase.newSchema();
    TestDatabase.server();
    List<Integer> ports = IntStream.range(0, REPLICAS).mapToObj(i -> freePort()).toList();
    List<TelegramUser> people = IntStream.range(0, CHATS)
        .mapToObj(i -> TelegramUser.named(7_000 + i, "P" + i))
        .toList();
    var processes = new ArrayList<Process>();
    try (FakeTelegram telegram = FakeTelegram.start(FloodLimits.none()); Balancer balancer = new Balancer(ports)) {
      var setup = new ReplicaProcess.Setup(telegram.baseUrl(), telegram.token(), balancer.hook(), schema, folder, 20,
          8);
      telegram.watch(this::heard);
      try {
        for (int port : ports) {
          processes.add(ReplicaProcess.start(setup, port));
        }
        telegram.await("all replicas", Duration.ofSeconds(120),
            () -> telegram.calls("setWebhook").size() >= REPLICAS);
        for (int kill = 0; kill < kills; kill++) {
          ask(telegram, people, Duration.ofMillis(1_500 + random.nextInt(1_500)));
          int victim = random.nextInt(REPLICAS);
          processes.get(victim).destroyForcibly().waitFor(10, TimeUnit.SECONDS);
          ask(telegram, people, Duration.ofMillis(500 + random.nextInt(1_000)));
          int hooks = telegram.calls("setWebhook").size();
          processes.set(victim, ReplicaProcess.start(setup, ports.get(victim)));
          telegram.await("the replica that was killed", Duration.ofSeconds(120),
              () -> telegram.calls("setWebhook").size() > hooks);
        }
        telegram.await("the last answers", Duration.ofSeconds(60),
            () -> open.values().stream().allMatch(Deque::isEmpty));
        telegram.await("rest", Duration.ofSeconds(20), () -> telegram.atRest(Duration.ofMillis(1_500)));
      } finally {
        for (Process process : processes) {
          process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
      }
      check(telegram, people, kills);
    }
  }

  private void check(FakeTelegram telegram, List<TelegramUser> people, int kills) {
    Map<Integer, Integer> times = new HashMap<>();
    for (TelegramUser person : people) {
      var order = new ArrayList<Integer>();
      for (BotMessage sent : telegram.sent(person.privateChat())) {
        Matcher number = NUMBER.matcher(sent.text());
        if (number.find()) {
          times.merge(Integer.parseInt(number.group(1)), 1, Integer::sum);
          order.add(Integer.parseInt(number.group(1)));
        }
      }
      assertThat(order.stream().distinct().toList()).as("order in the chat of %s", person).isSorted();
    }
    long twice = times.values().stream().filter(n -> n == 2).count();
    System.out.printf("%d replicas, %d chats, killed %d times: %d questions, %d answered once, %d twice, %d more often,"
        + " %d not%n", REPLICAS, CHATS, kills, asked.get(), times.values().stream().filter(n -> n == 1).count(), twice,
        times.values().stream().filter(n -> n > 2).count(), asked.get() - times.size());
    assertThat(times).hasSize(asked.get());
    assertThat(times.values()).allMatch(n -> n <= 2);
    assertThat(twice).isLessThanOrEqualTo(kills);
    assertThat(telegram.violations()).isEmpty();
    assertThat(telegram.calls("setWebhook")
        .stream()
        .map(call -> call.parameters().path("secret_token").asText())
        .distinct()).as("one secret for all").hasSize(1);
  }

  private void heard(Happening happening) {
    String text = switch (happening) {
      case Happening.Wrote wrote -> wrote.message().text();
      case Happening.Changed changed -> changed.message().text();
      default -> "";
    };
    Matcher number = NUMBER.matcher(text);
    Deque<Integer> mine = open.get(happening.chat().id());
    if (mine != null && number.find()) {
      synchronized (mine) {
        mine.remove(Integer.valueOf(number.group(1)));
      }
    }
  }

  private void ask(FakeTelegram telegram, List<TelegramUser> people, Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      for (TelegramUser person : people) {
        Chat chat = person.privateChat();
        Deque<Integer> mine = open.computeIfAbsent(chat.id(), c -> new ArrayDeque<>());
        int number = 0;
        synchronized (mine) {
          if (mine.size() < OPEN) {
            number = asked.incrementAndGet();
            mine.add(number);
          }
        }
        if (number > 0) {
          telegram.say(person, chat, "Number " + number + "?");
        }
      }
      Thread.sleep(20);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.world.ApiCall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many chats at once, for a few rounds of questions, or for as long as {@code docent.load.seconds} says; prints what it
 * measured. In short the first test polls and the others have a webhook; for longer both are tried where it makes a
 * difference, and 200 chats in the place of 80.
 */
@Isolated("it measures")
class LoadIT {
  private static final int CHATS = 50;
  private static final int SECONDS = Integer.getInteger("docent.load.seconds", 0);
  private static final Pattern PLACE = Pattern.compile("before yours|is the next");

  /** What one look at the process shows. */
  record Look(long heapMegabytes, int threads, int connections) {
    static Look now(Stage stage) {
      System.gc();
      var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      return new Look(memory.getUsed() >> 20, ManagementFactory.getThreadMXBean().getThreadCount(),
          stage.bot().api().sockets().getOrDefault("connections", 0));
    }
  }

  static List<Way> ways() {
    return SECONDS > 0 ? List.of(Way.values()) : List.of(Way.WEBHOOK);
  }

  /** Scenarios 25 and 49. */
  @Test
  void fiftyChatsAtOnceAreAllAnsweredInTimeWithinTelegramsLimits(@TempDir Path folder) {
    long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    Map<Long, Long> asked = new ConcurrentHashMap<>();
    var signs = new ArrayList<Long>();
    var looks = new ArrayList<Look>();
    int rounds = 0;
    try (Stage stage = Stage.prepare(folder)) {
      stage.settings(s -> s.limited(1_000_000, 1_000_000, 500, 8)).begin();
      stage.docent.answers = (question, listener) -> {
        Thread.sleep(100);
        return Samples.grounded(question.text());
      };
      stage.await("the bot", () -> stage.bot().connection() instanceof Connection.Connected);
      List<TelegramUser> people = IntStream.range(0, CHATS)
          .mapToObj(i -> TelegramUser.named(5_000 + i, "P" + i))
          .toList();
      stage.telegram.watch(happening -> {
        Long at = asked.remove(happening.chat().id());
        if (at != null && !(happening instanceof Happening.Noticed)) {
          synchronized (signs) {
            signs.add(System.nanoTime() - at);
          }
        }
      });
      do {
        rounds++;
        for (TelegramUser person : people) {
          Chat chat = person.privateChat();
          asked.put(chat.id(), System.nanoTime());
          stage.telegram.say(person, chat, "Question of round " + rounds + "?");
        }
        int count = rounds;
        stage.telegram.await("all answers of a round", Duration.ofSeconds(60),
            () -> stage.docent.asked.size() == count * CHATS && stage.bot().load() == 0);
        if (rounds >= 2) {
          looks.add(Look.now(stage));
        } else {
          // What is read off disk for the first time is no matter of load.
          signs.clear();
        }
      } while (System.nanoTime() < until || rounds < 3);
      stage.rest();
      int each = rounds;
      assertThat(people).allSatisfy(person -> assertThat(stage.telegram.sent(person.privateChat())).hasSize(each));
      assertThat(stage.docent.mostAtOnce.get()).isLessThanOrEqualTo(8);
    }
    signs.sort(null);
    long p95 = signs.get(signs.size() * 95 / 100) / 1_000_000;
    System.out.printf("%d chats, %d rounds, %d questions: first sign of life p50 %d ms, p95 %d ms, most %d ms%n", CHATS,
        rounds, signs.size(), signs.get(signs.size() / 2) / 1_000_000, p95, signs.getLast() / 1_000_000);
    System.out.println("first look " + looks.getFirst() + ", last look " + looks.getLast());
    assertThat(p95).isLessThan(2_000);
    assertThat(looks.getLast().threads()).isLessThanOrEqualTo(looks.getFirst().threads() + 10);
    assertThat(looks.getLast().connections()).isLessThanOrEqualTo(70);
  }

  /** Scenario 25, with the core as it is, which computes. */
  @ParameterizedTest
  @MethodSource("ways")
  void manyChatsAtOnceSeeASignInTimeWhileTheCoreComputes(Way way, @TempDir Path folder) throws IOException {
    int chats = SECONDS > 0 ? 200 : 80;
    Map<Long, Long> asked = new ConcurrentHashMap<>();
    var signs = new ArrayList<Long>();
    Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.copy(Path.of("..", "knowledge", "russia-us-1933.md"), knowledge.resolve("russia-us-1933.md"));
    List<TelegramUser> people = IntStream.range(0, chats)
        .mapToObj(i -> TelegramUser.named(5_000 + i, "P" + i))
        .toList();
    try (FakeTelegram telegram = FakeTelegram.start();
        Docent docent = DocentFactory.open(DocentSettings.of(knowledge, folder.resolve("index")))) {
      var settings = TelegramSettings.of(new BotToken(telegram.token()), folder.resolve("data"))
          .at(telegram.baseUrl())
          .open(Openness.OPEN, Set.of())
          .receiving(way.reception());
      telegram.watch(happening -> {
        Long at = asked.remove(happening.chat().id());
        if (at != null && !(happening instanceof Happening.Noticed)) {
          signs.add(System.nanoTime() - at);
        }
      });
      try (TelegramBot bot = TelegramBot.open(settings, docent, new SimpleMeterRegistry(),
          TelegramBot.Patience.STANDARD)) {
        bot.start(false);
        TelegramUser first = TelegramUser.named(4_999, "First");
        telegram.say(first, first.privateChat(), "Who was the first US ambassador?");
        telegram.await(first.privateChat(), Duration.ofSeconds(60), sent -> sent.text().contains("Bullitt"));
        for (TelegramUser person : people) {
          asked.put(person.id(), System.nanoTime());
          telegram.say(person, person.privateChat(), "Who was the first US ambassador?");
        }
        long began = System.nanoTime();
        telegram.await("all answers", Duration.ofMinutes(5), () -> signs.size() == chats && bot.load() == 0);
        long took = System.nanoTime() - began;
        assertThat(people).allSatisfy(person -> assertThat(telegram.sent(person.privateChat())).singleElement()
            .satisfies(sent -> assertThat(sent.text()).contains("Bullitt")));
        signs.sort(null);
        List<ApiCall> typing = telegram.calls("sendChatAction");
        System.out.printf(
            "%d chats by %s, the core itself: first sign of life p50 %d ms, p95 %d ms, most %d ms; %d signs of"
                + " typing; all answered after %d ms%n",
            chats, way, signs.get(chats / 2) / 1_000_000,
            signs.get(chats * 95 / 100) / 1_000_000, signs.getLast() / 1_000_000, typing.size(),
            took / 1_000_000);
        assertThat(signs).hasSize(chats);
        // At most two seconds on a machine with nothing else to do; whoever builds may have other work.
        assertThat(signs.get(chats * 95 / 100) / 1_000_000).isLessThan(5_000);
        typing.stream()
            .collect(Collectors.groupingBy(call -> call.parameters().path("chat_id").asText()))
            .values()
            .forEach(LoadIT::fiveSecondsApart);
      }
      assertThat(telegram.violations()).isEmpty();
    }
  }

  private static void fiveSecondsApart(List<ApiCall> signs) {
    for (int i = 1; i < signs.size(); i++) {
      // On a busy machine a call may leave a little late, and the next one not.
      assertThat(signs.get(i).since().minus(signs.get(i - 1).since())).isGreaterThan(Duration.ofMillis(4_000));
    }
  }

  /** Scenario 55, with the real times: a model takes five seconds an answer. */
  @Test
  void whileAModelTakesFiveSecondsEachOfFiftyChatsThatWaitsIsToldItsPlace(@TempDir Path folder) {
    int atOnce = 8;
    var told = new ConcurrentHashMap<Long, Long>();
    var longEnough = new CountDownLatch(1);
    try (Stage stage = Stage.prepare(folder)) {
      stage.patience = TelegramBot.Patience.STANDARD;
      stage.settings(s -> s.limited(1_000, 1_000, 500, atOnce)).begin();
      stage.docent.answers = (question, listener) -> {
        longEnough.await(5, TimeUnit.SECONDS);
        return Samples.grounded(question.text());
      };
      List<TelegramUser> people = IntStream.range(0, CHATS)
          .mapToObj(i -> TelegramUser.named(5_000 + i, "P" + i))
          .toList();
      long began = System.nanoTime();
      for (TelegramUser person : people) {
        stage.telegram.say(person, person.privateChat(), "Who?");
      }
      stage.telegram.await("all who wait are told", Duration.ofSeconds(40), () -> {
        for (TelegramUser person : people) {
          if (stage.telegram.drafts(person.privateChat())
              .stream()
              .anyMatch(draft -> PLACE.matcher(draft.text()).find())) {
            told.putIfAbsent(person.id(), System.nanoTime() - began);
          }
        }
        return told.size() >= CHATS - atOnce;
      });
      // The rest need not take as long.
      longEnough.countDown();
      stage.telegram.await("all answers", Duration.ofSeconds(60), () -> stage.bot().load() == 0);
      stage.rest();
      assertThat(people).allSatisfy(person -> assertThat(stage.telegram.sent(person.privateChat())).hasSize(1));
    }
    List<Long> millis = told.values().stream().map(nanos -> nanos / 1_000_000).sorted().toList();
    System.out.printf(
        "%d chats, %d answered at once in 5 s each: %d told their place, p50 after %d ms, the last after %d ms%n",
        CHATS, atOnce, millis.size(), millis.get(millis.size() / 2), millis.getLast());
    // Within three seconds on a machine with nothing else to do.
    assertThat(millis.getLast()).isLessThan(6_000);
  }

  /** Scenario 49: what the bot itself takes, without the server that keeps everything for the test. */
  @ParameterizedTest
  @MethodSource("ways")
  void aBotInAProcessOfItsOwnDoesntGrow(Way way, @TempDir Path folder) throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    Files.createDirectories(folder.resolve("knowledge"));
    List<TelegramUser> people = IntStream.range(0, CHATS)
        .mapToObj(i -> TelegramUser.named(5_000 + i, "P" + i))
        .toList();
    try (FakeTelegram telegram = FakeTelegram.start()) {
      Process process = BotProcess.start(telegram.baseUrl(), telegram.token(), folder,
          way == Way.WEBHOOK ? Way.freePort() : 0);
      try {
        var heap = new ArrayList<Long>();
        int rounds = 0;
        do {
          rounds++;
          for (TelegramUser person : people) {
            telegram.say(person, person.privateChat(), "Question of round " + rounds + "?");
          }
          int count = rounds;
          telegram.await("all answers of a round", Duration.ofSeconds(60),
              () -> people.stream().allMatch(person -> telegram.sent(person.privateChat()).size() == count));
          if (rounds >= 2) {
            heap.add(heap(process));
          }
        } while (System.nanoTime() < until || rounds < 4);
        System.out.printf(
            "%d questions by %s to a process of its own: heap after a collection, first %d MB, last %d MB%n",
            rounds * CHATS, way, heap.getFirst(), heap.getLast());
        assertThat(heap.getLast()).isLessThan(heap.getFirst() + 30);
        assertThat(telegram.violations()).isEmpty();
      } finally {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  /** In megabytes, as jcmd tells it. */
  private static long heap(Process process) throws IOException, InterruptedException {
    jcmd(process, "GC.run");
    Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(process, "GC.heap_info"));
    long sum = 0;
    while (used.find()) {
      sum += Long.parseLong(used.group(1));
    }
    return sum >> 10;
  }

  private static String jcmd(Process process, String command) throws IOException, InterruptedException {
    Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        Long.toString(process.pid()), command).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
    return said.replaceAll("(?s)Metaspace.*", "");
  }
}

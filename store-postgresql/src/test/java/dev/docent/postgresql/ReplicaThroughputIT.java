package dev.docent.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.text.Styled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures, when {@code docent.measure} is set: how many questions one, two and three replicas answer in a second. */
@EnabledIfSystemProperty(named = "docent.measure", matches = "true")
class ReplicaThroughputIT {
  private static final int CHATS = 60;
  private static final int AT_ONCE = 8;
  private static final long ANSWER_MILLIS = 3_000;
  private static final Duration WARM = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("docent.seconds", 20));

  private final Map<Long, Long> askedAt = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> free = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<long[]> answered = new ConcurrentLinkedQueue<>();

  /** Each person asks again as soon as they are answered. */
  @Test
  void questionsASecond(@TempDir Path folder) throws IOException, InterruptedException {
    for (int replicas = 1; replicas <= 3; replicas++) {
      askedAt.clear();
      free.clear();
      answered.clear();
      measure(replicas, folder);
    }
  }

  private void measure(int replicas, Path folder) throws IOException, InterruptedException {
    String schema = TestDatabase.newSchema();
    TestDatabase.server();
    List<Integer> ports = IntStream.range(0, replicas).mapToObj(i -> freePort()).toList();
    var processes = new ArrayList<Process>();
    try (FakeTelegram telegram = FakeTelegram.start(FloodLimits.none()); Balancer balancer = new Balancer(ports)) {
      telegram.watch(happening -> {
        if (happening instanceof Happening.Wrote || happening instanceof Happening.Changed) {
          heard(happening);
        }
      });
      var setup = new ReplicaProcess.Setup(telegram.baseUrl(), telegram.token(), balancer.hook(), schema, folder,
          ANSWER_MILLIS, AT_ONCE);
      try {
        for (int port : ports) {
          processes.add(ReplicaProcess.start(setup, port));
        }
        telegram.await("all replicas", Duration.ofSeconds(120), () -> telegram.calls("setWebhook").size() >= replicas);
        IntStream.range(0, CHATS).forEach(i -> free.add(7_000L + i));
        long began = System.nanoTime();
        long from = began + WARM.toNanos();
        long until = from + MEASURED.toNanos();
        int number = 0;
        double before = -1;
        while (System.nanoTime() < until) {
          if (before < 0 && System.nanoTime() >= from) {
            before = cpu(processes);
          }
          Long person = free.poll();
          if (person == null) {
            Thread.sleep(2);
          } else {
            TelegramUser user = TelegramUser.named(person, "P" + person);
            askedAt.put(person, System.nanoTime());
            telegram.say(user, user.privateChat(), "Number " + ++number + "?");
          }
        }
        tell(replicas, from, until, cpu(processes) - before);
      } finally {
        for (Process process : processes) {
          process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
      }
      assertThat(telegram.violations()).isEmpty();
    }
  }

  private void heard(Happening happening) {
    String text = switch (happening) {
      case Happening.Wrote wrote -> wrote.message().text();
      case Happening.Changed changed -> changed.message().text();
      default -> "";
    };
    Long asked = text.contains("Number") ? askedAt.remove(happening.chat().id()) : null;
    if (asked != null) {
      answered.add(new long[]{System.nanoTime(), System.nanoTime() - asked});
      free.add(happening.chat().id());
    }
  }

  private static double cpu(List<Process> processes) {
    return processes.stream()
        .mapToDouble(process -> process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1_000.0)
        .sum();
  }

  private void tell(int replicas, long from, long until, double cpu) {
    List<Long> times = answered.stream()
        .filter(at -> at[0] >= from && at[0] < until)
        .map(at -> at[1])
        .sorted()
        .toList();
    System.out.printf("%d replicas: %.1f questions a second, from question to answer p50 %.1f s, p95 %.1f s; %.0f ms of"
        + " CPU a question in the replicas%n", replicas, times.size() / (double) MEASURED.toSeconds(),
        times.get(times.size() / 2) / 1e9, times.get(times.size() * 95 / 100) / 1e9, 1_000 * cpu / times.size());
  }

  /** Received, taken on, noted twice, done with: what the database does for an answer, without the rest. */
  @Test
  void updatesASecondThroughTheStore() throws InterruptedException {
    int threads = 6;
    int each = 200;
    try (Store store = TestDatabase.open(TestDatabase.settings(TestDatabase.newSchema()), 7)) {
      Inbox inbox = store.inbox(7);
      Sharing sharing = store.sharing().orElseThrow();
      through(inbox, sharing, 1, 50, 0);
      long began = System.nanoTime();
      through(inbox, sharing, threads, each, 1_000_000);
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf("the store alone: %.0f updates a second from receipt to done, %d threads, %d connections%n",
          threads * each / seconds, threads, 6);
    }
  }

  private static void through(Inbox inbox, Sharing sharing, int threads, int each, int base)
      throws InterruptedException {
    List<Thread> all = IntStream.range(0, threads)
        .mapToObj(t -> Thread.ofPlatform().start(() -> {
          for (int i = 0; i < each; i++) {
            long id = base + t * 10_000L + i;
            inbox.receive(List.of(StoreContract.said(id, id, "words")));
            for (ReceivedUpdate taken : sharing.claim(8)) {
              Delivery delivery = Delivery.of(taken.chat(), null, null, List.of(MessagePart.of(Styled.plain("one"))));
              inbox.note(taken.update(), delivery.trying());
              inbox.note(taken.update(), delivery.trying().sent(taken.chat(), 1));
              inbox.done(taken.update());
            }
          }
        }))
        .toList();
    for (Thread thread : all) {
      thread.join();
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

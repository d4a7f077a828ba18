package dev.docent;

import static dev.docent.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.docent.answer.Answer;
import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Readers race with reloads, on any index, for as long as {@code -Ddocent.seconds} says. Russian documents need no vectors, so what
 * is raced is the index alone.
 */
public abstract class ReloadWhileAskingContract {
  private static final int ASKERS = 8;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("docent.seconds", 4));
  private static final String GATE = "Какой код у ворот лодочного сарая?";
  private static final String GUEST = "Как зовут гостя маяка?";

  private final Folder folder;
  private final DocentSettings settings;
  private final AtomicInteger code = new AtomicInteger(1000);
  /** Even while the guest's document is away by the receipt, odd from before it is written until that receipt. */
  private final AtomicInteger guest = new AtomicInteger();
  private final AtomicInteger guestSeen = new AtomicInteger();

  protected ReloadWhileAskingContract(DocentSettings settings) {
    this.folder = new Folder(settings.knowledge());
    this.settings = settings;
  }

  @Test
  void answersAreRightAndNothingLeaksWhileTheFolderChanges() throws Exception {
    folder.write("other.md", "Маяк стоит на мысе. Его видно издалека.");
    try (Docent docent = DocentFactory.open(settings)) {
      change(docent, code.get());
      var stop = new AtomicBoolean();
      var started = new CountDownLatch(ASKERS);
      ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
      List<Future<Integer>> askers = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        askers.add(threads.submit(() -> askUntil(stop, started, docent)));
      }
      started.await();
      race(docent, TIME.dividedBy(4));
      long handles = handles();
      long heap = heap();
      race(docent, TIME.minus(TIME.dividedBy(4)));
      long more = handles() - handles;
      long grown = heap() - heap;
      stop.set(true);
      assertThat(asked(askers)).isGreaterThan(ASKERS);
      threads.shutdown();
      // A merge under way holds some files for a moment.
      assertThat(more).as("file handles").isLessThan(200);
      assertThat(grown).as("bytes of heap").isLessThan(30L << 20);
    }
    assertThat(guestSeen.get()).as("the guest was answered while there").isPositive();
  }

  private void race(Docent docent, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      change(docent, code.get() + 1);
      code.incrementAndGet();
      guest.incrementAndGet();
      folder.write("guest.md", "Гостя маяка зовут Варфоломей.");
      assertThat(docent.reload(Progress.NONE).added()).containsExactly("guest.md");
      folder.delete("guest.md");
      assertThat(docent.reload(Progress.NONE).removed()).containsExactly("guest.md");
      guest.incrementAndGet();
    }
  }

  private void change(Docent docent, int next) throws InterruptedException {
    folder.write("gate.md", "Код у ворот лодочного сарая: " + next + ".\n\nСтраница " + next + ".");
    folder.write("note-" + next % 3 + ".md", "Записка номер " + next + " о лодках и сетях.");
    assertThat(docent.reload(Progress.NONE).failed()).isEmpty();
  }

  private int askUntil(AtomicBoolean stop, CountDownLatch started, Docent docent) throws InterruptedException {
    int asked = 0;
    while (!stop.get()) {
      askForTheGate(docent);
      askForTheGuest(docent);
      if (asked++ == 0) {
        started.countDown();
      }
    }
    return asked;
  }

  /** Every answer holds a code that was valid at some time between question and answer. */
  private void askForTheGate(Docent docent) throws InterruptedException {
    int before = code.get();
    Answer answer = ask(docent, GATE);
    int after = code.get();
    assertThat(answer).as(answer.text()).isInstanceOf(Answer.Grounded.class);
    assertThat(answer.text()).containsPattern("\\d{4}");
    int said = Integer.parseInt(answer.text().replaceAll("(?s)^.*?(\\d{4}).*$", "$1"));
    // The index may be one ahead of the receipt that is being written.
    assertThat(said).isBetween(before, after + 1);
  }

  /** A document that was away by its receipt before the question, and still when the answer came, says nothing. */
  private void askForTheGuest(Docent docent) throws InterruptedException {
    int before = guest.get();
    Answer answer = ask(docent, GUEST);
    if (before % 2 == 0 && guest.get() == before) {
      assertThat(answer.text()).doesNotContain("Варфоломей");
    } else if (answer.text().contains("Варфоломей")) {
      guestSeen.incrementAndGet();
    }
  }

  private static int asked(List<Future<Integer>> askers) throws InterruptedException, ExecutionException {
    int asked = 0;
    for (Future<Integer> asker : askers) {
      asked += asker.get();
    }
    return asked;
  }

  private static long handles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

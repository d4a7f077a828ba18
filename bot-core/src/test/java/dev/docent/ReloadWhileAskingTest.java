package dev.docent;

import static dev.docent.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

/** Readers race with reloads. Russian documents need no vectors, so what is raced is the index alone. */
class ReloadWhileAskingTest {
  private static final int ASKERS = 3;
  private static final String QUESTION = "Какой код у ворот лодочного сарая?";

  @Test
  void answersFromTheOldStateOrTheNewOneAndAfterTheReceiptFromTheNewOne(@TempDir Path knowledge, @TempDir Path data)
      throws Exception {
    var folder = new Folder(knowledge);
    folder.write("other.md", "Маяк стоит на мысе. Его видно издалека.");
    try (Docent docent = Docents.open(DocentSettings.of(knowledge, data))) {
      var code = new AtomicInteger(1000);
      change(folder, docent, code.get());
      var stop = new AtomicBoolean();
      var started = new CountDownLatch(ASKERS);
      ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
      List<Future<Integer>> askers = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        askers.add(threads.submit(() -> askUntil(stop, started, docent, code)));
      }
      started.await();
      long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      while (System.nanoTime() < end) {
        change(folder, docent, code.get() + 1);
        code.incrementAndGet();
      }
      stop.set(true);
      assertThat(asked(askers)).isGreaterThan(ASKERS);
      threads.shutdown();
    }
  }

  private static void change(Folder folder, Docent docent, int code) throws InterruptedException {
    folder.write("gate.md", "Код у ворот лодочного сарая: " + code + ".\n\nСтраница " + code + ".");
    folder.write("note-" + code % 3 + ".md", "Записка номер " + code + " о лодках и сетях.");
    assertThat(docent.reload(Progress.NONE).failed()).isEmpty();
  }

  /** Every answer holds a code that was valid at some time between question and answer. */
  private static int askUntil(AtomicBoolean stop, CountDownLatch started, Docent docent, AtomicInteger code)
      throws InterruptedException {
    int asked = 0;
    while (!stop.get()) {
      int before = code.get();
      Answer answer = ask(docent, QUESTION);
      int after = code.get();
      assertThat(answer).as(answer.text()).isInstanceOf(Answer.Grounded.class);
      assertThat(answer.text()).containsPattern("\\d{4}");
      int said = Integer.parseInt(answer.text().replaceAll("(?s)^.*?(\\d{4}).*$", "$1"));
      // The index may be one ahead of the receipt that is being written.
      assertThat(said).isBetween(before, after + 1);
      if (asked++ == 0) {
        started.countDown();
      }
    }
    return asked;
  }

  private static int asked(List<Future<Integer>> askers) throws InterruptedException, ExecutionException {
    int asked = 0;
    for (Future<Integer> asker : askers) {
      asked += asker.get();
    }
    return asked;
  }
}

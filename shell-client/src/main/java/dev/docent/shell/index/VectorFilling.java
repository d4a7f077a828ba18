package dev.docent.shell.index;

import dev.docent.Docent;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.text.Phrases;
import dev.docent.shell.text.Printable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes missing vectors beside the prompt, one thread at a time. Says so only when it takes a while. */
public final class VectorFilling {
  private static final long SILENT_NANOS = 1_000_000_000;
  /** What it may take to put down what it is at; what comes later isn't shown any more. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
  private volatile @Nullable Consumer<String> listener;
  private volatile int percent = -1;

  /** From now on vectors are made here; {@code above} shows a line while the user types. */
  public void serve(Consumer<String> above) {
    listener = above;
  }

  public boolean serving() {
    return listener != null;
  }

  /** Sees to it that missing vectors are being made. */
  public void wake(Docent docent) {
    percent = docent.status().vectorsMissing() > 0 ? Math.max(0, percent) : -1;
    Thread thread = Thread.ofPlatform().daemon().name("vectors").unstarted(() -> fill(docent));
    if (percent >= 0 && worker.compareAndSet(null, thread)) {
      thread.start();
    }
  }

  /** The prompt ends: no more vectors are made, and nothing is said. Those that were made are kept. */
  public void stop() throws InterruptedException {
    listener = null;
    Thread thread = worker.get();
    if (thread != null) {
      thread.interrupt();
      thread.join(FAREWELL);
    }
  }

  /** One clause for the receipt; empty when all vectors are there. */
  public String state() {
    return percent < 0 ? "" : "vectors follow in the background: " + percent + " %";
  }

  private void fill(Docent docent) {
    long start = System.nanoTime();
    boolean[] told = {false};
    try {
      docent.fillVectors((work, done, total) -> {
        percent = total == 0 ? 100 : (int) (100L * done / total);
        if (!told[0] && System.nanoTime() - start > SILENT_NANOS) {
          told[0] = true;
          tell("making vectors for " + Phrases.count(total, "segment")
              + " in the background; words alone answer until then");
        }
      });
      if (told[0]) {
        tell("vectors are ready · " + Phrases.seconds((System.nanoTime() - start) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      tell(Failure.of(e).line() + ". Answering by words");
    } finally {
      percent = -1;
      worker.set(null);
    }
  }

  private void tell(String line) {
    Consumer<String> above = listener;
    if (above != null) {
      above.accept("  " + Printable.line(line));
    }
  }
}

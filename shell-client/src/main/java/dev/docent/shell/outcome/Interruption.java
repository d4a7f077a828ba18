package dev.docent.shell.outcome;

import dev.docent.boot.ProgramEnd;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** Ctrl-C while a command runs outside of the prompt: it is asked to stop, and left if it doesn't. */
public final class Interruption {
  /** What a command may take to put away what it has begun. A file left half-way harms nothing: commits are whole. */
  private static final long GRACE_MILLIS = 500;

  private Interruption() {}

  /** From now on Ctrl-C interrupts the calling thread; a second one, or the end of its patience, ends the process. */
  public static void heed() {
    Thread worker = Thread.currentThread();
    var asked = new AtomicBoolean();
    Signals.register("INT", () -> {
      if (asked.compareAndSet(false, true)) {
        worker.interrupt();
        Thread.ofPlatform().daemon().name("interruption").start(Interruption::leaveSoon);
      } else {
        ProgramEnd.with(ExitCode.INTERRUPTED.code());
      }
    });
  }

  private static void leaveSoon() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      // Whoever wants it sooner gets it sooner.
    }
    ProgramEnd.with(ExitCode.INTERRUPTED.code());
  }
}

package dev.docent.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** Ctrl-C while a command runs outside of the prompt: it is asked to stop, and left if it doesn't. */
final class Interruption {
  /** What a command may take to put away what it has begun. A file left half-way harms nothing: commits are whole. */
  private static final long GRACE_MILLIS = 1_000;

  private Interruption() {}

  /** From now on Ctrl-C interrupts the calling thread; a second one, or the end of its patience, ends the process. */
  static void heed() {
    Thread worker = Thread.currentThread();
    var asked = new AtomicBoolean();
    Signals.register("INT", () -> {
      if (asked.compareAndSet(false, true)) {
        worker.interrupt();
        Thread.ofPlatform().daemon().name("interruption").start(Interruption::leaveSoon);
      } else {
        leave(ExitCode.INTERRUPTED);
      }
    });
  }

  private static void leaveSoon() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      // Whoever wants it sooner gets it sooner.
    }
    leave(ExitCode.INTERRUPTED);
  }

  /**
   * Ends the process. All is closed and written by now, or will be found whole; an orderly exit would take ONNX Runtime
   * down under a model that is still being loaded in the background, which ends the process by a crash.
   */
  static void leave(ExitCode code) {
    Runtime.getRuntime().halt(code.code());
  }
}

package dev.docent.onnx;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Who is inside native code. Once it has ended nobody gets in any more, and who leaves last frees what all of them used:
 * nothing is freed under a run, however long that takes.
 */
final class Holds {
  private final Object lock = new Object();
  private int inside;
  private boolean ended;
  private @Nullable Runnable last;

  /** @throws CancellationException when it has ended; nothing is held then */
  void take() {
    synchronized (lock) {
      if (ended) {
        throw ending(null);
      }
      inside++;
    }
  }

  void give() {
    Runnable free = null;
    synchronized (lock) {
      inside--;
      if (inside == 0) {
        free = last;
        last = null;
        lock.notifyAll();
      }
    }
    if (free != null) {
      free.run();
    }
  }

  /**
   * Lets nobody in from now on; a second call changes nothing.
   *
   * @param free run once nobody is inside, by whoever leaves last, or here
   */
  void end(Runnable free) {
    synchronized (lock) {
      if (ended) {
        return;
      }
      ended = true;
      if (inside > 0) {
        last = free;
        return;
      }
    }
    free.run();
  }

  boolean ended() {
    synchronized (lock) {
      return ended;
    }
  }

  /** Waits, even when interrupted, until nobody is inside, but not longer than the limit; whether nobody is. */
  boolean awaitNone(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      synchronized (lock) {
        while (inside > 0) {
          long millis = (end - System.nanoTime()) / 1_000_000;
          if (millis <= 0) {
            return false;
          }
          try {
            lock.wait(millis);
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
        return true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What a run that was told to end, or never began, throws: no failure of anything. */
  static CancellationException ending(@Nullable Throwable cause) {
    var ending = new CancellationException("this program is ending");
    ending.initCause(cause);
    return ending;
  }
}

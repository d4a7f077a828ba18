package dev.docent.telegram;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * The signals by which an operating system ends a program. Heeded here instead of in a shutdown hook: hooks run beside
 * each other, and that of ONNX Runtime takes models away from under the answers that may still end.
 */
final class Signals {
  private Signals() {}

  /** At the first of them {@code end} runs; it is expected to end the process. */
  static void heed(Runnable end) {
    var ending = new AtomicBoolean();
    for (String name : List.of("TERM", "INT", "HUP")) {
      try {
        Signal.handle(new Signal(name), signal -> {
          if (ending.compareAndSet(false, true)) {
            Thread.ofPlatform().name("telegram-stop").start(end);
          }
        });
      } catch (IllegalArgumentException e) {
        // This system doesn't have it, or the JVM was told to leave it alone.
      }
    }
  }
}

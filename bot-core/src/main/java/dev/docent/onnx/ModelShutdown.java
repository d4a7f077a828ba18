package dev.docent.onnx;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a process that may be inside native code: whatever runs is told to end and waited for, since the
 * destructors of libraries, which run when a process exits, would take from under it what it uses. If it doesn't end in
 * time, the process ends without them.
 */
public final class ModelShutdown {
  private static final Duration PATIENCE = Duration.ofMillis(900);
  /** Of an exit that nobody announced the code isn't known, and the end can't be forced with it. */
  private static final Duration UNANNOUNCED = Duration.ofMinutes(1);

  private static final AtomicReference<@Nullable Integer> CODE = new AtomicReference<>();
  private static final Set<OnnxModels> OPEN = ConcurrentHashMap.newKeySet();
  private static boolean hooked;

  private ModelShutdown() {}

  /**
   * Ends the program in order, soon whatever it is at. Only the first call counts; none returns.
   *
   * @param code what the system is to see
   */
  public static void with(int code) {
    @Nullable
    Integer first = CODE.compareAndExchange(null, code);
    System.exit(first == null ? code : first);
  }

  /**
   * These may be inside native code from now on.
   *
   * @throws java.util.concurrent.CancellationException when the program is ending
   */
  static void mind(OnnxModels models) {
    hook();
    OPEN.add(models);
  }

  private static synchronized void hook() {
    if (hooked) {
      return;
    }
    try {
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("docent-models-end").unstarted(ModelShutdown::hold));
      hooked = true;
    } catch (IllegalStateException e) {
      throw Holds.ending(e);
    }
  }

  /** They are closed: if nobody is inside any more, the end of the program is none of their business. */
  static void forget(OnnxModels models) {
    if (models.awaitNone(Duration.ZERO)) {
      OPEN.remove(models);
    }
  }

  /** Holds up the end of the process while somebody is inside. */
  private static void hold() {
    List<OnnxModels> open = List.copyOf(OPEN);
    open.forEach(OnnxModels::tellToEnd);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (OnnxModels models : open) {
      if (!models.awaitNone(Duration.ofNanos(end - System.nanoTime()))) {
        late(models);
      }
    }
  }

  private static void late(OnnxModels models) {
    @Nullable
    Integer code = CODE.get();
    if (code != null) {
      AbruptEnd.with(code);
    }
    // Not announced, or not to be had on this system.
    boolean unused = models.awaitNone(UNANNOUNCED);
  }
}

package dev.docent.telegram.polling;

import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes on updates of an inbox that several replicas share: as many chats as there is room for, whoever received them. */
public final class ClaimLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimLoop.class);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Sharing sharing;
  private final IntSupplier room;
  private final Consumer<List<ReceivedUpdate>> taken;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * @param room how many more chats may be taken on
   * @param taken deals with what was taken on, in its order, without waiting for it to be done
   */
  public ClaimLoop(Sharing sharing, IntSupplier room, Consumer<List<ReceivedUpdate>> taken) {
    this.sharing = sharing;
    this.room = room;
    this.taken = taken;
  }

  public synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().daemon().name("telegram-claims").start(this::run);
    }
  }

  /** Something was received, or can be taken on again. */
  public void wake() {
    news.release();
  }

  private void run() {
    boolean failed = false;
    while (!closed) {
      Duration pause = LOOK;
      try {
        List<ReceivedUpdate> updates = sharing.claim(Math.max(0, room.getAsInt()));
        failed = false;
        if (!updates.isEmpty()) {
          taken.accept(updates);
        }
      } catch (StoreException e) {
        if (!failed) {
          LOG.warn("nothing can be taken on: {}", e.getMessage());
        }
        failed = true;
        pause = AFTER_FAILURE;
      } catch (RuntimeException | Error e) {
        LOG.error("updates that were taken on failed", e);
        pause = AFTER_FAILURE;
      }
      try {
        if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread mine;
    synchronized (this) {
      mine = thread;
    }
    wake();
    if (mine != null) {
      try {
        mine.join(2_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

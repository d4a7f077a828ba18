package dev.docent.telegram.reply;

import dev.docent.telegram.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the failure of one update from everything else. */
public final class UpdateGuard {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateGuard.class);

  private UpdateGuard() {}

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  /**
   * Does the work; an update that makes it fail isn't tried again, for it would fail again. One that only failed because
   * nothing can be written down is tried again when that is over.
   */
  public static void run(Replies replies, long update, Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      // The bot is being stopped; what isn't done is done after the next start.
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      LOG.error("update {} has to wait: {}", update, e.getMessage());
      replies.postpone(update);
    } catch (RuntimeException | Error e) {
      LOG.error("update {} failed", update, e);
      try {
        replies.done(update);
      } catch (StoreException again) {
        LOG.error("update {}: {}", update, again.getMessage());
      }
    }
  }
}

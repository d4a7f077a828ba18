package dev.docent.reload;

import dev.docent.corpus.DocumentSource;
import java.time.Duration;

/** Follows a folder in a thread of its own until it is closed. */
public final class WatchThread implements Watch {
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Thread thread;

  private WatchThread(FolderWatch watch) {
    thread = Thread.ofPlatform().daemon().name("watching").unstarted(() -> follow(watch));
  }

  /** Begins to follow; the first thing done is a reload, for what changed before anyone looked. */
  public static WatchThread start(DocumentSource source, Reloader reloader, WatchListener listener) {
    var watch = new WatchThread(
        new FolderWatch(source, () -> reloader.reload(ReloadRequest.CAREFUL, Progress.NONE), listener,
            System::nanoTime));
    watch.thread.start();
    return watch;
  }

  private static void follow(FolderWatch watch) {
    try {
      while (true) {
        Thread.sleep(watch.turn());
      }
    } catch (InterruptedException e) {
      // That is how a watch ends.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      // Whatever doesn't heed its interruption at once is let go: the thread is a daemon and ends when that returns.
      thread.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

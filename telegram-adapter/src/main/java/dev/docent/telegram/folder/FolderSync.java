package dev.docent.telegram.folder;

import dev.docent.Docent;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index in line with the folder: at start, on demand, and by following it; vectors follow by themselves. */
public final class FolderSync implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSync.class);

  private static final long LOOK_MILLIS = 200;

  private final Docent docent;
  private final Election election;
  private final ReentrantLock reloading = new ReentrantLock();
  private final AtomicBoolean filling = new AtomicBoolean();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile @Nullable String trouble;
  private volatile boolean closed;
  private volatile boolean leads;
  private volatile @Nullable Thread starting;
  private volatile @Nullable Thread vectors;
  private volatile Watch watch = Watch.NONE;

  public FolderSync(Docent docent) {
    this(docent, Election.NONE);
  }

  /** @param election says whether this replica is the one that reads the folder */
  public FolderSync(Docent docent, Election election) {
    this.docent = docent;
    this.election = election;
  }

  /**
   * Reads the folder and loads the models, beside everything else; then follows the folder if that is wanted. Where
   * another replica does so, this one waits for its place.
   */
  public void begin(boolean follow) {
    starting = Thread.ofPlatform().daemon().name("telegram-folder").start(() -> {
      try {
        warmUp();
        while (!closed && election != Election.NONE) {
          turn(follow);
          Thread.sleep(Election.ASK_AGAIN);
        }
        if (election == Election.NONE) {
          lead(follow);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | OutOfMemoryError e) {
        told(e);
      } finally {
        begun.countDown();
      }
    });
  }

  private void warmUp() {
    try {
      docent.warmUp();
    } catch (RuntimeException | OutOfMemoryError e) {
      told(e);
    }
  }

  private void turn(boolean follow) throws InterruptedException {
    boolean won = election.won();
    if (won && !leads) {
      LOG.info("this replica reads the folder from now on");
      lead(follow);
    } else if (!won && leads) {
      LOG.info("another replica reads the folder from now on");
      leads = false;
      watch.close();
      watch = Watch.NONE;
    }
    begun.countDown();
  }

  private void lead(boolean follow) throws InterruptedException {
    leads = true;
    try {
      ReloadReport report = reload(new ReloadRequest(false, true));
      LOG.info("{} segments from the folder, {} documents not readable", report.segments(), report.failed().size());
    } catch (RuntimeException | OutOfMemoryError e) {
      told(e);
    } finally {
      begun.countDown();
    }
    if (follow && !closed) {
      watch = docent.watch(listener());
      if (closed) {
        watch.close();
      }
    }
  }

  /** Whether it is this replica that reads the folder. */
  public boolean leads() {
    return leads;
  }

  /** While the folder is being read for the first time there is nothing to answer from: waits for that, but not for ever. */
  public void awaitFirst(Duration limit) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    // The first documents may be there before the last is read.
    while (docent.status().documents() == 0 && System.nanoTime() < until
        && !begun.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      LOG.debug("waiting for the first documents");
    }
  }

  /** Whether a reload is under way in this process. */
  public boolean busy() {
    return reloading.isLocked();
  }

  public ReloadReport reload(ReloadRequest request) throws InterruptedException {
    reloading.lockInterruptibly();
    try {
      ReloadReport report = docent.reload(request, Progress.NONE);
      trouble = null;
      fill();
      return report;
    } catch (RuntimeException | OutOfMemoryError e) {
      trouble = words(e);
      throw e;
    } finally {
      reloading.unlock();
    }
  }

  private WatchListener listener() {
    return new WatchListener() {
      @Override
      public void reloaded(ReloadReport report) {
        trouble = null;
        LOG.info("the folder changed: {} added, {} changed, {} removed, {} not readable", report.added().size(),
            report.changed().size(), report.removed().size(), report.failed().size());
        fill();
      }

      @Override
      public void failed(RuntimeException problem) {
        told(problem);
      }
    };
  }

  private void told(Throwable problem) {
    trouble = words(problem);
    LOG.warn("the folder: {}", trouble);
  }

  /** What to say of it. */
  public static String words(Throwable problem) {
    return problem instanceof OutOfMemoryError
        ? "there isn't enough memory to read it; give the bot more (-Xmx in DOCENT_JAVA_OPTS)"
        : String.valueOf(problem.getMessage());
  }

  /** Makes missing vectors in the background, one at a time. */
  private void fill() {
    if (!closed && docent.status().vectorsMissing() > 0 && filling.compareAndSet(false, true)) {
      vectors = Thread.ofPlatform().daemon().name("telegram-vectors").start(() -> {
        try {
          docent.fillVectors(Progress.NONE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (RuntimeException | OutOfMemoryError e) {
          LOG.warn("vectors: {}; answering by words", words(e));
        } finally {
          filling.set(false);
        }
      });
    }
  }

  /** What keeps the index from being in line with the folder; null when nothing does. */
  public @Nullable String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    for (Thread thread : new Thread[]{starting, vectors}) {
      if (thread != null) {
        thread.interrupt();
        try {
          thread.join(3_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}

package dev.docent.starter;

import dev.docent.Docent;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.index.EmbeddingException;
import dev.docent.index.IndexException;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.UnconfirmedRemovalException;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.starter.ApplicationProperties.ReloadAtStart;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Brings the index in line with the folder when the application starts, and follows the folder while it runs. */
final class DocentLifecycle implements SmartLifecycle {
  private static final System.Logger LOG = System.getLogger(DocentLifecycle.class.getName());

  private final Docent docent;
  private final ReloadAtStart reload;
  private final boolean watch;
  private @Nullable Thread beside;
  private @Nullable Watch watching;
  private boolean running;

  DocentLifecycle(Docent docent, ReloadAtStart reload, boolean watch) {
    this.docent = docent;
    this.reload = reload;
    this.watch = watch;
  }

  @Override
  public synchronized void start() {
    running = true;
    // Where nothing was indexed before there is nothing to answer from meanwhile, so the first start waits.
    if (reload == ReloadAtStart.WAIT || reload == ReloadAtStart.BACKGROUND && docent.status().documents() == 0) {
      if (reload()) {
        beside = vectorsBeside();
      }
    } else if (reload == ReloadAtStart.BACKGROUND) {
      beside = Thread.ofPlatform().name("docent-start").daemon().start(() -> {
        if (reload()) {
          vectors();
        }
      });
    }
    if (watch) {
      watching = docent.watch(new WatchListener() {
        @Override
        public void reloaded(ReloadReport report) {
          beside(vectorsBeside());
        }

        @Override
        public void failed(RuntimeException problem) {
          LOG.log(Level.WARNING, "the folder can't be followed at present: {0}", problem.getMessage());
        }
      });
    }
  }

  /** Whether the index is as the folder is; what is in the way is told, and an application starts all the same. */
  private boolean reload() {
    try {
      docent.reload(Progress.NONE);
      return true;
    } catch (CorpusUnavailableException | UnconfirmedRemovalException | IndexException e) {
      LOG.log(Level.WARNING, "the documents weren''t read at the start: {0}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private Thread vectorsBeside() {
    return Thread.ofPlatform().name("docent-vectors").daemon().start(this::vectors);
  }

  private void vectors() {
    try {
      docent.fillVectors(Progress.NONE);
    } catch (EmbeddingException | IndexException e) {
      LOG.log(Level.WARNING, "vectors are missing, so questions are searched by words: {0}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void beside(Thread latest) {
    beside = latest;
  }

  @Override
  public void stop() {
    Watch followed;
    Thread working;
    synchronized (this) {
      running = false;
      followed = watching;
      working = beside;
      watching = null;
      beside = null;
    }
    if (followed != null) {
      followed.close();
    }
    if (working != null) {
      working.interrupt();
      try {
        working.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}

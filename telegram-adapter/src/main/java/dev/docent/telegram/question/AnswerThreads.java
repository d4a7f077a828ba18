package dev.docent.telegram.question;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Threads of their own for answers. Virtual threads share as few carriers as there are cores: an answer that computes
 * would hold one to its end, and what the network has to say waits for it. Safe for use by several threads.
 */
final class AnswerThreads implements AutoCloseable {
  private final ExecutorService pool;
  private final Semaphore cores;

  /**
   * @param atOnce answers that are made at the same time, however long they only wait for a model
   * @param cores for those that compute; at least one is taken
   */
  AnswerThreads(int atOnce, int cores) {
    this.pool = Executors.newFixedThreadPool(atOnce,
        Thread.ofPlatform().daemon().name("telegram-answer-", 0).factory());
    this.cores = new Semaphore(Math.max(1, Math.min(atOnce, cores)), true);
  }

  /**
   * Does the work in a thread of the pool, and waits for it. An interruption of who waits is one of the work; what comes
   * of that is the work's matter, and nothing of it goes on afterwards.
   *
   * @param computes whether it keeps a core busy: then no more of its kind run at once than there are cores for it
   * @throws InterruptedException when the work ended so, or was interrupted before it began
   */
  <T> T run(boolean computes, Callable<T> work) throws InterruptedException {
    var task = new Task<T>(computes, work);
    pool.execute(task::run);
    while (true) {
      try {
        return task.result.get();
      } catch (InterruptedException e) {
        task.interrupt();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case InterruptedException cause -> throw cause;
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
  }

  private final class Task<T> {
    private final boolean computes;
    private final Callable<T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Thread thread;
    private boolean interrupted;

    Task(boolean computes, Callable<T> work) {
      this.computes = computes;
      this.work = work;
    }

    void run() {
      try {
        begin();
        T value = computes ? computed() : work.call();
        end();
        result.complete(value);
      } catch (Exception | Error e) {
        end();
        result.completeExceptionally(e);
      }
    }

    private T computed() throws Exception {
      cores.acquire();
      try {
        return work.call();
      } finally {
        cores.release();
      }
    }

    private synchronized void begin() throws InterruptedException {
      if (interrupted) {
        throw new InterruptedException();
      }
      thread = Thread.currentThread();
    }

    /** From here on the thread may be at other work, which an interruption must not hit. */
    private synchronized void end() {
      thread = null;
      Thread.interrupted();
    }

    synchronized void interrupt() {
      interrupted = true;
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}

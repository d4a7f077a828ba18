package dev.docent.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import dev.docent.telegram.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in transactions, in threads that nobody interrupts: whoever asks may be a virtual thread, whose interruption would
 * close the connection it is using. What another transaction was in the way of is tried again.
 */
final class Transactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int TRIES = 12;
  private static final long AGAIN_NANOS = 1_000_000_000L;

  private final HikariDataSource pool;
  private final String name;
  private final ExecutorService threads;
  private volatile @Nullable String trouble;
  private volatile long retryAt;

  /** Something done with a connection. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T with(Connection connection) throws SQLException;
  }

  Transactions(HikariDataSource pool, String name, int connections) {
    this.pool = pool;
    this.name = name;
    this.threads = Executors.newFixedThreadPool(connections,
        Thread.ofPlatform().daemon().name("telegram-store-", 0).factory());
  }

  /** What keeps the database from being used at present; null when all is well. */
  @Nullable
  String trouble() {
    return trouble;
  }

  /**
   * Does the work in a transaction of its own, waiting for it whatever interrupts.
   *
   * @throws StoreException when it wasn't done; right away when the database was found to be down a moment ago
   */
  <T extends @Nullable Object> T run(Work<T> work) {
    String known = trouble;
    if (known != null && System.nanoTime() - retryAt < 0) {
      throw new StoreException(known, new IllegalStateException("found so a moment ago"));
    }
    return wait(work);
  }

  /** The same, but looking whether the database is there again even if it wasn't a moment ago. */
  <T extends @Nullable Object> T insist(Work<T> work) {
    return wait(work);
  }

  private <T extends @Nullable Object> T wait(Work<T> work) {
    try {
      // To join isn't interrupted.
      return CompletableFuture.supplyAsync(() -> tried(work), threads).join();
    } catch (RejectedExecutionException e) {
      throw new StoreException("the store in " + name + " is closed", e);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
  }

  private <T extends @Nullable Object> T tried(Work<T> work) {
    for (int tries = 1;; tries++) {
      try (Connection connection = pool.getConnection()) {
        T result = once(connection, work);
        if (trouble != null) {
          LOG.info("the database {} answers again", name);
          trouble = null;
        }
        return result;
      } catch (SQLException e) {
        if (!inTheWay(e) || tries == TRIES) {
          throw failed(e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, 5_000_000L << Math.min(tries, 5)));
      }
    }
  }

  private static <T extends @Nullable Object> T once(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      try {
        connection.rollback();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /** A deadlock, or two that can't both be true. */
  private static boolean inTheWay(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.equals("40001") || state.equals("40P01");
  }

  private StoreException failed(SQLException e) {
    String what = "the database " + name + " can't be used (" + PostgresqlStores.firstLine(e) + ")";
    if (trouble == null) {
      LOG.warn("{}; it is tried again", what);
    }
    trouble = what;
    retryAt = System.nanoTime() + AGAIN_NANOS;
    return new StoreException(what, e);
  }

  @Override
  public void close() {
    threads.shutdown();
    pool.close();
  }
}

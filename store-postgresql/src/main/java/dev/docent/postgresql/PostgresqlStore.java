package dev.docent.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.Maps;
import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The store of one bot in PostgreSQL. Every change is on the server's disk when the method that makes it returns. */
final class PostgresqlStore implements Store {
  private static final List<String> TABLES = List.of("stored", "received", "chat");
  private static final int VACUUM_MILLIS = 600_000;
  private static final String ALIVE = """
      select exists (select 1 from replica where bot = ? and alive_until > now())
      """;
  private static final String OTHERS = """
      select distinct bot from (select bot from stored union all select bot from received) every
      where bot <> ? order by bot
      """;

  private final Transactions transactions;
  private final long bot;
  private final @Nullable Replica replica;

  private PostgresqlStore(Transactions transactions, long bot, @Nullable Replica replica) {
    this.transactions = transactions;
    this.bot = bot;
    this.replica = replica;
  }

  /** Opens the store and shows this replica in it until it is closed. */
  static PostgresqlStore begin(HikariDataSource pool, PostgresqlSettings settings, long bot) {
    var transactions = new Transactions(pool, settings.toString(), settings.connections());
    try {
      return new PostgresqlStore(transactions, bot, Replica.begin(transactions, bot, settings.lease()));
    } catch (StoreException e) {
      transactions.close();
      throw e;
    }
  }

  @Override
  public <T> T read(Function<Maps, T> work) {
    return with(work, false);
  }

  @Override
  public <T> T change(boolean safeFromPowerLoss, Function<Maps, T> work) {
    return with(work, true);
  }

  private <T> T with(Function<Maps, T> work, boolean changes) {
    return transactions.run(connection -> {
      try {
        return work.apply(new StoredMaps(connection, bot, changes));
      } catch (StoredMaps.FailedException e) {
        throw e.cause();
      }
    });
  }

  @Override
  public Inbox inbox(long ofBot) {
    return new PostgresqlInbox(this, transactions, bot, replica == null ? "" : replica.replica());
  }

  @Override
  public Optional<Sharing> sharing() {
    return Optional.ofNullable(replica);
  }

  @Override
  public @Nullable String trouble() {
    return transactions.trouble();
  }

  /** The server looks after its files. */
  @Override
  public @Nullable String loss() {
    return null;
  }

  /** What the server keeps beside its tables, its log and its copies, is in the hands of who runs it. */
  @Override
  public void rewrite() {
    transactions.run(connection -> {
      connection.setAutoCommit(true);
      // Big tables take longer than a question to the database may.
      connection.setNetworkTimeout(Runnable::run, VACUUM_MILLIS);
      try (Statement statement = connection.createStatement()) {
        for (String table : TABLES) {
          statement.execute("vacuum " + table);
        }
      } finally {
        connection.setAutoCommit(false);
      }
      return true;
    });
  }

  @Override
  public List<Other> others() {
    return transactions.run(connection -> {
      var all = new ArrayList<Other>();
      try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
        statement.setLong(1, bot);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            long other = rows.getLong(1);
            all.add(new Other("bot " + other, () -> opened(other)));
          }
        }
      }
      return all;
    });
  }

  private Store opened(long other) {
    if (transactions.run(connection -> alive(connection, other))) {
      throw new StoreException("bot " + other + " is at work on the same database", new IllegalStateException());
    }
    return new PostgresqlStore(transactions, other, null);
  }

  private static boolean alive(Connection connection, long bot) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALIVE)) {
      statement.setLong(1, bot);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** Nothing is ever set aside. */
  @Override
  public void removeAside(Instant before) {}

  @Override
  public void close() {
    if (replica != null) {
      replica.close();
      transactions.close();
    }
  }
}

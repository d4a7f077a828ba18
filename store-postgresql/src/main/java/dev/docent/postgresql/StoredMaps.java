package dev.docent.postgresql;

import dev.docent.telegram.store.Maps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maps within one transaction. In one that changes, whoever looks at a key has it to themselves until the end, whether
 * it is there or not, and whoever looks at all has all that are there.
 */
record StoredMaps(Connection connection, long bot, boolean changes) implements Maps {
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, ?))";
  private static final String GET = "select json from stored where bot = ? and map = ? and key = ?";
  private static final String PUT = """
      insert into stored (bot, map, key, json) values (?, ?, ?, ?)
      on conflict (bot, map, key) do update set json = excluded.json
      """;
  private static final String REMOVE = "delete from stored where bot = ? and map = ? and key = ?";
  private static final String ALL = "select key, json from stored where bot = ? and map = ? order by key";

  /** Carries a failure through work that knows nothing of databases. */
  static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException cause;

    FailedException(SQLException cause) {
      super(cause);
      this.cause = cause;
    }

    SQLException cause() {
      return cause;
    }
  }

  @Override
  public NamedMap map(String name) {
    return new StoredMap(name);
  }

  private final class StoredMap implements NamedMap {
    private final String name;

    StoredMap(String name) {
      this.name = name;
    }

    @Override
    public @Nullable String get(String key) {
      try {
        return changes ? locked(key) : found(key);
      } catch (SQLException e) {
        throw new FailedException(e);
      }
    }

    @Override
    public @Nullable String put(String key, String json) {
      try {
        String before = locked(key);
        try (PreparedStatement put = prepared(PUT, key)) {
          put.setString(4, StoredText.of(json));
          put.executeUpdate();
        }
        return before;
      } catch (SQLException e) {
        throw new FailedException(e);
      }
    }

    @Override
    public @Nullable String remove(String key) {
      try {
        String before = locked(key);
        if (before != null) {
          try (PreparedStatement remove = prepared(REMOVE, key)) {
            remove.executeUpdate();
          }
        }
        return before;
      } catch (SQLException e) {
        throw new FailedException(e);
      }
    }

    @Override
    public List<Entry> entries() {
      try (PreparedStatement all = connection.prepareStatement(ALL + (changes ? " for update" : ""))) {
        all.setLong(1, bot);
        all.setString(2, name);
        var entries = new ArrayList<Entry>();
        try (ResultSet rows = all.executeQuery()) {
          while (rows.next()) {
            entries.add(new Entry(rows.getString(1), rows.getString(2)));
          }
        }
        return entries;
      } catch (SQLException e) {
        throw new FailedException(e);
      }
    }

    private @Nullable String locked(String key) throws SQLException {
      if (!changes) {
        throw new IllegalStateException("who only looks must not change " + name);
      }
      // A row that isn't there can't be locked.
      try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
        lock.setString(1, name + "/" + key);
        lock.setLong(2, bot);
        lock.execute();
      }
      return found(key);
    }

    private @Nullable String found(String key) throws SQLException {
      try (PreparedStatement get = prepared(GET, key); ResultSet row = get.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }

    private PreparedStatement prepared(String sql, String key) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.setLong(1, bot);
      statement.setString(2, name);
      statement.setString(3, key);
      return statement;
    }
  }
}

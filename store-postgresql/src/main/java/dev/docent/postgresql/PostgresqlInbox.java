package dev.docent.postgresql;

import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.Quarantine;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An inbox that replicas share: what another has taken on isn't this one's any more. */
final class PostgresqlInbox implements Inbox {
  private static final String TOUCH = """
      insert into chat (bot, chat) values (?, ?) on conflict (bot, chat) do update set touched = now()
      """;
  private static final String RECEIVE = """
      insert into received (bot, update_id, chat, json) values (?, ?, ?, ?) on conflict (bot, update_id) do nothing
      """;
  private static final String REOPEN = """
      insert into received (bot, update_id, chat, json) values (?, ?, ?, ?)
      on conflict (bot, update_id) do update set json = excluded.json, replica = null, done = null, at = now()
      """;
  private static final String OPEN = "select json from received where bot = ? and done is null order by update_id";
  private static final String MINE = """
      select json from received where bot = ? and update_id = ? and done is null and (replica is null or replica = ?)
      """;
  private static final String LOOK = """
      select json, done is not null, replica is not null and replica <> ? from received
      where bot = ? and update_id = ? for update
      """;
  private static final String WRITE = "update received set json = ? where bot = ? and update_id = ?";
  private static final String DONE = """
      insert into received (bot, update_id, chat, replica, done) values (?, ?, 0, nullif(?, ''), now())
      on conflict (bot, update_id) do update set json = null, replica = excluded.replica, done = now()
      where received.replica is null or received.replica = excluded.replica
      returning chat
      """;
  /** At once: who goes on in that chat is to get in line behind those who wait. */
  private static final String LEAVE = """
      update chat set replica = null where bot = ? and chat = ? and replica = ?
        and not exists (select 1 from received r where r.bot = chat.bot and r.chat = chat.chat and r.done is null)
      """;
  private static final String FORGET = "update received set json = null, done = now() where bot = ? and update_id = ?";
  private static final List<String> PRUNE = List.of(
      "delete from received where bot = ? and done < now() - ? * interval '1 second'",
      "delete from chat where bot = ? and replica is null and touched < now() - ? * interval '1 second'"
          + " and not exists (select 1 from received r where r.bot = chat.bot and r.chat = chat.chat and r.done is null)",
      "delete from replica where bot = ? and alive_until < now() - ? * interval '1 second'");

  private final Transactions transactions;
  private final long bot;
  private final String replica;
  private final Quarantine aside;

  /** @param replica the name of this one; empty for a bot that isn't at work */
  PostgresqlInbox(PostgresqlStore store, Transactions transactions, long bot, String replica) {
    this.transactions = transactions;
    this.bot = bot;
    this.replica = replica;
    this.aside = new Quarantine(store);
  }

  @Override
  public List<ReceivedUpdate> receive(List<ReceivedUpdate> updates) {
    return transactions.run(connection -> {
      touch(connection, updates);
      var fresh = new ArrayList<ReceivedUpdate>();
      for (ReceivedUpdate update : updates) {
        if (written(connection, RECEIVE, update)) {
          fresh.add(update);
        }
      }
      return fresh;
    });
  }

  /** In one order, so that two that receive don't wait for each other. */
  private void touch(Connection connection, List<ReceivedUpdate> updates) throws SQLException {
    try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
      for (long chat : updates.stream().mapToLong(ReceivedUpdate::chat).distinct().sorted().toArray()) {
        touch.setLong(1, bot);
        touch.setLong(2, chat);
        touch.executeUpdate();
      }
    }
  }

  private boolean written(Connection connection, String sql, ReceivedUpdate update) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      write.setLong(1, bot);
      write.setLong(2, update.update());
      write.setLong(3, update.chat());
      write.setString(4, StoredText.of(StoredJson.of(update)));
      return write.executeUpdate() > 0;
    }
  }

  @Override
  public boolean quarantine(long update, String raw) {
    return aside.add(String.format(Locale.ROOT, "%d/%019d", bot, update), raw);
  }

  @Override
  public List<ReceivedUpdate> open() {
    return transactions.run(connection -> {
      try (PreparedStatement open = connection.prepareStatement(OPEN)) {
        open.setLong(1, bot);
        return read(open);
      }
    });
  }

  private static List<ReceivedUpdate> read(PreparedStatement statement) throws SQLException {
    var all = new ArrayList<ReceivedUpdate>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        StoredJson.readable(rows.getString(1), ReceivedUpdate.class).ifPresent(all::add);
      }
    }
    return all;
  }

  @Override
  public Optional<ReceivedUpdate> open(long update) {
    return transactions.run(connection -> {
      try (PreparedStatement mine = connection.prepareStatement(MINE)) {
        mine.setLong(1, bot);
        mine.setLong(2, update);
        mine.setString(3, replica);
        return read(mine).stream().findFirst();
      }
    });
  }

  @Override
  public void change(long update, UnaryOperator<ReceivedUpdate> change) {
    transactions.run(connection -> {
      try (PreparedStatement look = connection.prepareStatement(LOOK)) {
        look.setString(1, replica);
        look.setLong(2, bot);
        look.setLong(3, update);
        try (ResultSet row = look.executeQuery()) {
          if (!row.next()) {
            return false;
          }
          if (row.getBoolean(3)) {
            // Who goes on would say what another says, too.
            throw new StoreException("update " + update + " was taken on by another replica",
                new IllegalStateException());
          }
          return !row.getBoolean(2) && changed(connection, update, row.getString(1), change);
        }
      }
    });
  }

  private boolean changed(Connection connection, long update, String json, UnaryOperator<ReceivedUpdate> change)
      throws SQLException {
    Optional<ReceivedUpdate> changed = StoredJson.readable(json, ReceivedUpdate.class).map(change);
    if (changed.isEmpty()) {
      return false;
    }
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setString(1, StoredText.of(StoredJson.of(changed.get())));
      write.setLong(2, bot);
      write.setLong(3, update);
      return write.executeUpdate() > 0;
    }
  }

  @Override
  public void reopen(List<ReceivedUpdate> updates) {
    transactions.run(connection -> {
      touch(connection, updates);
      for (ReceivedUpdate update : updates.stream().sorted(Comparator.comparingLong(ReceivedUpdate::update)).toList()) {
        written(connection, REOPEN, update);
      }
      return true;
    });
  }

  @Override
  public void done(long update) {
    transactions.run(connection -> {
      try (PreparedStatement done = connection.prepareStatement(DONE)) {
        done.setLong(1, bot);
        done.setLong(2, update);
        done.setString(3, replica);
        try (ResultSet row = done.executeQuery(); PreparedStatement leave = connection.prepareStatement(LEAVE)) {
          if (!row.next()) {
            return false;
          }
          leave.setLong(1, bot);
          leave.setLong(2, row.getLong(1));
          leave.setString(3, replica);
          return leave.executeUpdate() > 0;
        }
      }
    });
  }

  @Override
  public void prune() {
    transactions.run(connection -> {
      for (String sql : PRUNE) {
        try (PreparedStatement prune = connection.prepareStatement(sql)) {
          prune.setLong(1, bot);
          prune.setLong(2, REMEMBERED.toSeconds());
          prune.executeUpdate();
        }
      }
      return true;
    });
    aside.prune(Instant.now().minus(REMEMBERED));
  }

  @Override
  public int forget(long person, long spare) {
    int sent = transactions.run(connection -> {
      int forgotten = 0;
      try (PreparedStatement open = connection.prepareStatement(
          "select update_id, json from received where bot = ? and done is null order by update_id for update");
          PreparedStatement forget = connection.prepareStatement(FORGET)) {
        open.setLong(1, bot);
        try (ResultSet rows = open.executeQuery()) {
          while (rows.next()) {
            long update = rows.getLong(1);
            if (update != spare && StoredJson.readable(rows.getString(2), ReceivedUpdate.class)
                .map(received -> received.by(person))
                .orElse(true)) {
              forget.setLong(1, bot);
              forget.setLong(2, update);
              forgotten += forget.executeUpdate();
            }
          }
        }
      }
      return forgotten;
    });
    return sent + aside.forget(person);
  }
}

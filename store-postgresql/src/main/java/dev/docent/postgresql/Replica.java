package dev.docent.postgresql;

import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This run of the bot among others on the same database. All times are the database's. */
final class Replica implements Sharing, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
  private static final int SHOWS_PER_LEASE = 3;

  private static final String SHOW = """
      insert into replica (bot, id, alive_until) values (?, ?, now() + ? * interval '1 millisecond')
      on conflict (bot, id) do update set alive_until = excluded.alive_until
      """;
  private static final String GONE = "delete from replica where bot = ? and id = ?";
  private static final String LEAVE_CHATS = "update chat set replica = null where bot = ? and replica = ?";
  private static final String LEAVE_IDLE = LEAVE_CHATS + """
       and not exists (select 1 from received r where r.bot = chat.bot and r.chat = chat.chat and r.done is null)
      """;
  private static final String TAKE_CHATS = """
      with free as (
        select c.bot, c.chat from chat c
        where c.bot = ?
          and c.chat in (select r.chat from received r where r.bot = ? and r.done is null)
          and (c.replica is null or not exists
            (select 1 from replica p where p.bot = c.bot and p.id = c.replica and p.alive_until > now()))
        order by c.touched limit ? for update of c skip locked)
      update chat set replica = ? from free where chat.bot = free.bot and chat.chat = free.chat
      """;
  private static final String TAKE_UPDATES = """
      update received set replica = ?
      where bot = ? and done is null and replica is distinct from ?
        and chat in (select c.chat from chat c where c.bot = ? and c.replica = ?)
      returning json
      """;
  private static final String LEAD = """
      insert into lead (bot, name, replica) values (?, ?, ?)
      on conflict (bot, name) do update set replica = excluded.replica
      where lead.replica = excluded.replica or not exists
        (select 1 from replica p where p.bot = lead.bot and p.id = lead.replica and p.alive_until > now())
      returning replica
      """;
  private static final String QUEUE = """
      select count(*), coalesce(extract(epoch from now() - min(at)) * 1000, 0),
        (select count(*) from replica where bot = ? and alive_until > now())
      from received where bot = ? and done is null
      """;

  private final Transactions transactions;
  private final long bot;
  private final Duration lease;
  private final String id = UUID.randomUUID().toString();
  private final ScheduledExecutorService clock = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("telegram-replica").factory());

  private Replica(Transactions transactions, long bot, Duration lease) {
    this.transactions = transactions;
    this.bot = bot;
    this.lease = lease;
  }

  /** @throws StoreException when the database can't be used */
  static Replica begin(Transactions transactions, long bot, Duration lease) {
    var replica = new Replica(transactions, bot, lease);
    replica.show();
    long pause = lease.toMillis() / SHOWS_PER_LEASE;
    replica.clock.scheduleWithFixedDelay(replica::tryToShow, pause, pause, TimeUnit.MILLISECONDS);
    return replica;
  }

  private void tryToShow() {
    try {
      show();
    } catch (RuntimeException e) {
      LOG.debug("not shown", e);
    }
  }

  private void show() {
    transactions.insist(connection -> {
      show(connection);
      return true;
    });
  }

  private void show(Connection connection) throws SQLException {
    try (PreparedStatement show = connection.prepareStatement(SHOW)) {
      show.setLong(1, bot);
      show.setString(2, id);
      show.setLong(3, lease.toMillis());
      show.executeUpdate();
    }
  }

  @Override
  public String replica() {
    return id;
  }

  @Override
  public List<ReceivedUpdate> claim(int chats) {
    return transactions.run(connection -> {
      mine(connection, LEAVE_IDLE);
      if (chats > 0) {
        try (PreparedStatement take = connection.prepareStatement(TAKE_CHATS)) {
          take.setLong(1, bot);
          take.setLong(2, bot);
          take.setInt(3, chats);
          take.setString(4, id);
          take.executeUpdate();
        }
      }
      return taken(connection);
    });
  }

  private List<ReceivedUpdate> taken(Connection connection) throws SQLException {
    var updates = new ArrayList<ReceivedUpdate>();
    try (PreparedStatement take = connection.prepareStatement(TAKE_UPDATES)) {
      take.setString(1, id);
      take.setLong(2, bot);
      take.setString(3, id);
      take.setLong(4, bot);
      take.setString(5, id);
      try (ResultSet rows = take.executeQuery()) {
        while (rows.next()) {
          StoredJson.readable(rows.getString(1), ReceivedUpdate.class).ifPresent(updates::add);
        }
      }
    }
    updates.sort(Comparator.comparingLong(ReceivedUpdate::update));
    return updates;
  }

  private void mine(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, bot);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  @Override
  public boolean lead(String name) {
    return transactions.run(connection -> {
      try (PreparedStatement lead = connection.prepareStatement(LEAD)) {
        lead.setLong(1, bot);
        lead.setString(2, name);
        lead.setString(3, id);
        try (ResultSet rows = lead.executeQuery()) {
          return rows.next();
        }
      }
    });
  }

  @Override
  public Instant now() {
    return transactions.run(connection -> {
      try (PreparedStatement now = connection.prepareStatement("select extract(epoch from now()) * 1000");
          ResultSet row = now.executeQuery()) {
        row.next();
        return Instant.ofEpochMilli(row.getBigDecimal(1).longValue());
      }
    });
  }

  @Override
  public Queue queue() {
    return transactions.run(connection -> {
      try (PreparedStatement queue = connection.prepareStatement(QUEUE)) {
        queue.setLong(1, bot);
        queue.setLong(2, bot);
        try (ResultSet row = queue.executeQuery()) {
          row.next();
          return new Queue(row.getInt(1), Duration.ofMillis(row.getBigDecimal(2).longValue()), row.getInt(3));
        }
      }
    });
  }

  /** What this replica held is free from now on. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      clock.awaitTermination(1, TimeUnit.SECONDS);
      transactions.run(connection -> {
        mine(connection, LEAVE_CHATS);
        mine(connection, GONE);
        return true;
      });
    } catch (StoreException e) {
      LOG.debug("others go on when the lease is over", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

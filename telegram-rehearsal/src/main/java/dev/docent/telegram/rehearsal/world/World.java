package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** All that the server knows, behind one lock. Whoever changes something does it inside {@link #locked}. */
public final class World {
  public static final TelegramUser BOT = new TelegramUser(700_500_300, "Docent", "docent_rehearsal_bot", null, true);
  final Map<Long, StoredChat> rooms = new HashMap<>();
  final Map<Long, TelegramUser> people = new HashMap<>();
  final Map<String, ChatFile> files = new HashMap<>();
  final Map<String, ButtonPress> presses = new LinkedHashMap<>();
  final Map<String, List<String>> commands = new LinkedHashMap<>();
  final UpdateQueue queue = new UpdateQueue();
  final Journal journal = new Journal();
  final Webhook webhook = new Webhook(this);
  /** Whether the bot reads all of a group, or only what is meant for it. */
  private boolean readsAll;
  private Duration shift = Duration.ZERO;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  public <T> T locked(Supplier<T> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  public void locked(Runnable change) {
    locked(() -> {
      change.run();
      return true;
    });
  }

  /** Waits until it holds; false when the time was over first. */
  public boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        long left = end - System.nanoTime();
        // Some conditions depend on the time alone, so it looks again now and then.
        if (left <= 0) {
          return false;
        }
        changed.await(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)), TimeUnit.NANOSECONDS);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  void happen(Happening happening) {
    journal.happen(happening);
  }

  public void violation(String what) {
    journal.violation(what);
  }

  /** A call has come in; returns what it is known by. */
  public int called(String method, ObjectNode request) {
    return locked(() -> journal.called(method, request));
  }

  public void answered(int call, int status) {
    locked(() -> journal.answered(call, status));
  }

  /** The file under the path that {@code getFile} tells. */
  public Optional<ChatFile> file(String path) {
    return locked(() -> files.values().stream().filter(f -> f.path().equals(path)).findFirst());
  }

  /** From now on it is too late to answer what was pressed so far. */
  public void expirePresses() {
    locked(() -> presses.values().forEach(press -> press.expired = true));
  }

  /** Any update; it gets an {@code update_id} unless it has one. The id it has. */
  public long raw(ObjectNode update) {
    return locked(() -> queue.addRaw(update));
  }

  /** A week without updates: the next {@code update_id} is a lower one. */
  public void idleWeek() {
    locked(queue::idleWeek);
  }

  /** Somebody set a webhook; empty takes it away. */
  public void webhook(String url) {
    locked(() -> webhook.url = url);
  }

  /** Whether a group's messages reach the bot only when they are meant for it. */
  public void privacy(boolean on) {
    locked(() -> readsAll = !on);
  }

  boolean readsAll() {
    return readsAll;
  }

  /** What is said from now on bears a date as far from today. */
  public void shiftDates(Duration by) {
    locked(() -> shift = by);
  }

  StoredChat room(Chat chat) {
    StoredChat room = rooms.computeIfAbsent(chat.id(), id -> new StoredChat(chat));
    if (chat.topic() != 0) {
      room.topics.add(chat.topic());
    }
    return room;
  }

  long now() {
    return Instant.now().plus(shift).getEpochSecond();
  }
}

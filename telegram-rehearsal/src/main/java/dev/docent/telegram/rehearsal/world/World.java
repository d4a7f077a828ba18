package dev.docent.telegram.rehearsal.world;

import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All that the server knows, behind one lock. Whoever changes something does it inside {@link #locked}. */
public final class World {
  public static final TelegramUser BOT = new TelegramUser(700_500_300, "Docent", "docent_rehearsal_bot", null, true);
  public final Map<Long, StoredChat> rooms = new HashMap<>();
  public final Map<Long, TelegramUser> people = new HashMap<>();
  public final Map<String, ChatFile> files = new HashMap<>();
  public final Map<String, ButtonPress> presses = new LinkedHashMap<>();
  public final Map<String, List<String>> commands = new LinkedHashMap<>();
  public final List<Happening> happenings = new ArrayList<>();
  public final List<String> violations = new ArrayList<>();
  public final List<ApiCall> calls = new ArrayList<>();
  public final UpdateQueue queue = new UpdateQueue();
  final long began = System.nanoTime();
  /** Whether the bot reads all of a group, or only what is meant for it. */
  public boolean readsAll;
  public String webhook = "";
  /** What is shown to the webhook; empty for nothing. */
  public String webhookSecret = "";
  /** Why the last update could not be brought, and when; empty when it could. */
  public String webhookError = "";
  public long webhookErrorAt;
  public Duration shift = Duration.ZERO;
  /** When something was last seen or answered or handed out, in nanoseconds. */
  public long lastActivity = System.nanoTime();
  private final List<Consumer<Happening>> watchers = new ArrayList<>();
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

  public void watch(Consumer<Happening> watcher) {
    locked(() -> watchers.add(watcher));
  }

  void happen(Happening happening) {
    happenings.add(happening);
    lastActivity = System.nanoTime();
    watchers.forEach(watcher -> watcher.accept(happening));
  }

  public void violation(String what) {
    violations.add(what);
  }

  public StoredChat room(Chat chat) {
    StoredChat room = rooms.computeIfAbsent(chat.id(), id -> new StoredChat(chat));
    if (chat.topic() != 0) {
      room.topics.add(chat.topic());
    }
    return room;
  }

  long now() {
    return Instant.now().plus(shift).getEpochSecond();
  }

  public Duration since() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}

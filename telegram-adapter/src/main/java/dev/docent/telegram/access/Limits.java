package dev.docent.telegram.access;

import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How much may be asked: by a person in a minute and in a day, and of a remote model by all in a day. Minutes are measured
 * by a clock that nobody can set. Safe for use by several threads.
 */
public final class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String EVERYBODY = "all";
  private static final String REMOTE = "remote";

  /** Whether a question may be asked. */
  public sealed interface Verdict {
    /** It may, and counts. */
    record Free() implements Verdict {}

    /** Not before this time has passed. */
    record Wait(Duration time) implements Verdict {}

    /** Not today. */
    record Tomorrow() implements Verdict {}
  }

  private final int perMinute;
  private final int perDay;
  private final int remotePerDay;
  private final StoredMap<Count> counts;
  private final LongSupplier nanos;
  private final Supplier<LocalDate> today;
  private final Map<Long, Deque<Long>> minutes = new HashMap<>();
  private final Map<Long, Count> forgotten = new HashMap<>();

  /** So many on a day. */
  record Count(LocalDate day, int n) {
    int on(LocalDate today) {
      return day.equals(today) ? n : 0;
    }
  }

  public Limits(int perMinute, int perDay, int remotePerDay, Store store) {
    this(perMinute, perDay, remotePerDay, store, System::nanoTime, LocalDate::now);
  }

  Limits(int perMinute, int perDay, int remotePerDay, Store store, LongSupplier nanos, Supplier<LocalDate> today) {
    this.perMinute = perMinute;
    this.perDay = perDay;
    this.remotePerDay = remotePerDay;
    this.counts = new StoredMap<>(store, "counts", Count.class);
    this.nanos = nanos;
    this.today = today;
  }

  public int perDay() {
    return perDay;
  }

  public int remotePerDay() {
    return remotePerDay;
  }

  /** A person wants to ask. */
  public synchronized Verdict ask(long person) {
    long now = nanos.getAsLong();
    minutes.values().removeIf(times -> {
      times.removeIf(t -> now - t >= MINUTE.toNanos());
      return times.isEmpty();
    });
    Deque<Long> mine = minutes.computeIfAbsent(person, p -> new ArrayDeque<>());
    if (mine.size() >= perMinute) {
      return new Verdict.Wait(Duration.ofNanos(MINUTE.toNanos() - (now - mine.getFirst())));
    }
    Count before = forgotten.get(person);
    if (count(Long.toString(person)) + (before == null ? 0 : before.on(today.get())) >= perDay) {
      return new Verdict.Tomorrow();
    }
    mine.addLast(now);
    add(Long.toString(person));
    add(EVERYBODY);
    return new Verdict.Free();
  }

  /** Whether a remote model may be asked once more today; if so it counts. */
  public synchronized boolean remote() {
    if (count(REMOTE) >= remotePerDay) {
      return false;
    }
    add(REMOTE);
    return true;
  }

  public int askedToday() {
    return count(EVERYBODY);
  }

  public int remoteToday() {
    return count(REMOTE);
  }

  /**
   * Forgets on the disk how much a person asked; returns whether something was kept. Until the day is over, or the bot is
   * started anew, it goes on counting in memory, or forgetting would be a way around the limit.
   */
  public synchronized boolean forget(long person) {
    int asked = count(Long.toString(person));
    if (asked > 0) {
      forgotten.merge(person, new Count(today.get(), asked),
          (old, now) -> new Count(now.day(), old.on(now.day()) + now.n()));
    }
    return counts.remove(Long.toString(person));
  }

  /** Forgets how much a person asked another bot, in its store. */
  public static void forget(long person, Store other) {
    new StoredMap<>(other, "counts", Count.class).remove(Long.toString(person));
  }

  /** Forgets the counts of other days. */
  public synchronized void prune() {
    LocalDate day = today.get();
    forgotten.values().removeIf(count -> !count.day().equals(day));
    counts.removeIf((key, count) -> !count.day().equals(day));
  }

  private int count(String who) {
    return counts.get(who).map(c -> c.on(today.get())).orElse(0);
  }

  private void add(String who) {
    LocalDate day = today.get();
    counts.update(who, new Count(day, 0), c -> new Count(day, c.on(day) + 1));
  }
}

package dev.docent.telegram.access;

import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much may be asked: by a person in a minute and in a day, and of a remote model by all in a day. Minutes are measured
 * by a clock that nobody can set, or, where replicas share the store, by the one that all go by. Safe for use by several threads.
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
  private final StoredMap<Minute> minutesKept;
  private final Store store;
  private final @Nullable Sharing sharing;
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

  /** When somebody asked within the last minute, in milliseconds; oldest first. */
  record Minute(List<Long> times) {
    static final Minute EMPTY = new Minute(List.of());

    Minute {
      times = List.copyOf(times);
    }

    Minute at(long now) {
      return new Minute(times.stream().filter(time -> now - time < MINUTE.toMillis()).toList());
    }

    Minute and(long now) {
      return new Minute(Stream.concat(times.stream(), Stream.of(now)).toList());
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
    this.minutesKept = new StoredMap<>(store, "minutes", Minute.class);
    this.store = store;
    this.sharing = store.sharing().orElse(null);
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
  public Verdict ask(long person) {
    return sharing == null ? askHere(person) : askAnywhere(person, sharing.now().toEpochMilli());
  }

  /** In one go, so that no two replicas let the same question pass. Everybody's count comes last: all wait for it. */
  private Verdict askAnywhere(long person, long now) {
    String who = Long.toString(person);
    LocalDate day = today.get();
    int before = before(person);
    return store.change(false, maps -> {
      Minute minute = minutesKept.get(maps, who).orElse(Minute.EMPTY).at(now);
      if (minute.times().size() >= perMinute) {
        return new Verdict.Wait(Duration.ofMillis(Math.max(1, MINUTE.toMillis() - (now - minute.times().getFirst()))));
      }
      int asked = counts.get(maps, who).map(count -> count.on(day)).orElse(0);
      if (asked + before >= perDay) {
        return new Verdict.Tomorrow();
      }
      minutesKept.put(maps, who, minute.and(now));
      counts.put(maps, who, new Count(day, asked + 1));
      counts.put(maps, EVERYBODY, new Count(day, counts.get(maps, EVERYBODY).map(all -> all.on(day)).orElse(0) + 1));
      return new Verdict.Free();
    });
  }

  private synchronized int before(long person) {
    Count before = forgotten.get(person);
    return before == null ? 0 : before.on(today.get());
  }

  private synchronized Verdict askHere(long person) {
    long now = nanos.getAsLong();
    minutes.values().removeIf(times -> {
      times.removeIf(t -> now - t >= MINUTE.toNanos());
      return times.isEmpty();
    });
    Deque<Long> mine = minutes.computeIfAbsent(person, p -> new ArrayDeque<>());
    if (mine.size() >= perMinute) {
      return new Verdict.Wait(Duration.ofNanos(MINUTE.toNanos() - (now - mine.getFirst())));
    }
    if (count(Long.toString(person)) + before(person) >= perDay) {
      return new Verdict.Tomorrow();
    }
    mine.addLast(now);
    add(Long.toString(person));
    add(EVERYBODY);
    return new Verdict.Free();
  }

  /** Whether a remote model may be asked once more today; if so it counts. */
  public boolean remote() {
    LocalDate day = today.get();
    return store.change(false, maps -> {
      int asked = counts.get(maps, REMOTE).map(count -> count.on(day)).orElse(0);
      if (asked >= remotePerDay) {
        return false;
      }
      counts.put(maps, REMOTE, new Count(day, asked + 1));
      return true;
    });
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
    minutesKept.remove(Long.toString(person));
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
    if (sharing != null) {
      long now = sharing.now().toEpochMilli();
      minutesKept.removeIf((key, minute) -> minute.at(now).times().isEmpty());
    }
  }

  private int count(String who) {
    return counts.get(who).map(c -> c.on(today.get())).orElse(0);
  }

  private void add(String who) {
    LocalDate day = today.get();
    counts.update(who, new Count(day, 0), c -> new Count(day, c.on(day) + 1));
  }
}

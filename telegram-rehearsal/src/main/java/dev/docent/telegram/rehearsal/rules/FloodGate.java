package dev.docent.telegram.rehearsal.rules;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what the bot says in each chat. Times are monotonic, in nanoseconds. Not for several threads. */
public final class FloodGate {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private final FloodLimits limits;
  private final LongSupplier clock;
  private final Map<Long, Double> levels = new HashMap<>();
  private final Map<Long, Long> levelled = new HashMap<>();
  private final Map<Long, Deque<Long>> groups = new HashMap<>();
  private final Deque<Long> all = new ArrayDeque<>();
  private final Map<String, Long> closedUntil = new HashMap<>();

  public FloodGate(FloodLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Counts one more; the seconds to wait when it is too much, else 0. */
  public long seconds(long chat, boolean group) {
    long now = clock.getAsLong();
    Deque<Long> minute = groups.computeIfAbsent(chat, c -> new ArrayDeque<>());
    forget(minute, now - MINUTE);
    forget(all, now - SECOND);
    double level = level(chat, now);
    if (group && minute.size() >= limits.perGroup()) {
      return roundUp(minute.getFirst() + MINUTE - now);
    }
    if (level + 1 > limits.burst()) {
      return roundUp((long) ((level + 1 - limits.burst()) * limits.pace().toNanos()));
    }
    if (all.size() >= limits.perSecond()) {
      return 1;
    }
    levels.put(chat, level + 1);
    levelled.put(chat, now);
    minute.add(now);
    all.add(now);
    return 0;
  }

  /** From now on the bot must be silent there, for this time. */
  public void close(String where, long seconds) {
    closedUntil.merge(where, clock.getAsLong() + seconds * SECOND, Math::max);
  }

  /** Time until the bot may speak there again; zero when it may. */
  public Duration closed(String where) {
    long left = closedUntil.getOrDefault(where, Long.MIN_VALUE) - clock.getAsLong();
    return left > 0 && closedUntil.containsKey(where) ? Duration.ofNanos(left) : Duration.ZERO;
  }

  private double level(long chat, long now) {
    double level = levels.getOrDefault(chat, 0.0);
    long pace = limits.pace().toNanos();
    return pace == 0 ? 0 : Math.max(0, level - (double) (now - levelled.getOrDefault(chat, now)) / pace);
  }

  private static void forget(Deque<Long> times, long before) {
    while (!times.isEmpty() && times.getFirst() <= before) {
      times.removeFirst();
    }
  }

  private static long roundUp(long nanos) {
    return Math.max(1, (nanos + SECOND - 1) / SECOND);
  }
}

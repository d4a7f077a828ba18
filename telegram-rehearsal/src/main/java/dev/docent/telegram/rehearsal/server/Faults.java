package dev.docent.telegram.rehearsal.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong next. A method is named as Telegram spells it; {@code file} stands for the download of a file,
 * {@code webhook} for an update whose arrival Telegram doesn't hear of, and {@code *} for whatever comes. Safe for several threads.
 */
public final class Faults {
  private final Map<String, Deque<Fault>> next = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();

  public Faults() {}

  /** The next request of the method that has no fault queued before it. */
  public synchronized Faults next(String method, Fault fault) {
    next.computeIfAbsent(method, m -> new ArrayDeque<>()).add(fault);
    return this;
  }

  public synchronized Faults next(String method, int times, Fault fault) {
    for (int i = 0; i < times; i++) {
      next(method, fault);
    }
    return this;
  }

  /** Every request of the method, until {@link #clear}, after those that were queued. */
  public synchronized Faults always(String method, Fault fault) {
    always.put(method, fault);
    return this;
  }

  /** All is well from the next request on. */
  public synchronized void clear() {
    next.clear();
    always.clear();
  }

  /** Whether queued faults are still to come. */
  public synchronized boolean pending() {
    return next.values().stream().anyMatch(queue -> !queue.isEmpty());
  }

  synchronized Optional<Fault> take(String method) {
    for (String name : new String[]{method, "*"}) {
      Deque<Fault> queue = next.get(name);
      if (queue != null && !queue.isEmpty()) {
        return Optional.of(queue.remove());
      }
    }
    return Optional.ofNullable(always.getOrDefault(method, always.get("*")));
  }
}

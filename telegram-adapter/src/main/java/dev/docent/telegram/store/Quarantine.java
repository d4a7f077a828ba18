package dev.docent.telegram.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Updates that can't be understood, the newest of them, to be looked at. */
public final class Quarantine {
  private static final int MOST = 100;
  private static final String NAME = "quarantine";

  private final Store store;

  public Quarantine(Store store) {
    this.store = store;
  }

  /** Returns whether it is new. */
  public boolean add(String key, String raw) {
    return store.change(true, maps -> {
      Maps.NamedMap bad = maps.map(NAME);
      boolean fresh = bad.put(key, Instant.now().getEpochSecond() + " " + raw) == null;
      List<Maps.Entry> all = bad.entries();
      all.subList(0, Math.max(0, all.size() - MOST)).forEach(oldest -> bad.remove(oldest.key()));
      return fresh;
    });
  }

  public int prune(Instant before) {
    return removeIf(entry -> Long.parseLong(entry.substring(0, entry.indexOf(' '))) < before.getEpochSecond());
  }

  /** Forgets whatever names a person. */
  public int forget(long person) {
    String names = "(?s).*(?<!\\d)" + person + "(?!\\d).*";
    return removeIf(entry -> entry.matches(names));
  }

  private int removeIf(Predicate<String> test) {
    return store.change(true, maps -> {
      Maps.NamedMap bad = maps.map(NAME);
      List<Maps.Entry> doomed = bad.entries().stream().filter(entry -> test.test(entry.json())).toList();
      doomed.forEach(entry -> bad.remove(entry.key()));
      return doomed.size();
    });
  }
}

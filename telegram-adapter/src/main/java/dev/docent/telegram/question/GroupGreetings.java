package dev.docent.telegram.question;

import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import java.time.Instant;

/** To which groups the bot has explained itself. Safe for use by several threads. */
public final class GroupGreetings {
  private final StoredMap<Instant> greeted;

  public GroupGreetings(Store store) {
    this.greeted = new StoredMap<>(store, "greeted", Instant.class);
  }

  /** Whether the group has yet to be told; from now on it has been. */
  synchronized boolean first(long group) {
    String key = Long.toString(group);
    if (greeted.get(key).isPresent()) {
      return false;
    }
    greeted.put(key, Instant.now());
    return true;
  }

  /** A group has got another number. */
  public synchronized void move(long from, long to) {
    greeted.get(Long.toString(from)).ifPresent(when -> greeted.put(Long.toString(to), when));
    greeted.remove(Long.toString(from));
  }
}

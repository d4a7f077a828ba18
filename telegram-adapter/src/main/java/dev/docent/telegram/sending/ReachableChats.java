package dev.docent.telegram.sending;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which chats have moved, and to which nothing can be said. Safe for use by several threads. */
public final class ReachableChats {
  private final Map<Long, Long> moved = new ConcurrentHashMap<>();
  private final Set<Long> closed = ConcurrentHashMap.newKeySet();

  /** The number a chat has now. */
  public long now(long chat) {
    Long to = moved.get(chat);
    return to == null ? chat : to;
  }

  /** A group has got another number; returns whether that is news. */
  public boolean move(long from, long to) {
    return !Long.valueOf(to).equals(moved.put(from, to));
  }

  public boolean closed(long chat) {
    return closed.contains(chat);
  }

  /** Returns whether that is news. */
  public boolean close(long chat) {
    return closed.add(chat);
  }

  /** Somebody speaks there: it is open again. */
  public void open(long chat) {
    closed.remove(chat);
  }
}

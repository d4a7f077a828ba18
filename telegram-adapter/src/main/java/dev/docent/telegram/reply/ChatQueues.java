package dev.docent.telegram.reply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Work in order within a chat, side by side between chats. A chat that has work has one virtual thread. Safe for use by
 * several threads.
 */
public final class ChatQueues {
  private final Map<Long, Deque<Runnable>> waiting = new HashMap<>();
  private final Map<Long, Thread> working = new HashMap<>();
  /** No chat has such a low number. */
  private long lastAside = Long.MIN_VALUE;
  private boolean closed;

  /** Work is done once all that was put before it in the chat is. Nothing happens any more after {@link #close}. */
  public synchronized void put(long chat, Runnable work) {
    if (closed) {
      return;
    }
    waiting.computeIfAbsent(chat, c -> new ArrayDeque<>()).add(work);
    if (!working.containsKey(chat)) {
      working.put(chat, Thread.ofVirtual().name("telegram-chat-" + chat).start(() -> drain(chat)));
    }
  }

  /** Work that waits for nothing and nothing waits for; it counts as under way all the same. */
  public synchronized void aside(Runnable work) {
    if (closed) {
      return;
    }
    long key = ++lastAside;
    working.put(key, Thread.ofVirtual().name("telegram-aside").start(() -> {
      try {
        work.run();
      } finally {
        ended(key);
      }
    }));
  }

  private synchronized void ended(long key) {
    working.remove(key);
    notifyAll();
  }

  private void drain(long chat) {
    for (Runnable work = next(chat); work != null; work = next(chat)) {
      work.run();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Runnable next(long chat) {
    Deque<Runnable> mine = waiting.get(chat);
    Runnable work = mine == null || closed ? null : mine.poll();
    if (work == null) {
      waiting.remove(chat);
      working.remove(chat);
      notifyAll();
    }
    return work;
  }

  /** How much waits, over all chats. */
  public synchronized int waiting() {
    return waiting.values().stream().mapToInt(Deque::size).sum();
  }

  public synchronized int working() {
    return working.size();
  }

  /** Begins nothing new; what is under way goes on. */
  public synchronized void close() {
    closed = true;
  }

  /** Waits for what is under way; returns whether all of it has ended. */
  public synchronized boolean await(long nanos) throws InterruptedException {
    long until = System.nanoTime() + nanos;
    while (!working.isEmpty()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  public synchronized void interrupt() {
    working.values().forEach(Thread::interrupt);
  }
}

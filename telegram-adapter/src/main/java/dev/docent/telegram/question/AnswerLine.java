package dev.docent.telegram.question;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where questions wait while as many are being answered as may be at once: first come, first served, and each can see how
 * many are before it. Safe for use by several threads.
 */
final class AnswerLine {
  private static final int GLANCE = 50;

  /**
   * No monitor: hundreds of virtual threads that wait in one for a limited time were seen to hold all their carriers and never
   * go on (Java 25).
   */
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final List<Object> waiting = new ArrayList<>();
  private int free;

  /** @param atOnce how many may be answered at the same time */
  AnswerLine(int atOnce) {
    free = atOnce;
  }

  /**
   * Waits for its turn, which is over with {@link #leave}; returns whether it came, and not the end of the wish.
   *
   * @param givenUp whether nobody wants the answer any more
   */
  boolean enter(Object question, BooleanSupplier givenUp) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      waiting.add(question);
      try {
        while (free == 0 || waiting.getFirst() != question) {
          if (givenUp.getAsBoolean()) {
            return false;
          }
          moved.await(GLANCE, TimeUnit.MILLISECONDS);
        }
        free--;
        return true;
      } finally {
        waiting.remove(question);
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      free++;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many questions are answered before it, besides those that are being answered; below 0 when it doesn't wait. */
  int before(Object question) {
    lock.lock();
    try {
      return waiting.indexOf(question);
    } finally {
      lock.unlock();
    }
  }
}

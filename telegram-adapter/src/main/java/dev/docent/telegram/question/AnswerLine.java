package dev.docent.telegram.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where questions wait while as many are being answered as may be at once: first come, first served, and each can see how
 * many are before it. Safe for use by several threads.
 */
final class AnswerLine {
  private static final int GLANCE = 50;

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
  synchronized boolean enter(Object question, BooleanSupplier givenUp) throws InterruptedException {
    waiting.add(question);
    try {
      while (free == 0 || waiting.getFirst() != question) {
        if (givenUp.getAsBoolean()) {
          return false;
        }
        wait(GLANCE);
      }
      free--;
      return true;
    } finally {
      waiting.remove(question);
      notifyAll();
    }
  }

  synchronized void leave() {
    free++;
    notifyAll();
  }

  /** How many questions are answered before it, besides those that are being answered; below 0 when it doesn't wait. */
  synchronized int before(Object question) {
    return waiting.indexOf(question);
  }
}

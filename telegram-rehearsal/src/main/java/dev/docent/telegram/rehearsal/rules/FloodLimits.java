package dev.docent.telegram.rehearsal.rules;

import java.time.Duration;

/**
 * How much the bot may say before it is told to wait.
 *
 * @param burst messages, edits and drafts at once in a chat, before its pace counts
 * @param pace the time in which a chat forgives one of them
 * @param perGroup of them in a group within a minute
 * @param perSecond of them in all chats together within a second
 */
public record FloodLimits(int burst, Duration pace, int perGroup, int perSecond) {
  public FloodLimits {
    if (burst < 1 || perGroup < 1 || perSecond < 1 || pace.isNegative()) {
      throw new IllegalArgumentException("a limit lets at least one message through");
    }
  }

  /** What Telegram's FAQ says: one a second in a chat but for short bursts, 20 a minute in a group, 30 a second. */
  public static FloodLimits telegram() {
    return new FloodLimits(5, Duration.ofSeconds(1), 20, 30);
  }

  public static FloodLimits none() {
    return new FloodLimits(Integer.MAX_VALUE, Duration.ZERO, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}

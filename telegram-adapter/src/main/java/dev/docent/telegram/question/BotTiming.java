package dev.docent.telegram.question;

import java.time.Duration;

/**
 * The bot's patience.
 *
 * @param typing how often "typing" is shown anew in a chat; Telegram shows it for five seconds
 * @param draft least time between two drafts
 * @param edit least time between two edits of a growing answer
 * @param placeholder how long a group sees only "typing" before the growing answer is shown
 * @param place how long a question waits before whoever asked it is told how many are before it
 * @param searching after which silence the bot says that it is still at it
 * @param keepAlive how often a draft is shown anew; Telegram drops it after thirty seconds
 * @param answer how long an answer may take in all
 * @param pieces how soon after another message its continuation must come
 * @param finish how long answers may go on when the bot is stopped
 */
public record BotTiming(Duration typing, Duration draft, Duration edit, Duration placeholder, Duration place,
    Duration searching, Duration keepAlive, Duration answer, Duration pieces, Duration finish) {

  public static final BotTiming STANDARD = new BotTiming(Duration.ofSeconds(5), Duration.ofSeconds(1),
      Duration.ofSeconds(4),
      Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(20),
      Duration.ofMinutes(3),
      Duration.ofSeconds(3), Duration.ofSeconds(10));

  /** As this, but nothing of a growing answer is left in a group. */
  BotTiming withoutPlaceholder() {
    return new BotTiming(typing, draft, edit, Duration.ofDays(1), place, searching, keepAlive, answer, pieces, finish);
  }
}

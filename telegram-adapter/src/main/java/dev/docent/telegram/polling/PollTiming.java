package dev.docent.telegram.polling;

import java.time.Duration;

/**
 * The poll loop's patience.
 *
 * @param hold how long Telegram holds a request until there is an update
 * @param first the pause after a first failure; it doubles up to {@code longest}
 * @param conflict least pause when another program polls with the same token
 * @param stale how old a message may be that was waiting while the bot was away
 */
public record PollTiming(Duration hold, Duration first, Duration longest, Duration conflict, Duration stale) {
  public static final PollTiming STANDARD = new PollTiming(Duration.ofSeconds(50), Duration.ofMillis(500),
      Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMinutes(10));
}

package dev.docent.telegram.api;

import java.time.Duration;

/**
 * How long calls may take.
 *
 * @param read silence of the server after which a call's outcome counts as unknown
 * @param most for a call from begin to end
 * @param pollSlack how long a poll may take beyond what it asked for
 */
public record ApiTiming(Duration connect, Duration read, Duration most, Duration pollSlack) {
  public static final ApiTiming STANDARD = new ApiTiming(Duration.ofSeconds(10), Duration.ofSeconds(15),
      Duration.ofSeconds(30), Duration.ofSeconds(10));
}

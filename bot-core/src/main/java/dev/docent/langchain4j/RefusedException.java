package dev.docent.langchain4j;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** A server's refusal, with the time it asks to wait before the next try. */
final class RefusedException extends HttpException {
  private static final long serialVersionUID = 1L;
  private final long secondsToWait;

  RefusedException(int status, String body, long secondsToWait) {
    super(status, body);
    this.secondsToWait = secondsToWait;
  }

  /** Empty when the server didn't say, or not in seconds. */
  Optional<Duration> retryAfter() {
    return secondsToWait < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(secondsToWait));
  }
}

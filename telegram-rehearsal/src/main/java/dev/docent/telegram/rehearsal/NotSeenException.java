package dev.docent.telegram.rehearsal;

/** What was waited for did not come; the message says what did. */
public final class NotSeenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSeenException(String message) {
    super(message);
  }
}

package dev.docent.telegram.rehearsal.chat;

/** What was waited for did not come; the message says what did. */
public final class NotSeenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotSeenException(String message) {
    super(message);
  }
}

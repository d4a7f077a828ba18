package dev.docent.telegram;

/** There is no bot token that could be used. The message says what to do and doesn't repeat a secret. */
final class MissingTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingTokenException(String message) {
    super(message);
  }
}

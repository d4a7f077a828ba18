package dev.docent.shell;

/** A command was given what it can't work with. The message says what it takes. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}

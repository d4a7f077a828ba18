package dev.docent.shell.outcome;

/** A command was given what it can't work with. The message says what it takes. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}

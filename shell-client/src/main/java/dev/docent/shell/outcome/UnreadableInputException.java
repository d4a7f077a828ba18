package dev.docent.shell.outcome;

/** A file the user named as input can't be read. The message names it and the place in it. */
public final class UnreadableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableInputException(String message) {
    super(message);
  }
}

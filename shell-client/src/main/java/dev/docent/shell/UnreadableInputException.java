package dev.docent.shell;

/** A file the user named as input can't be read. The message names it and the place in it. */
final class UnreadableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableInputException(String message) {
    super(message);
  }
}

package dev.docent.telegram;

/** The bot can't go on before somebody has decided something; the message says what. */
final class BotEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BotEndedException(String message) {
    super(message);
  }
}

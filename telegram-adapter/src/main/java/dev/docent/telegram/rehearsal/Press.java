package dev.docent.telegram.rehearsal;

/** A button was pressed and the bot owes it an answer. */
final class Press {
  final String id;
  final Chat chat;
  final long updateId;
  /** When the bot was handed the update, in nanoseconds; 0 before. */
  long handed;
  boolean answered;
  boolean expired;

  Press(String id, Chat chat, long updateId) {
    this.id = id;
    this.chat = chat;
    this.updateId = updateId;
  }
}

package dev.docent.telegram.rehearsal.world;

import dev.docent.telegram.rehearsal.chat.Chat;

/** A button was pressed and the bot owes it an answer. */
final class ButtonPress {
  final String id;
  final Chat chat;
  final long updateId;
  /** When the bot was handed the update, in nanoseconds; 0 before. */
  long handed;
  boolean answered;
  boolean expired;

  ButtonPress(String id, Chat chat, long updateId) {
    this.id = id;
    this.chat = chat;
    this.updateId = updateId;
  }
}

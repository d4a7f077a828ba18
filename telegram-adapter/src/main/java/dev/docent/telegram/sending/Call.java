package dev.docent.telegram.sending;

import dev.docent.telegram.api.FileMessage;
import dev.docent.telegram.store.MessagePart;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * A call in the form it has by now, after what was tried with it.
 *
 * @param chat it is about; 0 for none
 * @param thread the topic; null for none
 * @param plain whether there is nothing more that could be taken from its formatting
 * @param tries how often it may be that it wasn't heard
 * @param stumbled whether Telegram itself has failed with it
 */
record Call(Effort effort, long chat, @Nullable Integer thread, boolean plain, Form form, int tries,
    boolean stumbled) {

  /** How much is tried with it. */
  enum Effort {
    /** A new message: until it is certain that it is there, or can't be; never twice. */
    MESSAGE,
    /** Other words in a message: a few times, as that does no harm. */
    EDIT,
    /** Anything else that does no harm when it is made twice: a few times. */
    REPEATED,
    /** What nobody misses: once. */
    ONCE;

    /** Whether it counts as a message at Telegram. */
    boolean paced() {
      return this == MESSAGE || this == EDIT;
    }
  }

  /** How it is written. */
  @FunctionalInterface
  interface Form {
    BotApiMethod<?> in(long chat, @Nullable Integer thread, boolean plain);
  }

  static Call message(long chat, @Nullable Integer thread, @Nullable Integer replyTo, MessagePart part) {
    return new Call(Effort.MESSAGE, chat, thread, part.words().spans().isEmpty(),
        (c, t, plain) -> MethodCalls.message(c, t, replyTo, plain ? part.plain() : part), 0, false);
  }

  static Call file(long chat, @Nullable Integer thread, @Nullable Integer replyTo, FileMessage.Content file) {
    return new Call(Effort.MESSAGE, chat, thread, true, (c, t, plain) -> new FileMessage(c, t, replyTo, file), 0,
        false);
  }

  static Call edit(long chat, int message, MessagePart part) {
    return new Call(Effort.EDIT, chat, null, part.words().spans().isEmpty(),
        (c, t, plain) -> MethodCalls.edit(c, message, plain ? part.plain() : part), 0, false);
  }

  static Call of(Effort effort, long chat, BotApiMethod<?> call) {
    return new Call(effort, chat, null, true, (c, t, plain) -> call, 0, false);
  }

  BotApiMethod<?> written() {
    return form.in(chat, thread, plain);
  }

  Call in(long other) {
    return new Call(effort, other, thread, plain, form, tries, stumbled);
  }

  Call withoutTopic() {
    return new Call(effort, chat, null, plain, form, tries, stumbled);
  }

  Call withoutFormatting() {
    return new Call(effort, chat, thread, true, form, tries, stumbled);
  }

  Call unheard() {
    return new Call(effort, chat, thread, plain, form, tries + 1, stumbled);
  }

  Call stumbling() {
    return new Call(effort, chat, thread, plain, form, tries, true);
  }
}

package dev.docent.telegram.sending;

import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.Styled;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/** What may be shown ahead of an answer, if Telegram's pace leaves room for it. Each try is made once. */
public final class PreviewSender {
  /** What became of a try. */
  public enum Outcome {
    SHOWN, NOT_SHOWN,
    /** It wasn't made: Telegram's pace leaves no room for it now. */
    NO_ROOM
  }

  private final Sender sender;

  public PreviewSender(Sender sender) {
    this.sender = sender;
  }

  /** Whether the chat is to be left alone for now. */
  public boolean quiet(long chat) {
    return sender.pace().quiet(chat) || sender.chats().closed(chat) || sender.chats().now(chat) != chat;
  }

  /**
   * Shows "typing" for five seconds, if there is room for it.
   *
   * @param least time since the last such sign in the chat, whoever it was for
   * @return whether it was shown, or is still to be seen
   */
  public boolean typing(long chat, @Nullable Integer thread, Duration least) throws ApiException, InterruptedException {
    if (!sender.pace().sign(chat, least)) {
      return false;
    }
    var call = new SendChatAction(Long.toString(chat), ActionType.TYPING.toString());
    call.setMessageThreadId(thread);
    sender.tryOnce(chat, call);
    return true;
  }

  /**
   * Shows a draft, or other words in the one that is there.
   *
   * @param first whether nothing is to be seen yet of the answer; such a draft goes before others
   */
  public Outcome draft(long chat, @Nullable Integer thread, int id, Styled words, boolean first)
      throws ApiException, InterruptedException {
    if (!sender.pace().preview(chat, first)) {
      return Outcome.NO_ROOM;
    }
    var call = new SendMessageDraft(chat, id);
    call.setMessageThreadId(thread);
    call.setText(words.text());
    call.setEntities(MethodCalls.entities(words));
    return tried(chat, call);
  }

  /** Sends a message that will be edited; returns its id, or null if there is no room for it now. */
  public @Nullable Integer message(long chat, @Nullable Integer thread, @Nullable Integer replyTo, Styled words,
      List<List<Button>> buttons)
      throws ApiException, InterruptedException {
    return sender.pace().preview(chat, true)
        ? sender.tryMessage(MethodCalls.message(chat, thread, replyTo, MessagePart.of(words).with(buttons)))
        : null;
  }

  /** Puts other words into a message. */
  public Outcome edit(long chat, int message, Styled words, List<List<Button>> buttons)
      throws ApiException, InterruptedException {
    return sender.pace().preview(chat, false)
        ? tried(chat, MethodCalls.edit(chat, message, MessagePart.of(words).with(buttons)))
        : Outcome.NO_ROOM;
  }

  private Outcome tried(long chat, BotApiMethod<?> call) throws ApiException, InterruptedException {
    return sender.tryOnce(chat, call) ? Outcome.SHOWN : Outcome.NOT_SHOWN;
  }
}

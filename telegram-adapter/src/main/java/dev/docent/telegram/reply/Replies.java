package dev.docent.telegram.reply;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.sending.SendOutcome;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;

/** How the bot speaks of itself, in a person's language: what is lost if there is a crash. */
public final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  /** In characters. */
  private static final int NOTICE = 200;

  private final Sender sender;
  private final Access access;

  public Replies(Sender sender, Access access) {
    this.sender = sender;
    this.access = access;
  }

  public Words words(Person person) {
    access.heard(person.id(), person.language(), person.called());
    return Words.in(access.language(person.id()).orElse(person.language()));
  }

  /** For somebody who isn't there to show the language of their Telegram. */
  public Words words(long person) {
    return Words.in(access.spoken(person).orElse(null));
  }

  /** Says something nobody asked for, in plain words. */
  public void tell(long chat, @Nullable Integer thread, String words) throws InterruptedException {
    tell(chat, thread, Styled.plain(words), List.of());
  }

  /** Says something nobody asked for. */
  public void tell(long chat, @Nullable Integer thread, Styled words, List<List<Button>> buttons)
      throws InterruptedException {
    for (MessagePart part : Reaction.parts(words, buttons)) {
      tell(chat, thread, part);
    }
  }

  /** Puts other words into a message of ours, without buttons. */
  public void replace(long chat, int message, String words) throws InterruptedException {
    replace(chat, message, Styled.plain(words), List.of());
  }

  /** Puts other words into a message of ours. */
  public void replace(long chat, int message, Styled words, List<List<Button>> buttons) throws InterruptedException {
    tell(chat, null, MessagePart.of(words).with(buttons).replacing(message));
  }

  private void tell(long chat, @Nullable Integer thread, MessagePart part) throws InterruptedException {
    if (sender.send(chat, thread, null, part) instanceof SendOutcome.Refused refused) {
      LOG.warn("chat {} could not be told: {}", chat, refused.fault().words());
    }
  }

  /**
   * Answers a press, as its button waits for it: with a line that is seen for a moment, or until it is closed.
   *
   * @return nothing more, for when that is all
   */
  public Reaction notice(Incoming.Pressed press, String words, boolean alert) throws InterruptedException {
    var call = new AnswerCallbackQuery(press.query());
    if (!words.isEmpty()) {
      call.setText(CleanText.line(words, NOTICE));
      call.setShowAlert(alert);
    }
    attempt(sender, 0, call);
    return Reaction.NOTHING;
  }

  /** Takes messages of ours back, if that is still possible. */
  public void remove(long chat, List<Integer> messages) throws InterruptedException {
    remove(sender, chat, messages);
  }

  static void remove(Sender sender, long chat, List<Integer> messages) throws InterruptedException {
    for (int message : messages) {
      attempt(sender, chat, new DeleteMessage(Long.toString(chat), message));
    }
  }

  /** Makes a call nobody misses when it fails. */
  private static void attempt(Sender sender, long chat, BotApiMethod<?> call) throws InterruptedException {
    try {
      sender.repeatable(chat, call);
    } catch (ApiException e) {
      LOG.debug("not done: {}", e.getMessage());
    }
  }
}

package dev.docent.telegram.reply;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.MessageSplitter;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** How the bot speaks: in a person's language, kept through a crash where it answers somebody. */
public final class Replies {
  private final Inbox inbox;
  private final DeliverySender deliveries;
  private final Sender sender;
  private final Access access;
  private final StoredMap<GivenAnswer> answers;
  private final Set<Long> postponed = ConcurrentHashMap.newKeySet();

  public Replies(Inbox inbox, Sender sender, Access access, StoredMap<GivenAnswer> answers) {
    this.answers = answers;
    this.inbox = inbox;
    this.deliveries = new DeliverySender(inbox, sender);
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

  /** Answers an update with plain words, and is done with it. */
  public void reply(long update, Incoming.Said to, String words) throws InterruptedException {
    reply(update, to, Styled.plain(words), List.of());
  }

  /** Answers an update, and is done with it. Buttons stand below the last message. */
  public void reply(long update, Incoming.Said to, Styled words, List<List<Button>> buttons)
      throws InterruptedException {
    say(update, to.place(), to.place().group() ? to.message() : null, words, buttons);
  }

  public void say(long update, Place place, @Nullable Integer replyTo, Styled words, List<List<Button>> buttons)
      throws InterruptedException {
    deliver(update, Delivery.of(place.chat(), place.thread(), replyTo, parts(words, buttons)));
  }

  public static List<MessagePart> parts(Styled words, List<List<Button>> buttons) {
    var parts = new ArrayList<>(
        MessageSplitter.of(words, MessageSplitter.MESSAGE).stream().map(MessagePart::of).toList());
    if (!parts.isEmpty()) {
      parts.add(parts.removeLast().with(buttons));
    }
    return parts;
  }

  /** Says what was prepared, and is done with the update. */
  public Delivery deliver(long update, Delivery delivery) throws InterruptedException {
    Delivery end = deliveries.deliver(update, delivery);
    if (end.question() != 0) {
      List<Integer> messages = end.sent().stream().filter(id -> id > 0).toList();
      String key = GivenAnswer.key(delivery.chat(), end.question());
      String moved = GivenAnswer.key(end.chat(), end.question());
      if (key.equals(moved)) {
        // In one go: what somebody has had deleted meanwhile must not come back.
        answers.change(key, a -> a.as(messages));
      } else {
        answers.get(key).ifPresent(a -> answers.put(moved, a.as(messages)));
      }
    }
    inbox.done(update);
    return end;
  }

  /** Says something nobody asked for; lost if there is a crash. */
  public void tell(long chat, @Nullable Integer thread, Styled words, List<List<Button>> buttons)
      throws InterruptedException {
    for (MessagePart part : parts(words, buttons)) {
      deliveries.tell(chat, thread, part);
    }
  }

  /** Puts other words into a message of ours. */
  public void replace(long chat, int message, Styled words, List<List<Button>> buttons) throws InterruptedException {
    deliveries.tell(chat, null, MessagePart.of(words).with(buttons).replacing(message));
  }

  /** Takes messages of ours back, if that is still possible. */
  public void remove(long chat, List<Integer> messages) throws InterruptedException {
    deliveries.remove(chat, messages);
  }

  /** Makes a call nobody misses when it fails. */
  public void attempt(long chat, BotApiMethod<?> call) throws InterruptedException {
    try {
      sender.repeatable(chat, call);
    } catch (dev.docent.telegram.api.ApiException e) {
      org.slf4j.LoggerFactory.getLogger(Replies.class).debug("not done: {}", e.getMessage());
    }
  }

  public void done(long update) {
    inbox.done(update);
  }

  /** Could not be dealt with for now, and is to be tried again. */
  public void postpone(long update) {
    postponed.add(update);
  }

  /** What was postponed, in the order in which it came; from now on it isn't any more. */
  public List<Long> takePostponed() {
    List<Long> taken = postponed.stream().sorted().toList();
    taken.forEach(postponed::remove);
    return taken;
  }
}

package dev.docent.telegram.reply;

import dev.docent.telegram.sending.SendOutcome;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.MessagePart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is to be said, and notes before and after each part that it does: after a crash the rest is said, and the
 * one part that was on its way at most twice.
 */
final class DeliverySender {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverySender.class);

  /** A part that was about to leave when the bot was killed is sent once more, not for ever: it would be seen each time. */
  private static final int TRIES = 2;

  private final Inbox inbox;
  private final Sender sender;

  DeliverySender(Inbox inbox, Sender sender) {
    this.inbox = inbox;
    this.sender = sender;
  }

  /**
   * Says it all, or as much as the chat takes.
   *
   * @return how far it came, message ids included
   * @throws InterruptedException when the bot is being stopped; what is left is noted
   */
  Delivery deliver(long update, Delivery delivery) throws InterruptedException {
    Delivery at = delivery;
    while (!at.complete()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("stopping between two messages");
      }
      if (at.tries() >= TRIES) {
        LOG.warn("a part of the answer to update {} was on its way at two crashes; it is taken for sent", update);
        at = at.sent(at.chat(), 0);
        continue;
      }
      MessagePart part = at.next();
      at = at.trying();
      Delivery trying = at;
      // Only the first part answers; the others follow it.
      Integer replyTo = at.sent().isEmpty() ? at.replyTo() : null;
      SendOutcome sent = sender.send(at.chat(), at.thread(), replyTo, part, () -> inbox.note(update, trying));
      switch (sent) {
        case SendOutcome.There there -> at = at.sent(there.chat(), there.message());
        case SendOutcome.Perhaps perhaps -> at = at.sent(perhaps.chat(), 0);
        case SendOutcome.Refused refused -> at = at.sent(at.chat(), 0);
        case SendOutcome.Gone gone -> {
          return at;
        }
      }
      inbox.note(update, at);
    }
    Replies.remove(sender, at.chat(), at.surplus());
    return at;
  }
}

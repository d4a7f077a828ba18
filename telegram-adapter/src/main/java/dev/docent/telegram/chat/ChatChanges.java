package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.GroupRules;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.question.GroupGreetings;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.sending.ReachableChats;
import dev.docent.telegram.store.Conversations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when a chat opens, closes, or gets another number, whoever has learnt of it. */
record ChatChanges(ReachableChats chats, Admission admission, Access access, QuestionIntake questions,
    GroupGreetings greetings, Conversations conversations, GroupRules rules) {
  private static final Logger LOG = LoggerFactory.getLogger(ChatChanges.class);

  Reaction membership(Incoming.Membership change) throws InterruptedException {
    long chat = change.place().chat();
    if (change.member()) {
      chats.open(chat);
    } else if (chats.close(chat)) {
      gone(chat);
    }
    return admission.membership(change);
  }

  Reaction moved(Incoming.Moved moved) {
    if (chats.move(moved.from(), moved.to())) {
      moved(moved.from(), moved.to());
    }
    return Reaction.NOTHING;
  }

  /** Somebody speaks there. */
  void open(long chat) {
    chats.open(chat);
  }

  /** Nothing can be said in the chat any more. */
  void gone(long chat) {
    LOG.info("chat {} is closed to the bot", chat);
    questions.gone(chat);
  }

  /** A group has got another number. */
  void moved(long from, long to) {
    LOG.info("group {} is {} now", from, to);
    access.move(from, to);
    rules.move(from, to);
    greetings.move(from, to);
    conversations.move(id -> Place.moved(id, from, to));
  }
}

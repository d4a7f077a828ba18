package dev.docent.telegram.chat;

import dev.docent.Docent;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.command.GroupRules;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.question.AnswerButtons;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.AnswerMessage;
import dev.docent.telegram.text.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the buttons below an answer do, and below one that is being made. */
record AnswerPresses(Docent docent, Replies replies, Access access, QuestionIntake questions,
    StoredMap<GivenAnswer> answers, Feedback feedback, PersonSigns signs,
    FilePresses files, GroupRules rules) {
  private static final String STOP = "x";
  private static final String SOURCES = "s";
  private static final String AGAIN = "a";
  private static final String UP = "u";
  private static final String DOWN = "d";
  static final Set<String> KINDS = Set.of(STOP, SOURCES, AGAIN, UP, DOWN, AnswerButtons.FILE);

  Reaction pressed(long update, Press press) throws InterruptedException {
    long person = press.person();
    long chat = press.place().chat();
    if (press.what().equals(STOP)) {
      // The answer says itself that it was stopped.
      boolean stopped = questions.cancel(chat, (int) press.number(), person, access.admin(person));
      return replies.notice(press.in(), press.words().say(stopped ? "stopping" : "admin.gone"), !stopped);
    }
    boolean admitted = press.place().group() ? mayAskIn(chat, press) : access.mayAsk(person);
    Optional<GivenAnswer> found = answers.get(GivenAnswer.key(chat, (int) press.question()));
    if (!admitted || found.isEmpty()) {
      return replies.notice(press.in(), press.words().say("admin.gone"), true);
    }
    GivenAnswer answered = found.get();
    return switch (press.what()) {
      case AnswerButtons.FILE -> files.pressed(press, answered);
      case SOURCES -> sources(press, answered);
      case AGAIN -> {
        replies.notice(press.in(), press.words().say("asking-again"), false);
        yield questions.again(update, new Incoming.Words(press.place(), press.in().person(), answered.question(),
            answered.text(), false, null), answered.person(), answered.history(), null);
      }
      default -> rated(press, answered, press.what().equals(UP));
    };
  }

  private boolean mayAskIn(long group, Press press) throws InterruptedException {
    if (rules.unknown(group, press.in().person())) {
      rules.lookUp(group);
    }
    return access.mayAskIn(group, press.person()) && rules.admits(group, press.in().person());
  }

  private Reaction sources(Press press, GivenAnswer answered) throws InterruptedException {
    if (answered.sources().isEmpty()) {
      return replies.notice(press.in(), press.words().say("no-sources"), false);
    }
    replies.notice(press.in(), "", false);
    return Reaction.in(press.place(), press.in().message(),
        new AnswerMessage(press.words()).full(answered.sources()), List.of());
  }

  private Reaction rated(Press press, GivenAnswer answered, boolean up) throws InterruptedException {
    replies.notice(press.in(), press.words().say(up ? "rated.up" : "rated.down"), false);
    feedback.add(new Feedback.Rating(Instant.now(), press.person(), answered.person(), answered.text(),
        answered.verdict(), answered.sources().stream().map(Source::place).toList(), up ? "up" : "down"));
    if (!up) {
      // The owner sees it among the gaps, without who asked.
      docent.reject(answered.text(), signs.of(answered.person()));
    }
    return Reaction.NOTHING;
  }
}

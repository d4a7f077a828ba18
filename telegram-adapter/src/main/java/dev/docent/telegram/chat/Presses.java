package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.privacy.Retention;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.text.Words;

/** What pressed buttons do. Each press is answered at once; who may do it is looked at again. */
record Presses(Replies replies, Access access, Commands commands, QuestionIntake questions, Retention retention,
    AnswerPresses answers, AdminPresses admins) {

  Reaction pressed(long update, Incoming.Pressed pressed) throws InterruptedException {
    Place place = pressed.place();
    Words words = replies.words(pressed.person());
    if (place == null || pressed.message() == 0) {
      return replies.notice(pressed, words.say("admin.gone"), true);
    }
    Press press = Press.of(pressed, place, words);
    if (AnswerPresses.KINDS.contains(press.what())) {
      return answers.pressed(update, press);
    }
    if (AdminPresses.KINDS.contains(press.what())) {
      return admins.pressed(press);
    }
    return switch (press.what()) {
      case "l" -> language(press);
      case "p" -> delete(update, press);
      default -> replies.notice(pressed, words.say("admin.gone"), true);
    };
  }

  private Reaction language(Press press) throws InterruptedException {
    if (!Words.knows(press.of())) {
      return replies.notice(press.in(), press.words().say("admin.gone"), true);
    }
    // Before it is said, or what comes right after it would be answered in the other language.
    access.speak(press.person(), press.of());
    replies.notice(press.in(), Words.in(press.of()).say("lang.chosen"), false);
    commands.choose(press.in().person(), press.of());
    return Reaction.NOTHING;
  }

  private Reaction delete(long update, Press press) throws InterruptedException {
    questions.forget(press.person());
    int forgotten = retention.forget(press.person(), update);
    AuditLog.allowed(press.person(), "had their data deleted");
    replies.notice(press.in(), "", false);
    // The press itself is the last that is known of them: not even what is said now is written down.
    return new Reaction.Nothing(() -> {
      retention.erase();
      replies.tell(press.place().chat(), press.place().thread(),
          press.words().say("privacy.deleted", forgotten));
    });
  }
}

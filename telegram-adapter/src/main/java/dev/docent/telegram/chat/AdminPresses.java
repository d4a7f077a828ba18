package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.command.People;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import dev.docent.telegram.upload.Uploads;
import java.util.List;
import java.util.Set;

/** What the buttons do that are for administrators. */
record AdminPresses(Replies replies, Access access, Admission admission, People people, Commands commands,
    Uploads uploads) {
  static final Set<String> KINDS = Set.of("r", "ya", "yn", "fr", "fb", "fn", People.REVOKE, People.PROMOTE,
      People.DEMOTE, People.ADMIT, People.PAGE, People.LEAVE, People.KEEP);

  Reaction pressed(Press press) throws InterruptedException {
    Person admin = press.in().person();
    Words words = press.words();
    if (!access.admin(admin.id())) {
      AuditLog.refused(admin.id(), "button " + press.what());
      return replies.notice(press.in(), words.say("admin.only"), true);
    }
    boolean gone = press.what().startsWith("f") && !uploads.open(press.of())
        || press.what().startsWith("p") && press.place().group();
    if (gone) {
      return replies.notice(press.in(), words.say("admin.gone"), true);
    }
    replies.notice(press.in(), "", false);
    switch (press.what()) {
      case "r" -> {
        AuditLog.allowed(admin.id(), "confirms a reload that removes most of the index");
        replace(press, words.say("reload.working"));
        replace(press, commands.reloaded(true, words));
      }
      case "ya", "yn" -> replace(press, admission.decided(admin, press.number(), press.what().equals("ya")));
      case "fr", "fb", "fn" ->
        uploads.decided(admin, press.place(), press.in().message(), press.what().charAt(1), press.of());
      default -> aboutPeople(press, admin, words);
    }
    return Reaction.NOTHING;
  }

  private void aboutPeople(Press press, Person admin, Words words) throws InterruptedException {
    long whom = press.number();
    String done = switch (press.what()) {
      case People.REVOKE -> people.revoke(admin, whom, words);
      case People.PROMOTE -> people.promote(admin, whom, words);
      case People.DEMOTE -> people.demote(admin, whom, words);
      case People.LEAVE, People.KEEP -> people.leave(admin, whom, press.what().equals(People.LEAVE), words);
      case People.ADMIT -> admission.readmit(admin, whom)
          ? words.say("access.allowed", Long.toString(whom))
          : words.say("people.unchanged");
      default -> "";
    };
    boolean page = press.what().equals(People.PAGE);
    // Who has just taken their own rights sees no more of it.
    People.Shown shown = access.admin(admin.id())
        ? people.list(page ? (int) whom : 0, done, words)
        : new People.Shown(Styled.plain(done), List.of());
    replies.replace(press.place().chat(), press.in().message(), shown.words(), shown.buttons());
  }

  private void replace(Press press, String words) throws InterruptedException {
    replies.replace(press.place().chat(), press.in().message(), words);
  }
}

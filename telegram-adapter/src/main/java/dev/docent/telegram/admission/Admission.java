package dev.docent.telegram.admission;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.access.Member.Standing;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.access.Pairing;
import dev.docent.telegram.command.CommandLists;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.util.List;
import java.util.Set;

/** Lets people and groups in, or keeps them out, and says so once. */
public final class Admission {
  private static final Set<Standing> UNDECIDED = Set.of(Standing.STRANGER, Standing.ASKED);

  private final Access access;
  private final Pairing pairing;
  private final Replies replies;
  private final CommandLists lists;

  public Admission(Access access, Pairing pairing, Replies replies, CommandLists lists) {
    this.access = access;
    this.pairing = pairing;
    this.replies = replies;
    this.lists = lists;
  }

  /** Whether what was said may be heard. */
  public boolean admits(Incoming.Said said) {
    long person = said.person().id();
    Place place = said.place();
    if (place.group()) {
      return said.person().anonymous()
          ? access.mayAskIn(place.chat(), 0)
          : access.mayAskIn(place.chat(), person) && access.standing(person) != Standing.REFUSED;
    }
    return access.mayAsk(person);
  }

  /** Whether the words are the code, or a try at it; then they have been dealt with. */
  public boolean paired(long update, Incoming.Said said, String text) throws InterruptedException {
    if (said.place().group() || access.owned()) {
      return false;
    }
    long person = said.person().id();
    Words words = replies.words(said.person());
    switch (pairing.attempt(person, text)) {
      case RIGHT -> {
        access.set(person, Standing.ADMIN);
        AuditLog.allowed(person, "became administrator by the pairing code");
        lists.of(person, words, true);
        replies.reply(update, said, words.say("pair.welcome") + words.say("help.admin"));
      }
      case WRONG -> {
        AuditLog.refused(person, "wrong pairing code");
        replies.reply(update, said, words.say("pair.wrong"));
      }
      case WAIT -> replies.reply(update, said, words.say("pair.wait"));
      case NO_CODE -> {
        return false;
      }
    }
    return true;
  }

  /** Says to somebody who isn't admitted how that can change, and asks those who decide. */
  public void refuse(long update, Incoming.Said said) throws InterruptedException {
    long person = said.person().id();
    Words words = replies.words(said.person());
    if (said.place().group()) {
      // Whoever added the bot was told; in the group it keeps silent.
      replies.done(update);
      return;
    }
    if (access.openness() == Openness.LISTED) {
      replies.reply(update, said, words.say("access.listed", Long.toString(person)));
    } else if (!access.owned()) {
      replies.reply(update, said, words.say("access.unpaired"));
    } else if (access.set(person, Set.of(Standing.STRANGER), Standing.ASKED)) {
      AuditLog.refused(person, "asks to be admitted");
      access.heard(person, said.person().language());
      replies.reply(update, said, words.say("access.paired"));
      ask("access.request", person, CleanText.line(said.person().name(), 60), Long.toString(person));
    } else {
      // They have been told, and so have the administrators.
      replies.done(update);
    }
  }

  private void ask(String what, long id, Object... values) throws InterruptedException {
    for (long admin : access.admins()) {
      Words words = replies.words(admin);
      replies.tell(admin, null, Styled.plain(words.say(what, values)), List.of(List.of(
          new Button(words.say("access.allow"), "ya:" + id), new Button(words.say("access.deny"), "yn:" + id))));
    }
  }

  /** The bot was added to a group, or thrown out. */
  public void membership(Incoming.Membership change) throws InterruptedException {
    long group = change.place().chat();
    if (!change.place().group() || !change.member() || access.openness() != Openness.PAIRED
        || access.mayAskIn(group, 0)) {
      return;
    }
    if (access.admin(change.by().id())) {
      access.set(group, Standing.ADMITTED);
      AuditLog.allowed(change.by().id(), "added the bot to group " + group);
      replies.tell(group, null, Styled.plain(replies.words(change.by()).say("access.group-admitted")), List.of());
    } else if (access.set(group, Set.of(Standing.STRANGER), Standing.ASKED)) {
      AuditLog.refused(change.by().id(), "added the bot to group " + group + "; the administrators are asked");
      ask("access.group-request", group, CleanText.line(change.title(), 80), Long.toString(group),
          CleanText.line(change.by().name(), 60));
    }
  }

  /** An administrator has decided about a person or a group; returns what to say about it. */
  public String decided(Person admin, long id, boolean admitted) throws InterruptedException {
    Words words = replies.words(admin);
    if (!access.set(id, UNDECIDED, admitted ? Standing.ADMITTED : Standing.REFUSED)) {
      return words.say("access.settled");
    }
    AuditLog.allowed(admin.id(), (admitted ? "admits " : "refuses ") + id);
    if (admitted) {
      Words theirs = replies.words(id);
      replies.tell(id, null, Styled.plain(theirs.say(id < 0 ? "access.group-admitted" : "access.admitted")), List.of());
    }
    return words.say(admitted ? "access.allowed" : "access.denied", Long.toString(id));
  }
}

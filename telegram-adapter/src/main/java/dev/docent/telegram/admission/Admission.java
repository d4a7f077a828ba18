package dev.docent.telegram.admission;

import dev.docent.answer.Question;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.access.Member.Standing;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.access.Newcomers;
import dev.docent.telegram.access.Pairing;
import dev.docent.telegram.command.CommandLists;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lets people and groups in, or keeps them out, and says so once. */
public final class Admission {
  private static final Set<Standing> UNDECIDED = Set.of(Standing.STRANGER, Standing.ASKED);
  private static final Set<Standing> KEPT_OUT = Set.of(Standing.ASKED, Standing.REFUSED);
  /** What of a question an administrator is shown. In characters. */
  private static final int SHOWN = 300;

  private final Access access;
  private final Pairing pairing;
  private final Replies replies;
  private final CommandLists lists;
  private final Newcomers newcomers;
  private final Inbox inbox;
  private final Consumer<List<ReceivedUpdate>> again;

  /** @param again deals once more with updates that were refused when they came */
  public Admission(Access access, Pairing pairing, Replies replies, CommandLists lists, Newcomers newcomers,
      Inbox inbox,
      Consumer<List<ReceivedUpdate>> again) {
    this.newcomers = newcomers;
    this.inbox = inbox;
    this.again = again;
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

  /** What comes of the words when they are the code, or a try at it; empty when they aren't. */
  public Optional<Reaction> paired(Incoming.Said said, String text) throws InterruptedException {
    if (said.place().group() || access.owned()) {
      return Optional.empty();
    }
    long person = said.person().id();
    Words words = replies.words(said.person());
    return switch (pairing.attempt(person, text)) {
      case RIGHT -> {
        access.set(person, Standing.ADMIN);
        AuditLog.allowed(person, "became administrator by the pairing code");
        lists.of(person, words, true);
        yield Optional.of(Reaction.to(said, words.say("pair.welcome") + words.say("help.admin"))
            .then(() -> again.accept(reopened(person))));
      }
      case WRONG -> {
        AuditLog.refused(person, "wrong pairing code");
        yield Optional.of(Reaction.to(said, words.say("pair.wrong")));
      }
      case WAIT -> Optional.of(Reaction.to(said, words.say("pair.wait")));
      case NO_CODE -> Optional.empty();
    };
  }

  /**
   * Says to somebody who isn't admitted how that can change, and asks those who decide. What they asked is kept until then.
   *
   * @param asked what they asked; empty when it is no question
   * @param raw the update as it came
   */
  public Reaction refuse(long update, Incoming.Said said, String asked, String raw) {
    long person = said.person().id();
    Words words = replies.words(said.person());
    if (said.place().group()) {
      // Whoever added the bot was told; in the group it keeps silent.
      return Reaction.NOTHING;
    }
    boolean undecided = UNDECIDED.contains(access.standing(person)) && access.openness() == Openness.PAIRED;
    boolean question = undecided && asked.length() <= Question.MAX_LENGTH && !Question.of(asked).empty();
    if (question) {
      newcomers.keep(person, new Newcomers.Waiting(update, said.message(), raw));
    }
    if (access.openness() == Openness.LISTED) {
      return Reaction.to(said, words.say("access.listed", Long.toString(person)));
    }
    if (!access.owned()) {
      return Reaction.to(said, words.say("access.unpaired"));
    }
    if (!access.set(person, Set.of(Standing.STRANGER), Standing.ASKED)) {
      // They have been told, and so have the administrators.
      return Reaction.NOTHING;
    }
    AuditLog.refused(person, "asks to be admitted");
    access.heard(person, said.person().language(), said.person().called());
    String username = said.person().username();
    return Reaction.to(said, words.say("access.paired") + (question ? " " + words.say("access.kept") : ""))
        .then(
            () -> ask("access.request", person, CleanText.line(asked, SHOWN), CleanText.line(said.person().name(), 60),
                Long.toString(person), username == null ? "" : ", @" + username + ","));
  }

  private void ask(String what, long id, String asked, Object... values) throws InterruptedException {
    for (long admin : access.admins()) {
      Words words = replies.words(admin);
      String said = asked.isEmpty() ? "" : "\n" + words.say("access.asked", asked);
      replies.tell(admin, null, Styled.plain(words.say(what, values) + said), List.of(List.of(
          new Button(words.say("access.allow"), "ya:" + id), new Button(words.say("access.deny"), "yn:" + id))));
    }
  }

  /** The bot was added to a group, or thrown out. */
  public Reaction membership(Incoming.Membership change) throws InterruptedException {
    long group = change.place().chat();
    if (!change.place().group() || !change.member() || access.openness() != Openness.PAIRED
        || access.mayAskIn(group, 0)) {
      return Reaction.NOTHING;
    }
    if (access.admin(change.by().id())) {
      access.set(group, Standing.ADMITTED);
      access.heard(group, null, change.title());
      AuditLog.allowed(change.by().id(), "added the bot to group " + group);
      replies.tell(group, null, replies.words(change.by()).say("access.group-admitted"));
    } else if (access.set(group, Set.of(Standing.STRANGER), Standing.ASKED)) {
      access.heard(group, null, change.title());
      AuditLog.refused(change.by().id(), "added the bot to group " + group + "; the administrators are asked");
      ask("access.group-request", group, "", CleanText.line(change.title(), 80), Long.toString(group),
          CleanText.line(change.by().name(), 60));
    }
    return Reaction.NOTHING;
  }

  /** An administrator has decided about a person or a group; returns what to say about it. */
  public String decided(Person admin, long id, boolean admitted) throws InterruptedException {
    Words words = replies.words(admin);
    if (!access.set(id, UNDECIDED, admitted ? Standing.ADMITTED : Standing.REFUSED)) {
      // A crash may have come between the decision and what follows from it.
      again.accept(access.mayAsk(id) ? reopened(id) : List.of());
      return words.say("access.settled");
    }
    AuditLog.allowed(admin.id(), (admitted ? "admits " : "refuses ") + id);
    if (admitted) {
      welcome(id);
    } else {
      newcomers.forget(id);
    }
    return words.say(admitted ? "access.allowed" : "access.denied", Long.toString(id));
  }

  /** An administrator lets in whom another decision kept out; returns whether it was to be done. */
  public boolean readmit(Person admin, long id) throws InterruptedException {
    if (!access.set(id, KEPT_OUT, Standing.ADMITTED)) {
      return false;
    }
    AuditLog.allowed(admin.id(), "admits " + id);
    welcome(id);
    return true;
  }

  /** Says that questions are answered from now on, and has those answered that came before. */
  private void welcome(long id) throws InterruptedException {
    Words theirs = replies.words(id);
    List<ReceivedUpdate> asked = reopened(id);
    String what = id < 0 ? "access.group-admitted" : asked.isEmpty() ? "access.admitted" : "access.admitted-asked";
    replies.tell(id, null, theirs.say(what));
    again.accept(asked);
  }

  /** What somebody asked before they were let in, written down as what is yet to be answered. */
  private List<ReceivedUpdate> reopened(long person) {
    List<ReceivedUpdate> asked = newcomers.of(person)
        .stream()
        .map(waiting -> ReceivedUpdate.now(waiting.update(), waiting.raw(), false))
        .toList();
    if (!asked.isEmpty()) {
      inbox.reopen(asked);
      newcomers.forget(person);
    }
    return asked;
  }
}

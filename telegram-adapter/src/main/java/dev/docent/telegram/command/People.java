package dev.docent.telegram.command;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.access.Member.Standing;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Span.Kind;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Who may ask, for those who administer, and what they change about it. */
public final class People {
  /** What the buttons do, before the number of whom they do it to. */
  public static final String REVOKE = "px";
  public static final String PROMOTE = "pa";
  public static final String DEMOTE = "pd";
  public static final String ADMIT = "pe";
  public static final String PAGE = "pp";
  /** Leaves it to a group's administrators who may ask there, or takes that back. */
  public static final String LEAVE = "pg";
  public static final String KEEP = "pk";

  private static final int ON_A_PAGE = 8;
  private static final int LABEL = 24;
  private static final Set<Standing> REVOCABLE = Set.of(Standing.STRANGER, Standing.ASKED, Standing.ADMITTED);

  private final Access access;
  private final Replies replies;
  private final CommandLists lists;
  private final LongConsumer stop;
  private final GroupRules rules;

  /** @param stop ends the answers that are being made for a person or a group */
  public People(Access access, Replies replies, CommandLists lists, LongConsumer stop,
      GroupRules rules) {
    this.rules = rules;
    this.stop = stop;
    this.access = access;
    this.replies = replies;
    this.lists = lists;
  }

  /** A list with the buttons below it. */
  public record Shown(Styled words, List<List<Button>> buttons) {}

  /** A page of the list, from the person at the place on, with a line about what was just done; empty for none. */
  public Shown list(int from, String done, Words words) {
    List<Access.Known> all = access.known().stream().filter(this::concerned).toList();
    int first = from >= 0 && from < all.size() ? from : 0;
    int end = Math.min(all.size(), first + ON_A_PAGE);
    var text = Styled.builder();
    if (!done.isEmpty()) {
      text.add(Kind.ITALIC, done).add("\n\n");
    }
    text.add(Kind.BOLD, words.say("people.head"));
    if (access.openness() == Openness.OPEN) {
      text.add("\n" + words.say("people.open"));
    }
    var rows = new ArrayList<List<Button>>();
    for (Access.Known known : all.subList(first, end)) {
      text.add("\n" + line(known, words));
      List<Button> row = buttons(known, words);
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    if (end - first < all.size()) {
      text.add("\n" + words.say("people.page", first + 1, end, all.size()));
      rows.add(List.of(new Button(words.say("people.more"), PAGE + ":" + (end < all.size() ? end : 0))));
    }
    return new Shown(text.build(), rows);
  }

  /** Who may ask, wants to, or was refused. */
  private boolean concerned(Access.Known known) {
    return known.member().standing() != Standing.STRANGER || access.inSettings(known.id())
        || access.openness() == Openness.OPEN;
  }

  private String line(Access.Known known, Words words) {
    String what = access.admin(known.id())
        ? "people.admin"
        : may(known)
            ? known.id() < 0 ? "people.group" : "people.may"
            : known.member().standing() == Standing.ASKED ? "people.asks" : "people.refused";
    String called = known.member().name() == null ? "" : CleanText.line(known.member().name(), 60) + " · ";
    return "• " + called + known.id() + " · " + words.say(what)
        + (rules.theirs(known.id()) ? ", " + words.say("people.theirs") : "")
        + (access.inSettings(known.id()) ? ", " + words.say("people.settings") : "");
  }

  private boolean may(Access.Known known) {
    return known.id() < 0 ? access.mayAskIn(known.id(), 0) : access.mayAsk(known.id());
  }

  private List<Button> buttons(Access.Known known, Words words) {
    long id = known.id();
    var row = new ArrayList<Button>();
    String name = label(known);
    if (id < 0 && may(known)) {
      boolean theirs = rules.theirs(id);
      row.add(new Button(words.say(theirs ? "people.keep" : "people.leave", name), (theirs ? KEEP : LEAVE) + ":" + id));
    }
    if (access.inSettings(id)) {
      return row;
    }
    if (known.member().standing() == Standing.ADMIN) {
      if (access.admins().size() > 1) {
        row.add(new Button(words.say("people.demote", name), DEMOTE + ":" + id));
      }
    } else if (access.openness() == Openness.LISTED) {
      return row;
    } else if (may(known)) {
      row.add(new Button(words.say("people.revoke", name), REVOKE + ":" + id));
      if (id > 0) {
        row.add(new Button(words.say("people.promote", name), PROMOTE + ":" + id));
      }
    } else {
      row.add(new Button(words.say("people.admit", name), ADMIT + ":" + id));
    }
    return row;
  }

  private static String label(Access.Known known) {
    String name = known.member().name();
    return name == null || CleanText.blank(name) ? Long.toString(known.id()) : CleanText.line(name, LABEL);
  }

  /** Keeps somebody out from now on, who isn't told; returns what to say about it to who did it. */
  public String revoke(Person admin, long id, Words words) throws InterruptedException {
    if (access.inSettings(id) || !access.set(id, REVOCABLE, Standing.REFUSED)) {
      return words.say("people.unchanged");
    }
    stop.accept(id);
    AuditLog.allowed(admin.id(), "revokes " + id);
    return words.say("people.revoked", Long.toString(id));
  }

  /** Leaves it to a group's administrators who may ask there, which the group is told, or takes that back. */
  public String leave(Person admin, long group, boolean theirs, Words words) throws InterruptedException {
    if (group >= 0 || !access.mayAskIn(group, 0) || !rules.leave(admin, group, theirs)) {
      return words.say("people.unchanged");
    }
    if (theirs) {
      replies.tell(group, null, Styled.plain(replies.words(group).say("who.yours")), List.of());
    }
    return words.say(theirs ? "people.left" : "people.kept", Long.toString(group));
  }

  /** Makes somebody who may ask an administrator, who is told. */
  public String promote(Person admin, long id, Words words) throws InterruptedException {
    if (id <= 0 || !access.mayAsk(id)
        || !access.set(id, Set.of(Standing.STRANGER, Standing.ADMITTED), Standing.ADMIN)) {
      return words.say("people.unchanged");
    }
    AuditLog.allowed(admin.id(), "makes " + id + " administrator");
    Words theirs = replies.words(id);
    lists.of(id, theirs, true);
    replies.tell(id, null, theirs.say("people.welcome") + theirs.say("help.admin"));
    return words.say("people.promoted", Long.toString(id));
  }

  /** Takes an administrator's rights but for asking; the last one keeps them. */
  public String demote(Person admin, long id, Words words) throws InterruptedException {
    if (!access.demote(id)) {
      return words.say(access.admin(id) ? "people.last" : "people.unchanged");
    }
    AuditLog.allowed(admin.id(), "takes the rights of an administrator from " + id);
    lists.of(id, replies.words(id), false);
    return words.say("people.demoted", Long.toString(id));
  }
}

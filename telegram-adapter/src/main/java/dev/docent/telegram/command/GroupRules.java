package dev.docent.telegram.command;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.Words;
import java.util.Optional;

/**
 * Who may ask in a group, where the bot's administrators leave that to the group's. In all other groups everybody may.
 * Safe for use by several threads.
 */
public final class GroupRules {
  private final Access access;
  private final GroupAdmins admins;
  private final StoredMap<Rule> rules;

  public GroupRules(Access access, GroupAdmins admins, Store store) {
    this.access = access;
    this.admins = admins;
    this.rules = new StoredMap<>(store, "group-rules", Rule.class);
  }

  /** Who may ask. */
  enum Who {
    EVERYBODY, ADMINISTRATORS
  }

  /** What a group's administrators said; that there is one means that they may. */
  record Rule(Who who) {}

  private Optional<Rule> rule(long group) {
    return rules.get(Long.toString(group));
  }

  /** Whether the group's administrators say who may ask there. */
  public boolean theirs(long group) {
    return rule(group).isPresent();
  }

  /** Leaves it to the group's administrators, or takes that back; returns whether that changes something. */
  boolean leave(Person admin, long group, boolean theirs) {
    if (theirs == theirs(group)) {
      return false;
    }
    if (theirs) {
      rules.put(Long.toString(group), new Rule(Who.EVERYBODY));
    } else {
      rules.remove(Long.toString(group));
    }
    AuditLog.allowed(admin.id(), (theirs ? "lets" : "no longer lets") + " the administrators of group " + group
        + " say who may ask there");
    return true;
  }

  /** Whether Telegram has to be asked before it is known if the person may ask there. */
  public boolean unknown(long group, Person person) {
    return limited(group) && !access.admin(person.id()) && admins.unknown(group);
  }

  /** Learns what {@link #unknown} says is missing. */
  public void lookUp(long group) throws InterruptedException {
    admins.lookUp(group);
  }

  /** Whether the group's own rule lets the person ask, by what is known. Who speaks as the group isn't known. */
  public boolean admits(long group, Person person) {
    return !limited(group) || !person.anonymous() && (access.admin(person.id()) || admins.known(group, person.id()));
  }

  private boolean limited(long group) {
    return rule(group).filter(rule -> rule.who() == Who.ADMINISTRATORS).isPresent();
  }

  /** Says who may ask in the group, or changes it. */
  Reaction say(Incoming.Command command, Words words) throws InterruptedException {
    long group = command.place().chat();
    Optional<Rule> rule = rule(group);
    if (rule.isEmpty()) {
      return Reaction.to(command, words.say("who.not-here"));
    }
    Optional<Who> wanted = switch (command.rest()) {
      case "everybody" -> Optional.of(Who.EVERYBODY);
      case "admins" -> Optional.of(Who.ADMINISTRATORS);
      default -> Optional.empty();
    };
    if (wanted.isEmpty()) {
      return Reaction.to(command, words.say(key(rule.get().who())));
    }
    Person person = command.person();
    admins.lookUp(group);
    boolean administers = access.admin(person.id()) || admins.known(group, person.id());
    if (person.anonymous() || command.forwarded() || !administers) {
      AuditLog.refused(person.id(), "/who " + command.rest() + " in group " + group);
      return Reaction.to(command, words.say("who.only"));
    }
    rules.change(Long.toString(group), before -> new Rule(wanted.get()));
    AuditLog.allowed(person.id(), "lets " + command.rest() + " ask in group " + group);
    return Reaction.to(command, words.say(key(wanted.get())));
  }

  private static String key(Who who) {
    return switch (who) {
      case EVERYBODY -> "who.everybody";
      case ADMINISTRATORS -> "who.admins";
    };
  }

  /** The group has got another number. */
  public void move(long from, long to) {
    rule(from).ifPresent(rule -> {
      rules.put(Long.toString(to), rule);
      rules.remove(Long.toString(from));
    });
  }
}

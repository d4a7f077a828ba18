package dev.docent.telegram.access;

import dev.docent.telegram.access.Member.Standing;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.CleanText;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may do what, by Telegram's numbers only: names can be taken by anybody. Safe for use by several threads. */
public final class Access {
  private static final int NAME = 60;

  private final Openness openness;
  private final Set<Long> admins;
  private final Set<Long> users;
  private final Set<Long> groups;
  private final Store store;
  private final StoredMap<Member> members;
  /** From the number a group has now to the one it is listed under. */
  private final StoredMap<Long> moved;

  public Access(Openness openness, Set<Long> admins, Set<Long> users, Set<Long> groups, Store store) {
    this.openness = openness;
    this.admins = Set.copyOf(admins);
    this.users = Set.copyOf(users);
    this.groups = Set.copyOf(groups);
    this.store = store;
    this.members = new StoredMap<>(store, "members", Member.class);
    this.moved = new StoredMap<>(store, "moved", Long.class);
  }

  public Openness openness() {
    return openness;
  }

  public boolean admin(long person) {
    return admins.contains(person) || standing(person) == Standing.ADMIN;
  }

  /** Everybody who administers, in order of their numbers. */
  public List<Long> admins() {
    Stream<Long> paired = members.all()
        .filter(e -> e.value().standing() == Standing.ADMIN)
        .map(e -> Long.valueOf(e.key()));
    return Stream.concat(admins.stream(), paired).distinct().sorted().collect(Collectors.toList());
  }

  /** Whether anybody administers. */
  public boolean owned() {
    return !admins().isEmpty();
  }

  /** Whether the person may ask in their private chat. */
  public boolean mayAsk(long person) {
    return admin(person) || users.contains(person) || switch (openness) {
      case OPEN -> standing(person) != Standing.REFUSED;
      case PAIRED -> standing(person) == Standing.ADMITTED;
      case LISTED -> false;
    };
  }

  /** Whether people may ask in the group. Who administers may everywhere. */
  public boolean mayAskIn(long group, long person) {
    return listed(group) || admin(person) || switch (openness) {
      case OPEN -> standing(group) != Standing.REFUSED;
      case PAIRED -> standing(group) == Standing.ADMITTED;
      case LISTED -> false;
    };
  }

  /** What was decided about a person or a group. */
  public Standing standing(long id) {
    return members.get(key(id)).map(Member::standing).orElse(Standing.STRANGER);
  }

  public void set(long id, Standing standing) {
    members.update(key(id), Member.STRANGER, member -> member.as(standing));
  }

  /** Sets the standing if it is still the one expected; returns whether it was. */
  public boolean set(long id, Set<Standing> expected, Standing standing) {
    boolean[] done = {false};
    members.update(key(id), Member.STRANGER, member -> {
      done[0] = expected.contains(member.standing());
      return done[0] ? member.as(standing) : member;
    });
    return done[0];
  }

  private boolean listed(long group) {
    return groups.contains(group) || moved.get(key(group)).filter(groups::contains).isPresent();
  }

  /** A group has got another number: what was decided about it goes along. */
  public void move(long from, long to) {
    if (listed(from)) {
      moved.put(key(to), moved.get(key(from)).orElse(from));
    }
    members.get(key(from)).ifPresent(member -> members.put(key(to), member));
    members.remove(key(from));
  }

  /** The language a person has chosen; empty for that of their Telegram. */
  public Optional<String> language(long person) {
    return members.get(key(person)).map(Member::language);
  }

  /** The language in which somebody who isn't there is spoken to. */
  public Optional<String> spoken(long person) {
    return members.get(key(person)).map(member -> member.language() == null ? member.usual() : member.language());
  }

  /**
   * Somebody spoke, and this is the language of their Telegram and what they are called. Of strangers it isn't kept.
   *
   * @param name foreign text
   */
  public void heard(long person, @Nullable String language, String name) {
    String called = CleanText.line(name, NAME);
    members.get(key(person))
        .filter(member -> !Objects.equals(member.usual(), language) || !called.equals(member.name()))
        .ifPresent(member -> members.change(key(person), known -> known.heard(language, called)));
  }

  /** Takes an administrator's rights, but for asking; returns whether it was done: the last one stays. */
  public boolean demote(long person) {
    if (admins.contains(person)) {
      return false;
    }
    // In one transaction: another replica may be about to take the rights of the only other one.
    return store.change(false, maps -> {
      List<Long> paired = members.all(maps)
          .stream()
          .filter(e -> e.value().standing() == Standing.ADMIN)
          .map(e -> Long.valueOf(e.key()))
          .toList();
      boolean others = !admins.isEmpty() || paired.size() > 1;
      if (!others || !paired.contains(person)) {
        return false;
      }
      members.get(maps, key(person)).ifPresent(member -> members.put(maps, key(person), member.as(Standing.ADMITTED)));
      return true;
    });
  }

  /** Whether the settings let them ask; nothing that is decided here changes it. */
  public boolean inSettings(long id) {
    return admins.contains(id) || users.contains(id) || listed(id);
  }

  /** Whom something was decided about, or is to be, and whom the settings name; people first. */
  public List<Known> known() {
    Stream<Long> decided = members.all().map(e -> Long.valueOf(e.key()));
    Stream<Long> set = Stream.of(admins, users, groups).flatMap(Set::stream);
    return Stream.concat(decided, set)
        .distinct()
        .sorted(Comparator.comparing((Long id) -> id < 0).thenComparing(Math::abs))
        .map(id -> new Known(id, members.get(key(id)).orElse(Member.STRANGER)))
        .toList();
  }

  /** Somebody, or a group, with what is known of them. */
  public record Known(long id, Member member) {}

  public void speak(long person, @Nullable String language) {
    members.update(key(person), Member.STRANGER, member -> member.speaking(language));
  }

  /** What was decided by those who ran another bot, in its store. */
  public static Access of(Store other) {
    return new Access(Openness.LISTED, Set.of(), Set.of(), Set.of(), other);
  }

  /** Keeps of a person only what was decided about them, or that it has yet to be. */
  public void forget(long person) {
    members.removeIf((key, member) -> key.equals(key(person)) && member.standing() == Standing.STRANGER);
    members.change(key(person), member -> new Member(member.standing(), null, null, null));
  }

  private static String key(long id) {
    return Long.toString(id);
  }
}

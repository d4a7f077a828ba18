package dev.docent.telegram.store;

import dev.docent.Docent;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was said in conversations, so that a follow-up is understood after a restart too: of each as much as Docent
 * remembers, of the latest conversations, for a time. Safe for use by several threads.
 */
public final class Conversations {
  /** Beyond so many the longest unused ones go. */
  static final int MOST = 500;
  private static final String NAME = "conversations";

  private final Docent docent;
  private final StoredMap<Kept> kept;
  private final boolean shared;
  private final Set<ConversationId> mixed = ConcurrentHashMap.newKeySet();
  /** What conversations are called since their groups got other numbers. */
  private UnaryOperator<ConversationId> names = UnaryOperator.identity();

  /** A conversation as it was after its last answer. */
  private record Kept(List<Turn> turns, Instant at) {
    Kept {
      turns = List.copyOf(turns);
    }
  }

  public Conversations(Docent docent, Store store) {
    this.docent = docent;
    this.kept = new StoredMap<>(store, NAME, Kept.class);
    this.shared = store.sharing().isPresent();
  }

  /** Reminds Docent of what is kept. */
  public void restore() {
    if (shared) {
      // Each as it is gone on with: until then another replica may hear more of it.
      return;
    }
    kept.all()
        .sorted(Comparator.comparing(entry -> entry.value().at()))
        .forEach(entry -> docent.resume(new ConversationId(entry.key()), entry.value().turns()));
  }

  /** A conversation is gone on with: what another replica has heard of it is known here too. */
  public void refresh(ConversationId id) {
    if (shared && !mixed.contains(id)) {
      docent.forget(id);
      kept.get(id.value()).ifPresent(known -> docent.resume(id, known.turns()));
    }
  }

  /** Somebody else's words stand in it: it isn't kept, or they could not have them deleted. */
  public void mixed(ConversationId id) {
    mixed.add(id);
  }

  /** Keeps what Docent remembers of the conversation by now. */
  public synchronized void keep(ConversationId id) {
    ConversationId now = names.apply(id);
    if (!now.equals(id)) {
      // It was begun before the group got its other number.
      rename(id, now);
      return;
    }
    List<Turn> turns = docent.turns(id);
    if (turns.isEmpty() || mixed.contains(id)) {
      kept.remove(id.value());
    } else {
      kept.put(id.value(), new Kept(turns, Instant.now()));
    }
  }

  /** Conversations go on under other names. What was said under such a name already comes after what was said before. */
  public synchronized void move(UnaryOperator<ConversationId> renamed) {
    UnaryOperator<ConversationId> before = names;
    names = id -> renamed.apply(before.apply(id));
    Stream.concat(kept.all().map(entry -> new ConversationId(entry.key())), mixed.stream())
        .distinct()
        .toList()
        .forEach(id -> {
          if (!names.apply(id).equals(id)) {
            rename(id, names.apply(id));
          }
        });
  }

  private void rename(ConversationId from, ConversationId to) {
    List<Turn> turns = Stream.concat(docent.turns(from).stream(), docent.turns(to).stream()).toList();
    docent.forget(from);
    docent.forget(to);
    docent.resume(to, turns);
    if (mixed.remove(from)) {
      mixed.add(to);
    }
    kept.remove(from.value());
    keep(to);
  }

  public synchronized void forget(ConversationId id) {
    docent.forget(id);
    mixed.remove(id);
    kept.remove(id.value());
  }

  /** Forgets what is kept of conversations; returns of how many. What Docent remembers is another matter. */
  public int forgetKept(Predicate<ConversationId> theirs) {
    return forget(kept, theirs);
  }

  /** As {@link #forgetKept} in the store of another bot. */
  public static int forgetKept(Store other, Predicate<ConversationId> theirs) {
    return forget(new StoredMap<>(other, NAME, Kept.class), theirs);
  }

  private static int forget(StoredMap<Kept> map, Predicate<ConversationId> theirs) {
    return map.removeIf((key, value) -> theirs.test(new ConversationId(key)));
  }

  /** Forgets what has not been gone on with for so long, and the oldest beyond what is kept. */
  public void prune(Duration longest) {
    List<Instant> latest = kept.all().map(entry -> entry.value().at()).sorted(Comparator.reverseOrder()).toList();
    Instant full = latest.size() <= MOST ? Instant.MIN : latest.get(MOST - 1);
    Instant old = Instant.now().minus(longest);
    kept.removeIf((key, value) -> value.at().isBefore(full) || value.at().isBefore(old));
  }
}

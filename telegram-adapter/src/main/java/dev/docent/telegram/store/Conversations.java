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
  public void keep(ConversationId id) {
    List<Turn> turns = docent.turns(id);
    if (turns.isEmpty() || mixed.contains(id)) {
      kept.remove(id.value());
    } else {
      kept.put(id.value(), new Kept(turns, Instant.now()));
    }
  }

  public void forget(ConversationId id) {
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

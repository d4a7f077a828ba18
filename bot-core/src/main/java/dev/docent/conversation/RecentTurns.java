package dev.docent.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps the last turns of the last conversations in memory; the longest unused conversation goes first. */
public final class RecentTurns implements ConversationStore {
  private final int turnsKept;
  private final Map<ConversationId, List<Turn>> conversations;

  public RecentTurns(int turnsKept, int conversationsKept) {
    if (turnsKept < 1 || conversationsKept < 1) {
      throw new IllegalArgumentException("keep at least one turn of one conversation");
    }
    this.turnsKept = turnsKept;
    this.conversations = new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<ConversationId, List<Turn>> eldest) {
        return size() > conversationsKept;
      }
    };
  }

  @Override
  public synchronized List<Turn> turns(ConversationId id) {
    return conversations.getOrDefault(id, List.of());
  }

  @Override
  public synchronized void remember(ConversationId id, Turn turn) {
    var turns = new ArrayList<>(conversations.getOrDefault(id, List.of()));
    turns.add(turn);
    conversations.put(id, List.copyOf(turns.subList(Math.max(0, turns.size() - turnsKept), turns.size())));
  }

  @Override
  public synchronized void forget(ConversationId id) {
    conversations.remove(id);
  }

  @Override
  public synchronized void forgetAll(Predicate<ConversationId> theirs) {
    conversations.keySet().removeIf(theirs);
  }
}

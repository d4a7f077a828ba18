package dev.docent.conversation;

import java.util.List;
import java.util.function.Predicate;

/** Keeps the turns of conversations. Safe for use by several threads. */
public interface ConversationStore {

  /** The latest turns, oldest first; empty for a conversation that is new. */
  List<Turn> turns(ConversationId id);

  void remember(ConversationId id, Turn turn);

  void forget(ConversationId id);

  /** Forgets all that the test names. */
  void forgetAll(Predicate<ConversationId> theirs);
}

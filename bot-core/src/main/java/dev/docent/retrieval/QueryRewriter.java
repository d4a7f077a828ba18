package dev.docent.retrieval;

import dev.docent.conversation.Turn;
import java.util.List;

/** Makes a follow-up question self-contained. Safe for use by several threads. */
public interface QueryRewriter {

  /**
   * @param turns the earlier turns, oldest first; empty for a first question
   * @throws InterruptedException when the asking was cancelled
   */
  Query rewrite(String question, List<Turn> turns) throws InterruptedException;
}

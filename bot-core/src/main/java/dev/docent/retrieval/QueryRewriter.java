package dev.docent.retrieval;

import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import java.util.List;
import java.util.Set;

/** Makes a question self-contained, and as far as it can, one in a language of the documents. Safe for use by several threads. */
public interface QueryRewriter {

  /**
   * @param turns the earlier turns, oldest first; empty for a first question
   * @param languages those the documents are in
   * @throws InterruptedException when the asking was cancelled
   */
  Query rewrite(String question, List<Turn> turns, Set<Language> languages) throws InterruptedException;
}

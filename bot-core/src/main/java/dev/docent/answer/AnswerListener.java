package dev.docent.answer;

import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.util.List;

/** Hears of an answer while it grows. Called by the asking thread or one that works for it, never by two at once. */
public interface AnswerListener {

  /**
   * The question was taken; what it means and what there is on it is looked for. Called before anything that takes time.
   *
   * @param reader who will read what is found, as answers name it
   */
  default void searching(Reader.Name reader) {}

  /** What the question was understood as. */
  default void understood(Query query) {}

  /**
   * What was found is being read.
   *
   * @param reader who reads, as answers name it
   */
  default void reading(List<Passage> passages, Reader.Name reader) {}

  /** The next verified parts, which belong together, to be shown at once. */
  default void parts(List<Part> parts) {}

  /** All parts so far are taken back; the answer begins anew. */
  default void restarted(String reason) {}

  /** Wants to hear nothing. */
  AnswerListener SILENT = new AnswerListener() {
  };
}

package dev.docent.answer;

import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.util.List;

/**
 * The way of one question, for {@code why}.
 *
 * @param passages what the reader saw, best first, with their standing in each ranking
 * @param reading what the reader considered, a line each
 * @param decision one line: what was decided and by what
 * @param notices what the user should know at once
 * @param dropped what a model wrote that isn't shown
 * @param usage what a model read and wrote
 */
public record Trace(Query query, List<Passage> passages, List<String> reading, String decision, List<String> notices,
    long millis, List<Dropped> dropped, Usage usage) {
  public Trace {
    passages = List.copyOf(passages);
    reading = List.copyOf(reading);
    notices = List.copyOf(notices);
    dropped = List.copyOf(dropped);
  }

  /** Without a model. */
  public Trace(Query query, List<Passage> passages, List<String> reading, String decision, List<String> notices,
      long millis) {
    this(query, passages, reading, decision, notices, millis, List.of(), Usage.NONE);
  }
}

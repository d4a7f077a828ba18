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
 */
public record Trace(Query query, List<Passage> passages, List<String> reading, String decision, List<String> notices,
    long millis) {
  public Trace {
    passages = List.copyOf(passages);
    reading = List.copyOf(reading);
    notices = List.copyOf(notices);
  }
}

package dev.docent.answer;

import dev.docent.conversation.Turn;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import java.util.List;

/**
 * What the reader is shown.
 *
 * @param passages best first
 * @param view the index they come from
 * @param turns the conversation until now, oldest first; a question may only be understood with it
 */
public record Evidence(List<Passage> passages, IndexView view, List<Turn> turns) {
  public Evidence {
    passages = List.copyOf(passages);
    turns = List.copyOf(turns);
  }

  /** The evidence of a question without a conversation. */
  public Evidence(List<Passage> passages, IndexView view) {
    this(passages, view, List.of());
  }

  /** Some of the passages, from one to another, the last left out. */
  public Evidence part(int from, int to) {
    return new Evidence(passages.subList(Math.min(from, passages.size()), Math.min(to, passages.size())), view, turns);
  }

  /** The best passages, at most so many. */
  public Evidence best(int most) {
    return part(0, most);
  }
}

package dev.docent.answer;

import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import java.util.List;

/** The passages shown to the reader, best first, and the view they come from. */
public record Evidence(List<Passage> passages, IndexView view) {
  public Evidence {
    passages = List.copyOf(passages);
  }
}

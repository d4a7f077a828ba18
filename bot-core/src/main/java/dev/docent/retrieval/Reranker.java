package dev.docent.retrieval;

import dev.docent.index.IndexView;
import java.util.List;

/** Reorders passages by a closer look and cuts those below its floor. Safe for use by several threads. */
public interface Reranker {

  /** Some of the passages, best first, ranks from 1 without gaps. */
  List<Passage> rerank(Query query, List<Passage> passages, IndexView view);

  /** Leaves everything as it is. */
  static Reranker identity() {
    return (query, passages, view) -> passages;
  }
}

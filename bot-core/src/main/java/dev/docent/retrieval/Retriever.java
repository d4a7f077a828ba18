package dev.docent.retrieval;

import dev.docent.index.IndexView;
import java.util.List;

/** Ranks the segments of a view for a query. Safe for use by several threads. */
public interface Retriever {

  /**
   * At most {@code limit} passages, best first, ranks from 1 without gaps. Empty means that nothing fits; a failure
   * is an exception.
   */
  List<Passage> retrieve(Query query, IndexView view, int limit);
}

package dev.docent.answer;

import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.util.List;
import java.util.Optional;

/**
 * Gathers evidence for questions that ranking by their words would find nothing for, such as those about whole documents.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface EvidenceSource {

  /** Knows no question but those about a fact. */
  EvidenceSource NONE = (query, view, ranking) -> Optional.empty();

  /**
   * @param ranking ranks passages for another query
   * @return the passages to read, best first; empty for a question that isn't of its kind
   */
  Optional<List<Passage>> gather(Query query, IndexView view, Ranking ranking);

  /** Ranks the passages of the same view for a query. */
  @FunctionalInterface
  interface Ranking {
    List<Passage> of(Query query);
  }
}

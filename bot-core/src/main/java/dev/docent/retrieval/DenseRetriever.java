package dev.docent.retrieval;

import dev.docent.index.IndexView;
import dev.docent.index.ScoredSegment;
import java.util.ArrayList;
import java.util.List;

/** Ranks by the nearness of vectors; nothing for a query in a language that the embedding model doesn't know. */
public final class DenseRetriever implements Retriever {
  private final QueryVectors vectors;

  public DenseRetriever(QueryVectors vectors) {
    this.vectors = vectors;
  }

  @Override
  public List<Passage> retrieve(Query query, IndexView view, int limit) {
    var passages = new ArrayList<Passage>();
    float[] vector = vectors.of(query);
    if (vector.length > 0) {
      for (ScoredSegment near : view.nearest(vector, limit)) {
        int rank = passages.size() + 1;
        passages
            .add(new Passage(near.segment(), rank, near.score(), RetrieverRank.NONE,
                new RetrieverRank(rank, near.score())));
      }
    }
    return passages;
  }
}

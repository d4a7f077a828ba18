package dev.docent.retrieval;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import dev.docent.index.IndexView;
import java.util.List;

/** Fuses the lexical and the dense ranking by rank, each counting what it is worth for the query's language. */
public final class HybridRetriever implements Retriever {

  /** How deep each ranking goes, beside what is asked for: fusion needs the tails. */
  private static final int DEPTH = 30;
  private static final int DEEPER = 8;
  private static final int DEEPEST = 2_000;

  private final Retriever words;
  private final Retriever vectors;
  private final Embedder embedder;

  public HybridRetriever(Retriever words, Retriever vectors, Embedder embedder) {
    this.words = words;
    this.vectors = vectors;
    this.embedder = embedder;
  }

  @Override
  public List<Passage> retrieve(Query query, IndexView view, int limit) {
    int depth = Math.max(DEPTH, limit);
    Language language = QueryLanguages.guess(query.text());
    RankingWeights weights = RankingWeights.of(language, embedder.understands(language));
    List<Passage> lexical = distinct(words, query, view, depth);
    List<Passage> dense = weights.vectors() > 0 ? distinct(vectors, query, view, depth) : List.of();
    return new ReciprocalRankFusion(weights.asList()).fuse(List.of(lexical, dense), limit);
  }

  /** Passages without copies; where there are many copies, what lies below them is brought up. */
  private static List<Passage> distinct(Retriever retriever, Query query, IndexView view, int depth) {
    for (int asked = depth;; asked *= DEEPER) {
      List<Passage> all = retriever.retrieve(query, view, asked);
      List<Passage> distinct = Deduplication.distinct(all);
      if (distinct.size() >= depth || all.size() < asked || asked > DEEPEST) {
        return distinct.subList(0, Math.min(depth, distinct.size()));
      }
    }
  }
}

package dev.docent.retrieval;

import dev.docent.index.Embedder;
import dev.docent.index.EmbeddingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vectors of queries, each made once although retrieval, reranking and reading all want it. Safe for threads. */
public final class QueryVectors {
  private static final int KEPT = 64;
  private static final float[] NONE = {};

  private final Embedder embedder;
  private final Map<String, float[]> made = new LinkedHashMap<>();

  public QueryVectors(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * The query's vector; of length 0 for a language that the model doesn't know, and when the model can't be had: words
   * alone still answer.
   */
  public float[] of(Query query) {
    String text = query.carried().isEmpty() ? query.text() : query.text() + " " + String.join(" ", query.carried());
    if (!embedder.understands(QueryLanguages.guess(text))) {
      return NONE;
    }
    synchronized (made) {
      float[] known = made.get(text);
      if (known != null) {
        return known;
      }
    }
    float[] vector;
    try {
      vector = embedder.embed(List.of(text)).getFirst();
    } catch (EmbeddingException e) {
      return NONE;
    }
    synchronized (made) {
      made.put(text, vector);
      if (made.size() > KEPT) {
        made.remove(made.keySet().iterator().next());
      }
    }
    return vector;
  }
}

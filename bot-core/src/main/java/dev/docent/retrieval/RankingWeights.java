package dev.docent.retrieval;

import dev.docent.corpus.Language;
import java.util.List;

/**
 * What each ranking is worth in a language: the one place where that is decided. The embedding model knows English only.
 * On Russian questions its ranking drags recall@1 from 90 % (words alone) to 55 % (equal fusion), so it counts nothing
 * there. On English it finds what is worded otherwise and loses what is worded alike; docs/quality.md has the figures.
 *
 * @param words the weight of the lexical ranking
 * @param vectors the weight of the dense ranking
 */
public record RankingWeights(double words, double vectors) {
  private static final RankingWeights KNOWN = new RankingWeights(1, 0.5);
  private static final RankingWeights UNKNOWN = new RankingWeights(1, 0);

  /** The weights for a query of the language, given whether the embedding model knows it. */
  public static RankingWeights of(Language language, boolean understood) {
    return understood && language != Language.OTHER ? KNOWN : UNKNOWN;
  }

  List<Double> asList() {
    return List.of(words, vectors);
  }
}

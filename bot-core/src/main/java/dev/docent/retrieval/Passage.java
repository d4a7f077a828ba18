package dev.docent.retrieval;

import dev.docent.corpus.Segment;

/**
 * A segment retrieved for a query.
 *
 * @param rank from 1
 * @param score comparable within one retrieval only
 * @param words its standing by terms, scored by BM25
 * @param vectors its standing by vectors, scored by cosine
 */
public record Passage(Segment segment, int rank, double score, RetrieverRank words, RetrieverRank vectors) {
  public Passage {
    if (rank < 1) {
      throw new IllegalArgumentException("rank " + rank);
    }
  }

  public Passage withRank(int newRank, double newScore) {
    return new Passage(segment, newRank, newScore, words, vectors);
  }
}

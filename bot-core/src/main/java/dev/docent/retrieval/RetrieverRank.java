package dev.docent.retrieval;

/**
 * A segment's place in one ranking.
 *
 * @param rank from 1; 0 when the ranking doesn't hold the segment
 */
public record RetrieverRank(int rank, double score) {
  /** Not in that ranking. */
  public static final RetrieverRank NONE = new RetrieverRank(0, 0);

  public boolean ranked() {
    return rank > 0;
  }
}

package dev.docent.index;

import dev.docent.corpus.Segment;

/** A segment and its score in one ranking: BM25's sum or a cosine. */
public record ScoredSegment(Segment segment, double score) {}

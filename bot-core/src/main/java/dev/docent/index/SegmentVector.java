package dev.docent.index;

import dev.docent.corpus.Segment;

/** A segment and the vector of its text. */
public record SegmentVector(Segment segment, float[] vector) {}

package archfixture.core.index;

/** Not for clients. */
public interface SegmentIndex {}

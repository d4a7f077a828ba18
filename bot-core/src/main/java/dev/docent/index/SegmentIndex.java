package dev.docent.index;

import java.util.List;

/**
 * The index of segments. Readers never wait: {@link #acquire} always gives the newest committed state, also of
 * another process. One {@link IndexChange} at a time, over all processes.
 */
public interface SegmentIndex extends AutoCloseable {

  /** A view of the newest committed state. The caller closes it. */
  IndexView acquire();

  /**
   * Begins a change; nothing of it is seen before its commit.
   *
   * @throws IndexBusyException when another process, or another thread of this one, is changing the index
   */
  IndexChange change();

  /** Adds vectors to segments that are there; segments that have gone since are passed over. One commit. */
  void addVectors(List<SegmentVector> vectors);

  @Override
  void close();
}

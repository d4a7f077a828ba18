package dev.docent.index;

import java.util.List;

/**
 * The index of segments. Readers never wait: {@link #acquire} always gives the newest committed state, also of
 * another process. One {@link IndexChange} at a time, over all processes.
 */
public interface SegmentIndex extends AutoCloseable {

  /** A view of the newest committed state that can be read. The caller closes it. */
  IndexView acquire();

  /**
   * A view of the newest committed state and of no other. The caller closes it.
   *
   * @throws IndexDamagedException when that state can't be read
   */
  IndexView newest();

  /**
   * Begins a change; nothing of it is seen before its commit.
   *
   * @throws IndexBusyException when another process, or another thread of this one, is changing the index
   */
  IndexChange change();

  /** Adds vectors to segments that are there; segments that have gone since are passed over. One commit. */
  void addVectors(List<SegmentVector> vectors);

  /**
   * Gives up what the index holds, damaged or not, for an empty one; views that are held stay as they are. The new
   * index {@linkplain IndexView#lost remembers} until its first commit what was lost.
   *
   * @param damage what was found, for a bracket in a sentence
   * @throws IndexBusyException when somebody is changing the index
   */
  void startAnew(String damage);

  @Override
  void close();
}

package dev.docent.gaps;

import java.util.List;

/** Keeps the latest gaps. Safe for use by several threads and processes. */
public interface GapStore {

  /**
   * Keeps a gap; the oldest go when there are too many.
   *
   * @throws java.io.UncheckedIOException when it can't be kept
   */
  void keep(Gap gap);

  /**
   * Those that are kept, oldest first.
   *
   * @throws java.io.UncheckedIOException when they can't be read; never an empty list instead
   */
  List<Gap> all();

  /**
   * Forgets what somebody asked, whichever folder it was about; returns how much that was. Nobody in particular has
   * nothing to forget.
   *
   * @throws java.io.UncheckedIOException when it can't be removed
   */
  int forget(String asker);

  /**
   * Forgets them all.
   *
   * @throws java.io.UncheckedIOException when they can't be removed
   */
  void clear();
}

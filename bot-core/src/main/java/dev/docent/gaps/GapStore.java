package dev.docent.gaps;

import java.util.List;

/** Keeps the latest gaps. Safe for use by several threads and processes. */
public interface GapStore {

  /** Keeps none. */
  GapStore NONE = new GapStore() {
    @Override
    public void keep(Gap gap) {}

    @Override
    public List<Gap> all() {
      return List.of();
    }

    @Override
    public void clear() {}
  };

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
   * Forgets them all.
   *
   * @throws java.io.UncheckedIOException when they can't be removed
   */
  void clear();
}

package dev.docent.gaps;

import java.time.Instant;
import java.util.List;

/**
 * Gaps that one document would likely fill.
 *
 * @param about the words they share, most telling first; those of the question where there is but one
 * @param gaps oldest first, never empty
 */
public record GapGroup(List<String> about, List<Gap> gaps) {
  public GapGroup {
    about = List.copyOf(about);
    gaps = List.copyOf(gaps);
    if (gaps.isEmpty()) {
      throw new IllegalArgumentException("a group without gaps");
    }
  }

  /** When it was last asked. */
  public Instant latest() {
    return gaps.getLast().asked();
  }
}

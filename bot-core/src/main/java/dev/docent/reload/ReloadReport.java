package dev.docent.reload;

import java.util.List;

/**
 * The receipt of a reload; ids in order.
 *
 * @param segments how many the index holds now
 * @param notices what the user should know beside it, such as an index that was made anew
 */
public record ReloadReport(List<String> added, List<String> changed, List<String> removed, int unchanged,
    List<Refusal> failed, List<Refusal> skipped, int segments, int vectorsMissing, List<String> notices, long millis) {

  /** A document that couldn't be read or is none, and why. */
  public record Refusal(String document, String reason) {}

  public ReloadReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    failed = List.copyOf(failed);
    skipped = List.copyOf(skipped);
    notices = List.copyOf(notices);
  }

  /** Whether the index holds other documents than before. */
  public boolean changedAnything() {
    return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
  }
}

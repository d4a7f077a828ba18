package dev.docent.reload;

import java.util.List;

/**
 * The receipt of a reload; ids in order.
 *
 * @param remarks on documents that were read now, and not quite as they stand there
 * @param segments how many the index holds now
 * @param notices what the user should know beside it, such as an index that was made anew
 */
public record ReloadReport(List<String> added, List<String> changed, List<String> removed, int unchanged,
    List<Refusal> failed, List<Refusal> skipped, List<Remark> remarks, int segments, int vectorsMissing,
    List<String> notices, long millis) {

  /** A document that couldn't be read or is none, and why. */
  public record Refusal(String document, String reason) {}

  /** What is to be known of how a document was read, such as parts of it that weren't. */
  public record Remark(String document, String remark) {}

  public ReloadReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    failed = List.copyOf(failed);
    skipped = List.copyOf(skipped);
    remarks = List.copyOf(remarks);
    notices = List.copyOf(notices);
  }

  /** A reload that leaves nothing to remark. */
  public ReloadReport(List<String> added, List<String> changed, List<String> removed, int unchanged,
      List<Refusal> failed, List<Refusal> skipped, int segments, int vectorsMissing, List<String> notices,
      long millis) {
    this(added, changed, removed, unchanged, failed, skipped, List.of(), segments, vectorsMissing, notices, millis);
  }

  /** Whether the index holds other documents than before. */
  public boolean changedAnything() {
    return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
  }
}

package dev.docent.evaluation;

import dev.docent.evaluation.Judged.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the questions of an earlier run.
 *
 * @param changed those whose verdict is another now, in the order of this run
 * @param added ids that only this run asked
 * @param gone ids that only the earlier run asked
 */
public record Comparison(List<Change> changed, List<String> added, List<String> gone) {
  public Comparison {
    changed = List.copyOf(changed);
    added = List.copyOf(added);
    gone = List.copyOf(gone);
  }

  /** One question's verdict then and now. */
  public record Change(String id, String question, Verdict before, Verdict now) {
    /** Whether it was wrong and is right. */
    public boolean better() {
      return before.missed() && !now.missed();
    }

    /** Whether it was right and is wrong. */
    public boolean worse() {
      return !before.missed() && now.missed();
    }
  }

  /** @param earlier the verdicts of the earlier run by question id */
  public static Comparison of(Map<String, Verdict> earlier, List<Judged> judged) {
    var changed = new ArrayList<Change>();
    var added = new ArrayList<String>();
    Set<String> gone = new HashSet<>(earlier.keySet());
    for (Judged now : judged) {
      String id = now.question().id();
      Verdict before = earlier.get(id);
      gone.remove(id);
      if (before == null) {
        added.add(id);
      } else if (before != now.verdict()) {
        changed.add(new Change(id, now.question().question(), before, now.verdict()));
      }
    }
    return new Comparison(changed, added, gone.stream().sorted().toList());
  }
}

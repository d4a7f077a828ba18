package dev.docent.evaluation;

import dev.docent.evaluation.Judged.Verdict;
import java.util.List;

/**
 * The figures of a run.
 *
 * @param answered questions with a grounded answer: correct + wrong
 * @param wrong grounded answers without an expected wording, or to what the documents don't answer
 * @param citations how many citations there were
 * @param verbatimCitations how many of them are literally in their document
 * @param rightDocument grounded answers with a citation from an expected document
 */
public record EvalFigures(int questions, int answered, int correct, int wrong, int abstainedRightly,
    int abstainedWrongly, int citations, int verbatimCitations, int rightDocument, long p50Millis, long p95Millis) {

  static EvalFigures of(List<Judged> judged) {
    int correct = count(judged, Verdict.CORRECT);
    int wrong = count(judged, Verdict.WRONG);
    long[] millis = judged.stream().mapToLong(Judged::millis).sorted().toArray();
    return new EvalFigures(judged.size(), correct + wrong, correct, wrong, count(judged, Verdict.ABSTAINED_RIGHTLY),
        count(judged, Verdict.ABSTAINED_WRONGLY), judged.stream().mapToInt(Judged::citations).sum(),
        judged.stream().mapToInt(Judged::verbatim).sum(), (int) judged.stream().filter(Judged::rightDocument).count(),
        percentile(millis, 50), percentile(millis, 95));
  }

  private static int count(List<Judged> judged, Verdict verdict) {
    return (int) judged.stream().filter(j -> j.verdict() == verdict).count();
  }

  // Nearest rank: the smallest value that is at least as large as that share of all.
  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(percent * sorted.length + 99) / 100 - 1];
  }
}

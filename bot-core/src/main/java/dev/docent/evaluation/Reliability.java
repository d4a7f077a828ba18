package dev.docent.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether the confidence means what it says: what was said and what came true, in five bins. */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 5;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * The questions whose confidence is within {@code [from, to)}; the last bin holds 1 as well.
   *
   * @param said the mean confidence; 0 without questions
   * @param right the share of them that was answered, and rightly; 0 without questions
   */
  public record Bin(double from, double to, int questions, double said, double right) {}

  static Reliability of(List<Judged> judged) {
    var bins = new ArrayList<Bin>();
    for (int bin = 0; bin < BINS; bin++) {
      int number = bin;
      List<Judged> within = judged.stream()
          .filter(j -> Math.min(BINS - 1, (int) (j.answer().confidence() * BINS)) == number)
          .toList();
      double said = within.stream().mapToDouble(j -> j.answer().confidence()).average().orElse(0);
      double right = within.stream()
          .mapToDouble(j -> j.verdict() == Judged.Verdict.CORRECT ? 1 : 0)
          .average()
          .orElse(0);
      bins.add(new Bin((double) bin / BINS, (bin + 1.0) / BINS, within.size(), said, right));
    }
    return new Reliability(bins);
  }
}

package dev.docent.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many answers are right when only the most confident ones are given: the questions in the order of their confidence,
 * highest first, cut at each tenth.
 */
public record RiskCoverage(List<Row> rows) {
  private static final int STEPS = 10;

  public RiskCoverage {
    rows = List.copyOf(rows);
  }

  /**
   * One cut.
   *
   * @param percent how much of all questions is covered
   * @param questions how many that are
   * @param right how many of them got what was expected, a rightful abstention included
   * @param floor the least confidence among them
   */
  public record Row(int percent, int questions, int right, double floor) {}

  static RiskCoverage of(List<Judged> judged) {
    List<Judged> sorted = judged.stream()
        .sorted(Comparator.comparingDouble((Judged j) -> j.answer().confidence()).reversed())
        .toList();
    var rows = new ArrayList<Row>();
    for (int step = 1; step <= STEPS && !sorted.isEmpty(); step++) {
      List<Judged> covered = sorted.subList(0, Math.max(1, Math.round(sorted.size() * step / (float) STEPS)));
      rows.add(new Row(100 * step / STEPS, covered.size(), (int) covered.stream().filter(j -> !j.missed()).count(),
          covered.getLast().answer().confidence()));
    }
    return new RiskCoverage(rows);
  }
}

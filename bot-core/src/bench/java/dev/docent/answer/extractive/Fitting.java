package dev.docent.answer.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A linear model fitted by gradient ascent on standardised features, with a little pull of the weights towards 0. */
record Fitting(double bias, double[] weights) {
  private static final int STEPS = 1500;
  private static final double PULL = 0.003;
  private static final double RATE = 0.5;

  double score(double[] values) {
    double sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  double probability(double[] values) {
    return 1 / (1 + Math.exp(-score(values)));
  }

  /** So that among a question's sentences the softmax of the scores is largest on those that are right. */
  static Fitting ranking(List<AskedQuestion> questions, Predicate<String> used) {
    List<AskedQuestion> useful = questions.stream()
        .filter(
            q -> q.rows().stream().anyMatch(AskedQuestion.Row::right) && q.rows().stream().anyMatch(r -> !r.right()))
        .toList();
    var scale = new Scale(useful.stream().flatMap(q -> q.rows().stream()).map(AskedQuestion.Row::values).toList(),
        SentenceFeatures.NAMES, used);
    List<double[][]> all = useful.stream()
        .map(q -> q.rows().stream().map(r -> scale.standard(r.values())).toArray(double[][]::new))
        .toList();
    double[] weights = new double[scale.size()];
    double[] velocity = new double[scale.size()];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[scale.size()];
      for (int i = 0; i < all.size(); i++) {
        pull(all.get(i), useful.get(i).rows(), weights, gradient);
      }
      climb(weights, velocity, gradient, all.size());
    }
    return scale.unstandardised(0, weights, false);
  }

  private static void pull(double[][] rows, List<AskedQuestion.Row> truth, double[] weights, double[] gradient) {
    double[] e = new double[rows.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < rows.length; r++) {
      e[r] = dot(rows[r], weights);
      most = Math.max(most, e[r]);
    }
    double sum = 0;
    double right = 0;
    for (int r = 0; r < rows.length; r++) {
      e[r] = Math.exp(e[r] - most);
      sum += e[r];
      right += truth.get(r).right() ? e[r] : 0;
    }
    for (int r = 0; r < rows.length; r++) {
      double wanted = (truth.get(r).right() ? e[r] / Math.max(right, 1e-300) : 0) - e[r] / sum;
      for (int f = 0; f < weights.length; f++) {
        gradient[f] += wanted * rows[r][f];
      }
    }
  }

  /** So that the logistic function of the score is the share of right ones; each kind of question counts the same. */
  static Fitting probability(List<Calibration.Verdict> verdicts, Predicate<String> used) {
    var scale = new Scale(verdicts.stream().map(Calibration.Verdict::values).toList(), Confidence.NAMES, used);
    double[][] rows = verdicts.stream().map(v -> withOne(scale.standard(v.values()))).toArray(double[][]::new);
    double[] weights = new double[scale.size() + 1];
    double[] velocity = new double[scale.size() + 1];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      for (int r = 0; r < rows.length; r++) {
        double wanted = (verdicts.get(r).right() ? 1 : 0) - 1 / (1 + Math.exp(-dot(rows[r], weights)));
        for (int f = 0; f < weights.length; f++) {
          gradient[f] += wanted * rows[r][f];
        }
      }
      climb(weights, velocity, gradient, rows.length);
    }
    return scale.unstandardised(weights[scale.size()], Arrays.copyOf(weights, scale.size()), true);
  }

  private static void climb(double[] weights, double[] velocity, double[] gradient, int n) {
    for (int f = 0; f < weights.length; f++) {
      velocity[f] = 0.9 * velocity[f] + 0.1 * (gradient[f] / n - PULL * weights[f]);
      weights[f] += RATE * velocity[f];
    }
  }

  private static double[] withOne(double[] values) {
    double[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = 1;
    return more;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Brings features to mean 0 and deviation 1; what isn't used or never differs becomes 0. */
  private static final class Scale {
    private final double[] mean;
    private final double[] deviation;
    private final boolean[] used;

    Scale(List<double[]> rows, List<String> names, Predicate<String> use) {
      mean = new double[names.size()];
      deviation = new double[names.size()];
      used = new boolean[names.size()];
      var column = new ArrayList<Double>();
      for (int f = 0; f < names.size(); f++) {
        column.clear();
        for (double[] row : rows) {
          column.add(row[f]);
        }
        mean[f] = column.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double average = mean[f];
        deviation[f] = Math.sqrt(column.stream().mapToDouble(x -> (x - average) * (x - average)).average().orElse(0));
        used[f] = use.test(names.get(f)) && deviation[f] > 1e-9;
      }
    }

    int size() {
      return mean.length;
    }

    double[] standard(double[] values) {
      double[] standard = new double[values.length];
      for (int f = 0; f < values.length; f++) {
        standard[f] = used[f] ? (values[f] - mean[f]) / deviation[f] : 0;
      }
      return standard;
    }

    Fitting unstandardised(double bias, double[] weights, boolean withBias) {
      double[] plain = new double[weights.length];
      double moved = bias;
      for (int f = 0; f < weights.length; f++) {
        plain[f] = used[f] ? weights[f] / deviation[f] : 0;
        moved -= used[f] ? weights[f] * mean[f] / deviation[f] : 0;
      }
      return new Fitting(withBias ? moved : 0, plain);
    }
  }
}

package dev.docent.answer.extractive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * A weighted sum of named features, and by the logistic function the probability it stands for. The weights lie in
 * {@code reader-weights.properties} and are made by the calibration that docs/quality.md describes.
 */
record LinearModel(List<String> features, double bias, List<Double> weights) {
  LinearModel {
    features = List.copyOf(features);
    weights = List.copyOf(weights);
    if (features.size() != weights.size()) {
      throw new IllegalArgumentException(features.size() + " features, " + weights.size() + " weights");
    }
  }

  double score(double[] values) {
    if (values.length != weights.size()) {
      throw new IllegalArgumentException(values.length + " values for " + weights.size() + " weights");
    }
    double sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum += weights.get(i) * values[i];
    }
    return sum;
  }

  double probability(double[] values) {
    return 1 / (1 + Math.exp(-score(values)));
  }

  /** The model of a name, with one weight for each feature in the given order. */
  static LinearModel load(String name, List<String> features) {
    Properties properties = properties();
    return new LinearModel(features, number(properties, name + ".bias"),
        features.stream().map(feature -> number(properties, name + "." + feature)).toList());
  }

  /** A single figure that was calibrated with the weights. */
  static double figure(String name) {
    return number(properties(), name);
  }

  private static double number(Properties properties, String key) {
    return Double.parseDouble(Objects.requireNonNull(properties.getProperty(key), key));
  }

  private static Properties properties() {
    var properties = new Properties();
    try (
        InputStream in = Objects.requireNonNull(LinearModel.class.getResourceAsStream("reader-weights.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reader-weights.properties can't be read from the class path", e);
    }
    return properties;
  }
}

package dev.docent.answer.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * Turns what the model says of a passage into the chance that its best span is right. Fitted on passages that retrieval
 * found, see the model's card.
 */
record Calibration(double margin, double answerable, double logProbability, double bias) {
  static Calibration load(InputStream properties) throws IOException {
    var loaded = new Properties();
    loaded.load(properties);
    return new Calibration(number(loaded, "margin"), number(loaded, "answerable"), number(loaded, "logp"),
        number(loaded, "bias"));
  }

  double confidence(double spanMargin, double answerableLogit, double spanLogProbability) {
    double sum = margin * spanMargin + answerable * answerableLogit + logProbability * spanLogProbability + bias;
    return 1 / (1 + Math.exp(-sum));
  }

  private static double number(Properties properties, String key) throws IOException {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IOException("confidence.properties lacks " + key);
    }
    return Double.parseDouble(value);
  }
}

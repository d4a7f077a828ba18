package dev.docent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set.
 *
 * @param knowledge the folder with the documents
 * @param data the folder below which indexes lie
 * @param model who writes answers
 * @param modelBaseUrl where an OpenAI-compatible or Ollama server listens; null for the provider's own address
 * @param modelTimeout how long a model may take for an answer
 * @param watch whether to follow the folder
 * @param gaps whether to keep what was asked and not answered
 * @param verify what checks a model's words
 * @param modelPassages how many passages a model reads for an answer
 * @param index which index holds the documents
 */
public record DocentSettings(Path knowledge, Path data, ModelName model, @Nullable URI modelBaseUrl,
    Duration modelTimeout, boolean watch, boolean gaps, Verify verify, int modelPassages,
    IndexChoice index) {
  /** So many passages a model reads with care. */
  public static final int MODEL_PASSAGES = 12;
  private static final int MOST_PASSAGES = 50;

  /** What checks a model's words. */
  public enum Verify {
    /** Rules: quotes, numbers, names and identifiers stand in what the model was shown. */
    FACTS,
    /** Beside them the model itself, which looks at its answer a second time. */
    MODEL
  }

  public DocentSettings {
    if (modelPassages < 1 || modelPassages > MOST_PASSAGES) {
      throw new IllegalArgumentException(
          "docent.model-passages must be from 1 to " + MOST_PASSAGES + ", not " + modelPassages);
    }
    if (modelTimeout.isNegative() || modelTimeout.isZero()) {
      throw new IllegalArgumentException("docent.model-timeout must be positive, not " + modelTimeout);
    }
    knowledge = knowledge.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  /** A model's words are checked for facts only. */
  public DocentSettings(Path knowledge, Path data, ModelName model, @Nullable URI modelBaseUrl,
      Duration modelTimeout, boolean watch, boolean gaps) {
    this(knowledge, data, model, modelBaseUrl, modelTimeout, watch, gaps, Verify.FACTS, MODEL_PASSAGES,
        IndexChoice.EMBEDDED);
  }

  /** The defaults for a folder: offline, nothing leaves the machine. */
  public static DocentSettings of(Path knowledge, Path data) {
    return new DocentSettings(knowledge, data, ModelName.OFFLINE, null, Duration.ofSeconds(60), false, true);
  }

  public DocentSettings withIndex(IndexChoice other) {
    return new DocentSettings(knowledge, data, model, modelBaseUrl, modelTimeout, watch, gaps, verify, modelPassages,
        other);
  }

  public DocentSettings withModel(ModelName other, @Nullable URI baseUrl) {
    return new DocentSettings(knowledge, data, other, baseUrl, modelTimeout, watch, gaps, verify, modelPassages,
        index);
  }
}

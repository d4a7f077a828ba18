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
 */
public record DocentSettings(Path knowledge, Path data, ModelName model, @Nullable URI modelBaseUrl,
    Duration modelTimeout, boolean watch, boolean gaps) {
  public DocentSettings {
    if (modelTimeout.isNegative() || modelTimeout.isZero()) {
      throw new IllegalArgumentException("docent.model-timeout must be positive, not " + modelTimeout);
    }
    knowledge = knowledge.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  /** The defaults for a folder: offline, nothing leaves the machine. */
  public static DocentSettings of(Path knowledge, Path data) {
    return new DocentSettings(knowledge, data, ModelName.OFFLINE, null, Duration.ofSeconds(60), false, true);
  }

  public DocentSettings withModel(ModelName other, @Nullable URI baseUrl) {
    return new DocentSettings(knowledge, data, other, baseUrl, modelTimeout, watch, gaps);
  }
}

package dev.docent.langchain4j;

import dev.docent.ModelName.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds a provider's key: in its usual variable, or in the file that the variable with {@code _FILE} names. */
final class ApiKeys {
  private final Function<String, @Nullable String> environment;

  ApiKeys(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /** The variables a provider's key may stand in, the usual one first; none for a provider without keys. */
  static List<String> variables(Provider provider) {
    return switch (provider) {
      case OPENAI -> List.of("OPENAI_API_KEY");
      case ANTHROPIC -> List.of("ANTHROPIC_API_KEY");
      case GEMINI -> List.of("GEMINI_API_KEY", "GOOGLE_API_KEY");
      case OLLAMA, OFFLINE, APPLICATION -> List.of();
    };
  }

  /**
   * The key.
   *
   * @throws IOException when the file that should hold it can't be read; the message names variable and file
   */
  Optional<String> find(Provider provider) throws IOException {
    for (String variable : variables(provider)) {
      String key = environment.apply(variable);
      if (key != null && !key.isBlank()) {
        return Optional.of(key.strip());
      }
      String file = environment.apply(variable + "_FILE");
      if (file != null && !file.isBlank()) {
        return Optional.of(read(variable, file.strip()));
      }
    }
    return Optional.empty();
  }

  private static String read(String variable, String file) throws IOException {
    String problem = variable + "_FILE names " + file + ", which ";
    List<String> lines;
    try {
      lines = Files.readString(Path.of(file)).strip().lines().toList();
    } catch (InvalidPathException | IOException e) {
      throw new IOException(problem + "can't be read", e);
    }
    if (lines.size() != 1) {
      throw new IOException(problem + "doesn't hold a key on one line");
    }
    return lines.getFirst();
  }
}

package dev.docent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who writes answers: nobody but Docent itself, or a model of a provider.
 *
 * @param model the provider's name for the model; empty for {@link Provider#OFFLINE}
 */
public record ModelName(Provider provider, String model) {

  /** Where models come from. */
  public enum Provider {
    OFFLINE, OPENAI, OLLAMA, ANTHROPIC, GEMINI,
    /** A model that an application which Docent is part of made itself; nobody names it on a command line. */
    APPLICATION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final ModelName OFFLINE = new ModelName(Provider.OFFLINE, "");

  public ModelName {
    if ((provider == Provider.OFFLINE) != model.isBlank()) {
      throw new IllegalArgumentException("provider " + provider.code() + " with model '" + model + "'");
    }
  }

  /**
   * Reads {@code offline} or {@code PROVIDER:MODEL}.
   *
   * @throws IllegalArgumentException for anything else; the message says what is possible
   */
  public static ModelName parse(String text) {
    String name = text.strip();
    if (name.equalsIgnoreCase("offline")) {
      return OFFLINE;
    }
    int colon = name.indexOf(':');
    if (colon > 0 && colon < name.length() - 1) {
      String code = name.substring(0, colon).toLowerCase(Locale.ROOT);
      for (Provider provider : Provider.values()) {
        if (provider != Provider.OFFLINE && provider != Provider.APPLICATION && provider.code().equals(code)) {
          return new ModelName(provider, name.substring(colon + 1).strip());
        }
      }
    }
    throw new IllegalArgumentException(
        "the model '" + text + "' is unknown. Use " + String.join(", ", forms()) + ".");
  }

  /** The forms a model's name can have, for messages and completion. */
  public static List<String> forms() {
    return Arrays.stream(Provider.values())
        .filter(p -> p != Provider.APPLICATION)
        .map(p -> p == Provider.OFFLINE ? "offline" : p.code() + ":MODEL")
        .collect(Collectors.toList());
  }

  public boolean remote() {
    return provider != Provider.OFFLINE;
  }

  @Override
  public String toString() {
    return remote() ? provider.code() + ":" + model : "offline";
  }
}

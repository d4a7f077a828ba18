package dev.docent.telegram;

import dev.docent.ModelName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the words of the command line ask for. */
sealed interface Arguments {

  /** The bot; {@code settings} are what the options set, by setting. */
  record Run(Map<String, String> settings) implements Arguments {}

  /** A conversation with the bot in the terminal, without Telegram. */
  record Rehearse(Map<String, String> settings) implements Arguments {}

  /** Words to be shown, with nothing started. */
  record Show(String text) implements Arguments {}

  /** It can't be understood; the message says why and what can. */
  record Misuse(String message) implements Arguments {}

  /** @param words of the process; the first {@code telegram} among them is the command that led here */
  static Arguments parse(String... words) {
    var settings = new LinkedHashMap<String, String>();
    boolean rehearse = false;
    boolean named = false;
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(words));
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      @Nullable
      String value = equals < 0 ? null : word.substring(equals + 1);
      switch (name) {
        case "--help", "-h" -> {
          return new Show(help());
        }
        case "--version" -> {
          String version = Arguments.class.getPackage().getImplementationVersion();
          return new Show("docent " + (version == null ? "(not packaged)" : version) + "\n");
        }
        case "--rehearse" -> rehearse = true;
        case "--knowledge", "--model" -> {
          String given = value != null ? value : rest.pollFirst();
          if (given == null || given.isEmpty()) {
            return new Misuse(name + " needs a value. Try: docent telegram --help");
          }
          settings.put("docent." + name.substring(2), given);
        }
        default -> {
          if (!name.equals("telegram") || named) {
            return new Misuse((name.startsWith("-") ? "no such option: " : "'telegram' takes no words: ") + word
                + ". Try: docent telegram --help");
          }
          named = true;
        }
      }
    }
    return checked(settings, rehearse);
  }

  private static Arguments checked(Map<String, String> settings, boolean rehearse) {
    String model = settings.get("docent.model");
    if (model != null) {
      try {
        ModelName.parse(model);
      } catch (IllegalArgumentException e) {
        return new Misuse("--model: " + e.getMessage());
      }
    }
    return rehearse ? new Rehearse(settings) : new Run(settings);
  }

  private static String help() {
    try (InputStream in = Objects.requireNonNull(Arguments.class.getResourceAsStream("help.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

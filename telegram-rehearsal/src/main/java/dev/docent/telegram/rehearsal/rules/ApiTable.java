package dev.docent.telegram.rehearsal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The methods and objects of {@code bot-api.txt} with their parameters. Requests name a method in any case: the library
 * writes it small.
 */
public final class ApiTable {
  private final Map<String, Map<String, Parameter>> entries = new LinkedHashMap<>();
  private final Map<String, String> methods = new LinkedHashMap<>();

  private ApiTable(String text) {
    Map<String, Parameter> entry = Map.of();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        Parameter parameter = Parameter.parse(line);
        entry.put(parameter.name(), parameter);
      } else {
        entry = new LinkedHashMap<>();
        entries.put(line.strip(), entry);
        if (Character.isLowerCase(line.charAt(0))) {
          methods.put(line.strip().toLowerCase(Locale.ROOT), line.strip());
        }
      }
    }
  }

  public static ApiTable load() {
    try (InputStream in = Objects.requireNonNull(ApiTable.class.getResourceAsStream("bot-api.txt"))) {
      return new ApiTable(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The method as Telegram spells it. */
  public Optional<String> method(String anyCase) {
    return Optional.ofNullable(methods.get(anyCase.toLowerCase(Locale.ROOT)));
  }

  /** All methods and objects, each with its parameters. */
  Map<String, Map<String, Parameter>> entries() {
    return Map.copyOf(entries);
  }

  /** The parameters of a method, or of an object of the table. */
  Map<String, Parameter> parameters(String entry) {
    return Objects.requireNonNull(entries.get(entry), () -> "the table has no " + entry);
  }
}

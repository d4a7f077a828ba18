package dev.docent.postgresql;

import dev.docent.boot.InvalidSettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the database is reached.
 *
 * @param url as JDBC has it, {@code jdbc:postgresql://host:5432/name}
 * @param user empty for the one of the address, or of the system
 * @param password empty for none
 * @param schema where the tables are
 * @param connections how many are open at most
 * @param lease how long a replica that doesn't show itself still counts as alive
 */
record PostgresqlSettings(String url, String user, String password, String schema, int connections, Duration lease) {
  private static final String PREFIX = "docent.postgresql.";

  /** @throws InvalidSettingException for the first that can't be used */
  static PostgresqlSettings of(Function<String, Optional<String>> settings) {
    String url = settings.apply(PREFIX + "url")
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new InvalidSettingException(PREFIX + "url",
            "docent.store=postgresql needs the database's address, such as jdbc:postgresql://db.example.org/docent"));
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new InvalidSettingException(PREFIX + "url",
          "is no address such as jdbc:postgresql://db.example.org/docent");
    }
    String schema = settings.apply(PREFIX + "schema").orElse("docent").strip();
    if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new InvalidSettingException(PREFIX + "schema", "'" + schema + "' is no name of a schema in small letters");
    }
    return new PostgresqlSettings(url, settings.apply(PREFIX + "user").orElse("").strip(), password(settings), schema,
        number(settings, "connections", 8, 2, 200), Duration.ofSeconds(number(settings, "lease", 15, 2, 3_600)));
  }

  private static String password(Function<String, Optional<String>> settings) {
    String given = settings.apply(PREFIX + "password").orElse("");
    String file = settings.apply(PREFIX + "password-file").orElse("").strip();
    if (!given.isEmpty() || file.isEmpty()) {
      return given;
    }
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new InvalidSettingException(PREFIX + "password-file", file + " can't be read");
    }
  }

  private static int number(Function<String, Optional<String>> settings, String name, int otherwise, int least,
      int most) {
    String text = settings.apply(PREFIX + name).orElse("").strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new InvalidSettingException(PREFIX + name, "'" + text + "' is no number from " + least + " to " + most);
    }
    return number;
  }

  /** Without what is nobody else's business. */
  @Override
  public String toString() {
    return shown(url);
  }

  /** An address without its parameters, which may hold a password, and without a user in it. */
  private static String shown(String url) {
    return url.replaceFirst("\\?.*$", "").replaceFirst("//[^/@]*@", "//");
  }
}

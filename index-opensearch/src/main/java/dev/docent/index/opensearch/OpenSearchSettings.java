package dev.docent.index.opensearch;

import dev.docent.index.IndexException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached and what lies on it.
 *
 * @param url of one node, or of what distributes over several; without user and password
 * @param user null for a server that asks for none
 * @param password of the user, or of the certificate's file
 * @param certificate a PKCS#12 file with the client's certificate and key
 * @param authority a PEM file with the certificate of who signed the server's; null for those that Java knows
 * @param index what the names of its indices begin with: one name for each knowledge folder
 * @param shards of a new index
 * @param timeout of a request
 * @param lease for how long a change is somebody's without a sign of life; another takes over afterwards
 * @param view for how long a view of an old state can be read; what has died is cleared away after twice as long
 */
record OpenSearchSettings(URI url, @Nullable String user, @Nullable String password, @Nullable Path certificate,
    @Nullable Path authority, String index, int shards, Duration timeout, Duration lease, Duration view) {

  OpenSearchSettings {
    if (!index.matches("[a-z0-9][a-z0-9_.]{0,99}")) {
      throw new IndexException("docent.opensearch.index: '" + index
          + "' can't name an index. Use lower-case letters, digits, dots and underscores.");
    }
    if (shards < 1 || shards > 1_000) {
      throw new IndexException("docent.opensearch.shards must be from 1 to 1000, not " + shards + ".");
    }
  }

  static OpenSearchSettings of(Map<String, String> given) {
    String url = given.get("url");
    if (url == null || !url.matches("https?://[^\\s/@]+(:\\d+)?(/\\S*)?")) {
      throw new IndexException("docent.opensearch.url "
          + (url == null ? "is not set" : "is no address, or has a user in it")
          + ". Set it to the server's, such as https://localhost:9200, and user and password by settings of their own.");
    }
    return new OpenSearchSettings(URI.create(url), given.get("user"), password(given), path(given, "certificate"),
        path(given, "authority"), given.getOrDefault("index", "docent"), number(given, "shards", 1),
        Duration.ofSeconds(number(given, "timeout", 30)), Duration.ofSeconds(number(given, "lease", 30)),
        Duration.ofSeconds(number(given, "view", 300)));
  }

  private static @Nullable String password(Map<String, String> given) {
    Path file = path(given, "password-file");
    if (file == null) {
      return given.get("password");
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IndexException("docent.opensearch.password-file: " + file + " can't be read (" + e + ").", e);
    }
  }

  private static @Nullable Path path(Map<String, String> given, String name) {
    String value = given.get(name);
    return value == null ? null : Path.of(value);
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String value = given.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[1-9]\\d{0,5}")) {
      throw new IndexException("docent.opensearch." + name + ": '" + value + "' is no number from 1 to 999999.");
    }
    return Integer.parseInt(value);
  }

  /** Without the password, wherever it's printed. */
  @Override
  public String toString() {
    return "OpenSearchSettings[" + url + ", " + index + "]";
  }
}

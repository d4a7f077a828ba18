package dev.docent.boot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How OpenSearch is reached, as it was written; the adapter's module reads it.
 *
 * @param url such as {@code https://localhost:9200}
 * @param user who asks
 * @param password of the user, or of the certificate's file
 * @param passwordFile a file with nothing but the password
 * @param certificate a PKCS#12 file with the client's certificate and key
 * @param authority a PEM file with the certificate of who signed the server's
 * @param index what the names of the indices begin with
 * @param shards of a new index
 * @param timeout of a request, in seconds
 * @param lease for how many seconds a change is somebody's without a sign of life
 * @param view for how many seconds a view of an old state can be read
 */
public record OpenSearchProperties(@Nullable String url, @Nullable String user, @Nullable String password,
    @Nullable String passwordFile, @Nullable String certificate, @Nullable String authority, @Nullable String index,
    @Nullable String shards, @Nullable String timeout, @Nullable String lease, @Nullable String view) {

  /** What is set, by its name. */
  public Map<String, String> given() {
    var given = new LinkedHashMap<String, String>();
    add(given, "url", url);
    add(given, "user", user);
    add(given, "password", password);
    add(given, "password-file", passwordFile);
    add(given, "certificate", certificate);
    add(given, "authority", authority);
    add(given, "index", index);
    add(given, "shards", shards);
    add(given, "timeout", timeout);
    add(given, "lease", lease);
    add(given, "view", view);
    return given;
  }

  private static void add(Map<String, String> given, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      given.put(name, value.strip());
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "OpenSearchProperties[" + url + "]";
  }
}

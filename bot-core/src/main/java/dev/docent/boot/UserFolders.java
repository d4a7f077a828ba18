package dev.docent.boot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Docent keeps what belongs to a user, after the XDG Base Directory Specification.
 *
 * @param config holds {@code docent.yaml}
 * @param data holds the indexes
 * @param state holds the shell's history
 */
public record UserFolders(Path home, Path config, Path data, Path state) {

  /** The folders of the user this process runs as. */
  public static UserFolders current() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  static UserFolders of(Map<String, String> environment, Path home) {
    return new UserFolders(home, folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")),
        folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")),
        folder(environment.get("XDG_STATE_HOME"), home.resolve(".local/state")));
  }

  /** The file with the user's settings; it need not be there. */
  public Path settingsFile() {
    return config.resolve("docent.yaml");
  }

  /** A path as the user wrote it, {@code ~} being the home folder. */
  Path expand(String path) {
    return path.equals("~") || path.startsWith("~/")
        ? home.resolve(path.substring(Math.min(2, path.length())))
        : Path.of(path);
  }

  private static Path folder(@Nullable String configured, Path otherwise) {
    return (isAbsolute(configured) ? Path.of(configured) : otherwise).resolve("docent");
  }

  // The specification: a relative path is to be ignored.
  @SuppressWarnings("NullAway")
  private static boolean isAbsolute(@Nullable String path) {
    try {
      return path != null && Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

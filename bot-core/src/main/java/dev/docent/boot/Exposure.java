package dev.docent.boot;

import dev.docent.ModelName;
import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * A secret that others may come to know, by a file's mode or on its way.
 *
 * @param found where, and what
 * @param remedy what to do
 */
public record Exposure(String found, String remedy) {
  private static final Pattern SECRET = Pattern
      .compile("(?i)(?:.*[.\\-_])?(?:token|secret|passw(?:or)?d|api[-_.]?key)");
  private static final Pattern SECRET_IN_ADDRESS = Pattern.compile("\\w+://[^/@\\s]*:[^/@\\s]+@.*");
  private static final String TOKEN_FILE = "docent.telegram.token-file";
  private static final String PASSWORD_FILE = "docent.postgresql.password-file";
  private static final String BOT_ADDRESS = "docent.telegram.base-url";

  /** As one line. */
  public String line() {
    return found + "; " + remedy;
  }

  /** What is exposed by the user's settings as they are. */
  public static List<Exposure> of(ConfigurableEnvironment environment) {
    return of(environment, UserFolders.current().settingsFile());
  }

  static List<Exposure> of(ConfigurableEnvironment environment, Path settings) {
    var all = new ArrayList<Exposure>();
    List<String> held = secrets(environment, settings);
    if (!held.isEmpty()) {
      readable(settings, String.join(" and ", held), all);
    }
    String file = environment.getProperty(TOKEN_FILE, "").strip();
    if (!file.isEmpty() && environment.getProperty("docent.telegram.token", "").isBlank()) {
      try {
        readable(Path.of(file), "the bot's token", all);
      } catch (InvalidPathException e) {
        // Whoever reads the token says so.
      }
    }
    String password = environment.getProperty(PASSWORD_FILE, "").strip();
    if (!password.isEmpty() && environment.getProperty("docent.postgresql.password", "").isEmpty()) {
      try {
        readable(Path.of(password), "the database's password", all);
      } catch (InvalidPathException e) {
        // Whoever reads the password says so.
      }
    }
    onTheWay(environment, all);
    return all;
  }

  private static void readable(Path file, String what, List<Exposure> all) {
    if (OwnerOnly.readableByOthers(file)) {
      all.add(new Exposure("other accounts of this machine may read " + what + " in " + file + " (mode " + mode(file)
          + ")", "chmod 600 " + file + ", and get another if it may have been read"));
    }
  }

  private static String mode(Path file) {
    try {
      return Integer.toOctalString((int) Files.getAttribute(file, "unix:mode") & 07777);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "unknown";
    }
  }

  /** The names of the settings in the file that hold secrets. */
  private static List<String> secrets(ConfigurableEnvironment environment, Path file) {
    var names = new ArrayList<String>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source.getName().contains(file.toString()) && source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          String value = String.valueOf(listed.getProperty(name));
          if (!value.isBlank() && (SECRET.matcher(name).matches() || SECRET_IN_ADDRESS.matcher(value).matches())) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }

  private static void onTheWay(ConfigurableEnvironment environment, List<Exposure> all) {
    heard(environment, BOT_ADDRESS, "the bot's token travels", all);
    String model = environment.getProperty("docent.model", "");
    boolean keyed = model.startsWith("openai:") && !environment.getProperty("OPENAI_API_KEY", "").isBlank();
    if (keyed && remote(model)) {
      heard(environment, "docent.model-base-url", "OPENAI_API_KEY, questions and passages travel", all);
    }
  }

  private static boolean remote(String model) {
    try {
      return ModelName.parse(model).remote();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void heard(ConfigurableEnvironment environment, String setting, String what, List<Exposure> all) {
    try {
      String written = environment.getProperty(setting, "").strip();
      URI address = URI.create(written);
      if (written.startsWith("http://") && ThisMachine.heardOnTheWayTo(address)) {
        all.add(new Exposure(what + " unencrypted to " + address.getHost() + " (" + setting + ")",
            "use an https:// address"));
      }
    } catch (IllegalArgumentException e) {
      // Whoever reads the setting says so.
    }
  }
}

package dev.docent;

import java.util.Map;

/**
 * Which index holds the documents.
 *
 * @param name {@code embedded} for the one in a folder of this machine, or what a module on the class path provides
 * @param settings what stands below {@code docent.NAME.}, such as {@code url}
 */
public record IndexChoice(String name, Map<String, String> settings) {
  private static final String IN_A_FOLDER = "embedded";
  /** The one in a folder of this machine. */
  public static final IndexChoice EMBEDDED = new IndexChoice(IN_A_FOLDER, Map.of());

  public IndexChoice {
    settings = Map.copyOf(settings);
  }

  public boolean embedded() {
    return name.equals(IN_A_FOLDER);
  }

  /** The name only: there may be a password among the settings. */
  @Override
  public String toString() {
    return name;
  }
}

package dev.docent.shell.text;

import java.util.Optional;

/** Which Docent this is. */
public final class VersionText {
  private VersionText() {}

  public static String version() {
    return Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion()).orElse("(unpackaged)");
  }

  public static String text() {
    return "Docent " + version() + "\nJava " + java() + "\n" + TextResource.of(VersionText.class, "models.txt");
  }

  public static String java() {
    return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
  }
}

package dev.docent.shell;

import java.util.Optional;

/** Which Docent this is. */
final class About {
  private About() {}

  static String version() {
    return Optional.ofNullable(About.class.getPackage().getImplementationVersion()).orElse("(unpackaged)");
  }

  static String text() {
    return "Docent " + version() + "\nJava " + java() + "\n" + Texts.resource("models.txt");
  }

  static String java() {
    return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
  }
}

package dev.docent.shell.text;

import java.net.URI;

/** How words are marked. Nothing is told by it that the words don't tell. */
public enum Style {
  PLAIN, ANSI;

  /** ANSI only where it can be seen and isn't unwanted. */
  public static Style of(boolean terminal) {
    String noColour = System.getenv().getOrDefault("NO_COLOR", "");
    return terminal && noColour.isEmpty() && !"dumb".equals(System.getenv("TERM")) ? ANSI : PLAIN;
  }

  String bold(String words) {
    return words.isEmpty() ? "" : between("\033[1m", words, "\033[22m");
  }

  String faint(String words) {
    return between("\033[2m", words, "\033[22m");
  }

  /** A hyperlink in terminals that know them (OSC 8). */
  String link(String words, URI target) {
    return between("\033]8;;" + target.toASCIIString() + "\033\\", words, "\033]8;;\033\\");
  }

  private String between(String before, String words, String after) {
    return this == PLAIN ? words : before + words + after;
  }
}

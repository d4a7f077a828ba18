package dev.docent.shell.prompt;

import java.io.IOException;
import org.jline.terminal.Terminal;

/** What is known of the terminal Docent was started at, if it was. */
public final class Console {
  private static final int USUAL_WIDTH = 80;

  private Console() {}

  /** Whether standard input and standard output are both a terminal. */
  public static boolean attached() {
    // From 22 to 24 Java's default console is there even when nobody is.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** In characters. */
  public static int width(Terminal terminal) {
    return terminal.getWidth();
  }

  /** In characters; looked up only where there is a terminal, for it takes a moment. */
  public static int width() {
    if (!attached()) {
      return USUAL_WIDTH + USUAL_WIDTH / 2;
    }
    try (Terminal terminal = LineReading.terminal()) {
      return width(terminal);
    } catch (IOException e) {
      return USUAL_WIDTH;
    }
  }
}

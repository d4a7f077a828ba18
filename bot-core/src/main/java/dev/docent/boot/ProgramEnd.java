package dev.docent.boot;

import dev.docent.DocentFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sun.misc.Signal;

/** The one way out of a client's process. */
public final class ProgramEnd {
  private static final List<String> SIGNALS = List.of("TERM", "HUP", "INT");
  /** What a shell adds to a signal's number. */
  private static final int SIGNALLED = 128;

  private ProgramEnd() {}

  /**
   * Ends the program in order and within two seconds, whatever its models are at. It doesn't return.
   *
   * @param code what the system is to see
   */
  public static void with(int code) {
    alive();
    DocentFactory.end(code);
  }

  /** From now on the signals by which a system ends programs end this one so; it then has the signal's code. */
  public static void heedSignals() {
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), signal -> with(SIGNALLED + signal.getNumber()));
      } catch (IllegalArgumentException e) {
        // This system doesn't have it, or the JVM was told to leave it alone.
      }
    }
  }

  /** Takes away the mark by which the launcher would see that this start has died of its cache. */
  private static void alive() {
    String mark = System.getProperty("docent.start.mark", "");
    if (mark.isEmpty()) {
      return;
    }
    try {
      Files.deleteIfExists(Path.of(mark));
    } catch (IOException e) {
      // The next start looks at its cache more closely than it need.
    }
  }
}

package dev.docent.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that lie beside the classes. */
final class Texts {
  private Texts() {}

  static String resource(String name) {
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the text " + name + " isn't packed with Docent");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static String seconds(long millis) {
    return "%.1f s".formatted(millis / 1000.0);
  }

  /** What was found, with what was lately mended of it. */
  static String mended(String found, String mended) {
    return mended.isEmpty() ? found : found + " · mended: " + mended;
  }

  /** A number with its noun: 1 document, 2 documents. */
  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}

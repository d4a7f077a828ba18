package dev.docent.langchain4j;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the mark between which a model is shown material: unknown beforehand, so no document can close it. */
final class Fence {
  /** What each mark begins with. */
  static final String NAME = "material-";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Fence() {}

  static String next() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return NAME + HexFormat.of().formatHex(bytes);
  }
}

package dev.docent.langchain4j;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the mark between which a model is shown material: unknown beforehand, so no document can close it. */
final class Fence {
  /** What each mark begins with. */
  static final String NAME = "material-";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] SECRET = RANDOM.generateSeed(32);

  private Fence() {}

  static String next() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return NAME + HexFormat.of().formatHex(bytes);
  }

  /** The mark for a text: the same for the same, as long as this process runs. */
  static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SECRET);
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return NAME + HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

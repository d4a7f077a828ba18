package dev.docent.index.analysis;

import dev.docent.corpus.Segment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What of a segment an index makes terms and vectors of, beside its text. */
public final class SegmentTexts {

  /** What a term in the title, the headings or the file's name counts beside one in the body. */
  public static final float HEADS_WEIGHT = 0.3f;

  private SegmentTexts() {}

  /** The title, the headings and the file's name. */
  public static String heads(Segment segment) {
    String name = segment.documentId().replaceAll("\\.[^./]*$", "").replaceAll("[/_.-]+", " ");
    return segment.title() + "\n" + String.join("\n", segment.headings()) + "\n" + name;
  }

  /** What the vector is made from, in 32 hexadecimal digits: segments that are alike in it share their vector. */
  public static String fingerprint(Segment segment) {
    return fingerprint(segment.embeddingText());
  }

  /** A text in 32 hexadecimal digits. */
  public static String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dev.docent.shell.text;

/** Phrases that are said in several places. */
public final class Phrases {
  private Phrases() {}

  public static String seconds(long millis) {
    return "%.1f s".formatted(millis / 1000.0);
  }

  /** What was found, with what was lately mended of it. */
  public static String mended(String found, String mended) {
    return mended.isEmpty() ? found : found + " · mended: " + mended;
  }

  /** A number with its noun: 1 document, 2 documents. */
  public static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}

package dev.docent.corpus;

/**
 * What a document only repeats: the older mails that a mail quotes below its own words. They are kept, under a heading that
 * says so, and what the newest mail says for itself goes before them.
 */
public final class Quotation {
  private static final String HEADING = "Quoted: ";

  private Quotation() {}

  /** The heading above quoted words. */
  public static String heading(String attribution) {
    return HEADING + attribution;
  }

  /** Whether the segment is quoted from elsewhere. */
  public static boolean in(Segment segment) {
    return segment.headings().stream().anyMatch(heading -> heading.startsWith(HEADING));
  }
}

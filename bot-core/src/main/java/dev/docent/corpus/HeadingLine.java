package dev.docent.corpus;

import java.util.regex.Pattern;

/** The source of a heading: one line with its marks, or lines with a rule below them. */
public final class HeadingLine {
  private static final Pattern BEFORE = Pattern.compile("^[\\s>]*(?:[-*+]\\s+)?(?:#{1,6}(?=\\s|$))?\\s*");
  private static final Pattern RULE = Pattern.compile("\\s*\\n[ \\t>]*(?:=+|-+|~+)\\s*$");
  private static final Pattern CLOSING = Pattern.compile("(?:^|\\s+)#*\\s*$");

  private HeadingLine() {}

  /** The words of a heading without the marks that make it one, on one line; empty if there are none. */
  public static String words(String source) {
    String bare = CLOSING.matcher(RULE.matcher(BEFORE.matcher(source).replaceFirst("")).replaceFirst(""))
        .replaceFirst("");
    return bare.replaceAll("\\s+", " ").strip();
  }
}

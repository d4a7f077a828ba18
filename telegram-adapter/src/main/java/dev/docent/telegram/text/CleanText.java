package dev.docent.telegram.text;

/** Makes text from elsewhere fit to be sent. */
public final class CleanText {
  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  /**
   * Without control characters and without characters that turn the reading direction of what follows; halves of
   * characters become the sign for a broken one. Line breaks stay.
   */
  public static String text(String foreign) {
    var clean = new StringBuilder(foreign.length());
    foreign.replace("\r\n", "\n").codePoints().forEach(c -> {
      if (c == '\t') {
        clean.append(' ');
      } else if (Character.getType(c) == Character.SURROGATE) {
        clean.appendCodePoint(REPLACEMENT);
      } else if (c == '\n' || !hidden(c)) {
        clean.appendCodePoint(c);
      }
    });
    return clean.toString();
  }

  /** One line: white space of any kind becomes single spaces. */
  public static String line(String foreign) {
    return text(foreign.replaceAll("\\s+", " ").strip());
  }

  /** One line of at most so many UTF-16 units. */
  public static String line(String foreign, int most) {
    String line = line(foreign);
    if (line.length() <= most) {
      return line;
    }
    int cut = most - 1;
    return (Character.isHighSurrogate(line.charAt(cut - 1)) ? line.substring(0, cut - 1) : line.substring(0, cut))
        .strip() + "…";
  }

  /** Whether nothing of it can be seen; Telegram refuses such a message as empty. */
  public static boolean blank(String text) {
    return text.codePoints()
        .allMatch(
            c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
  }

  private static boolean hidden(int c) {
    return Character.getType(c) == Character.CONTROL || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}

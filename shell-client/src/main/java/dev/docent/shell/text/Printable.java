package dev.docent.shell.text;

/**
 * Makes foreign text harmless: what documents and models say must not be able to move the cursor, set a title or
 * turn the reading direction of what follows.
 */
public final class Printable {
  private Printable() {}

  /** Keeps line breaks. */
  static String text(String foreign) {
    return cleaned(foreign, true);
  }

  /** One line: white space of any kind becomes single spaces. */
  public static String line(String foreign) {
    return cleaned(foreign.replaceAll("\\s+", " ").strip(), false);
  }

  private static String cleaned(String foreign, boolean lineBreaks) {
    var clean = new StringBuilder(foreign.length());
    foreign.codePoints().forEach(c -> {
      if (c == '\t') {
        clean.append(' ');
      } else if (lineBreaks && c == '\n' || !hidden(c)) {
        clean.appendCodePoint(c);
      }
    });
    return clean.toString();
  }

  private static boolean hidden(int c) {
    return Character.getType(c) == Character.CONTROL || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x2069 || c == 0x200B || c == 0xFEFF || c >= 0xE0000 && c <= 0xE007F;
  }
}

package dev.docent.telegram.rehearsal.terminal;

/** Text that a terminal only shows: what others wrote may hold letters that it would obey. */
final class PlainText {
  private PlainText() {}

  /** One line, without control letters. */
  static String line(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\t' || c == '\n' ? ' ' : c)
        .filter(c -> !Character.isISOControl(c))
        .filter(c -> !isOrder(c))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  // Those that turn the direction of writing would carry on into the next line.
  private static boolean isOrder(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** How wide a terminal draws it. */
  static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}

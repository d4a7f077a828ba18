package dev.docent.postgresql;

import java.util.Locale;

/** Text as the database takes it: it holds neither half a character nor the one with the number 0. */
final class StoredText {
  private StoredText() {}

  /**
   * The same JSON, with half characters written as escapes.
   *
   * @param json in which what may hold foreign text is inside of quotes, so that an escape means the same
   */
  static String of(String json) {
    StringBuilder changed = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1));
      if (!pair && (Character.isSurrogate(c) || c == 0)) {
        if (changed == null) {
          changed = new StringBuilder(json.substring(0, i));
        }
        changed.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        if (changed != null) {
          changed.append(c);
        }
        if (pair) {
          i++;
          if (changed != null) {
            changed.append(json.charAt(i));
          }
        }
      }
    }
    return changed == null ? json : changed.toString();
  }
}

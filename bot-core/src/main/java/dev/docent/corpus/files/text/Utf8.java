package dev.docent.corpus.files.text;

/**
 * How far bytes are UTF-8.
 *
 * @param characters those of more than one byte
 * @param faults runs of bytes that are none
 */
public record Utf8(int characters, int faults) {

  public static Utf8 of(byte[] bytes) {
    int characters = 0;
    int faults = 0;
    boolean inFault = false;
    for (int i = 0; i < bytes.length;) {
      int length = length(bytes, i);
      characters += length > 1 ? 1 : 0;
      faults += length == 0 && !inFault ? 1 : 0;
      inFault = length == 0;
      i += Math.max(1, length);
    }
    return new Utf8(characters, faults);
  }

  public boolean whole() {
    return faults == 0;
  }

  /** Whether they are UTF-8 but for a few bytes: what happens to be well formed in another encoding is the less. */
  boolean butFor() {
    return characters > 0 && characters >= 2 * faults;
  }

  /** The bytes of the character that begins here; 0 if none does. */
  static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xC2 && first <= 0xDF
        ? 2
        : first >= 0xE0 && first <= 0xEF
            ? 3
            : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}

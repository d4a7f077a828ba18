package dev.docent.corpus.files.text;

/**
 * What bytes say as text.
 *
 * @param text with plain line ends and no byte order mark
 * @param remark what the reader of a receipt should know of how it was read; empty when there is no doubt
 */
public record Decoded(String text, String remark) {

  /** Read without doubt. */
  public static Decoded sure(String text) {
    return new Decoded(plain(text), "");
  }

  public Decoded {
    text = plain(text);
  }

  private static String plain(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.indexOf('\r') < 0 ? unmarked : unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }
}

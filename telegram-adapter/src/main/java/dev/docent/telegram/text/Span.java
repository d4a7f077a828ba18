package dev.docent.telegram.text;

import org.jspecify.annotations.Nullable;

/**
 * Formatting of a part of a text, in UTF-16 units as Telegram counts.
 *
 * @param language of {@link Kind#PRE}; null for none
 */
public record Span(Kind kind, int offset, int length, @Nullable String language) {

  /** What can be done with text. */
  public enum Kind {
    BOLD("bold"), ITALIC("italic"), CODE("code"), PRE("pre"), QUOTE("blockquote"), FOLDED("expandable_blockquote");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As the Bot API says it. */
    public String code() {
      return code;
    }
  }

  public Span {
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException(kind + " of " + length + " at " + offset);
    }
  }

  int end() {
    return offset + length;
  }

  Span moved(int by) {
    return new Span(kind, offset + by, length, language);
  }
}

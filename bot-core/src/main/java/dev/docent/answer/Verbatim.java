package dev.docent.answer;

import dev.docent.corpus.TextRange;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text as words are looked for in it literally: a run of white space counts as one space, and characters that show
 * nothing, such as a byte order mark, count for nothing.
 */
public final class Verbatim {
  private static final String WITHOUT_WIDTH = "\uFEFF\u200B\u200C\u200D\u2060\u00AD";

  private final String original;
  private final String plain;
  private final int[] places;

  private Verbatim(String original, String plain, int[] places) {
    this.original = original;
    this.plain = plain;
    this.places = places;
  }

  /** The text as it is looked in. */
  public static Verbatim of(String text) {
    var plain = new StringBuilder(text.length());
    int[] places = new int[text.length()];
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else if (WITHOUT_WIDTH.indexOf(c) < 0) {
        if (space && !plain.isEmpty()) {
          places[plain.length()] = i - 1;
          plain.append(' ');
        }
        space = false;
        places[plain.length()] = i;
        plain.append(c);
      }
    }
    return new Verbatim(text, plain.toString(), Arrays.copyOf(places, plain.length()));
  }

  /** Whether the words stand in it. */
  public boolean holds(String words) {
    return find(words, 0).isPresent();
  }

  /** Where in the original text the words first stand at or after a place; empty for words that show nothing. */
  public Optional<TextRange> find(String words, int from) {
    String wanted = of(words).plain;
    int start = Arrays.binarySearch(places, from);
    int at = wanted.isEmpty() ? -1 : plain.indexOf(wanted, start < 0 ? -start - 1 : start);
    return at < 0
        ? Optional.empty()
        : Optional.of(new TextRange(places[at], places[at + wanted.length() - 1] + 1));
  }

  /** The text as it was given. */
  String original() {
    return original;
  }

  /** The original characters of a range, each run of white space as one space. */
  String words(TextRange range) {
    return collapse(original.substring(range.start(), range.end()));
  }

  /** The text with each run of white space as one space and none at its ends. */
  public static String collapse(String text) {
    var line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().stripTrailing();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

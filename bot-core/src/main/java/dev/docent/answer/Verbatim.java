package dev.docent.answer;

import dev.docent.corpus.NormalForm;
import dev.docent.corpus.TextRange;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text as words are looked for in it literally: in its normal form, so that an accent may stand in its letter or
 * beside it, and characters that show nothing count for nothing; a run of white space counts as one space.
 */
public final class Verbatim {
  private final String original;
  private final String plain;
  private final int[] places;
  private final int[] ends;

  private Verbatim(String original, String plain, int[] places, int[] ends) {
    this.original = original;
    this.plain = plain;
    this.places = places;
    this.ends = ends;
  }

  /** The text as it is looked in. */
  public static Verbatim of(String text) {
    NormalForm form = NormalForm.of(text);
    String normal = form.text();
    var plain = new StringBuilder(normal.length());
    int[] places = new int[normal.length()];
    int[] ends = new int[normal.length()];
    int space = -1;
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (isSpace(c)) {
        space = i;
        continue;
      }
      if (space >= 0 && !plain.isEmpty()) {
        places[plain.length()] = form.start(space);
        ends[plain.length()] = form.end(space);
        plain.append(' ');
      }
      space = -1;
      places[plain.length()] = form.start(i);
      ends[plain.length()] = form.end(i);
      plain.append(c);
    }
    return new Verbatim(text, plain.toString(), Arrays.copyOf(places, plain.length()),
        Arrays.copyOf(ends, plain.length()));
  }

  /** Whether the words stand in it. */
  public boolean holds(String words) {
    return find(words, 0).isPresent();
  }

  /** Where in the original text the words first stand at or after a place; empty for words that show nothing. */
  public Optional<TextRange> find(String words, int from) {
    String wanted = of(words).plain;
    int at = wanted.isEmpty() ? -1 : plain.indexOf(wanted, first(from));
    return at < 0
        ? Optional.empty()
        : Optional.of(new TextRange(places[at], ends[at + wanted.length() - 1]));
  }

  /** The first character that stands at the place or after it; several may stand at one. */
  private int first(int from) {
    int found = Arrays.binarySearch(places, from);
    int first = found < 0 ? -found - 1 : found;
    while (first > 0 && places[first - 1] == from) {
      first--;
    }
    return first;
  }

  /** The text as it was given. */
  public String original() {
    return original;
  }

  /** The original characters of a range, each run of white space as one space. */
  public String words(TextRange range) {
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

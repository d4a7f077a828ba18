package dev.docent.corpus;

import java.util.List;

/**
 * The pages (slides, sheets) of a text.
 *
 * @param first the page of the text's first character, from 1; 0 or less for a text without pages
 * @param breaks where in the text each following page begins, ascending; a page without text begins where the next does
 */
public record Pages(int first, List<Integer> breaks) {

  /** Of a text without pages, whose lines are what its author sees. */
  public static final Pages NONE = new Pages(0, List.of());

  /** Of a text that has neither pages nor lines for whoever opens it: where it breaks is the viewer's choice. */
  public static final Pages FLOWING = new Pages(-1, List.of());

  public Pages {
    breaks = List.copyOf(breaks);
    if (first < -1 || first < 1 && !breaks.isEmpty()) {
      throw new IllegalArgumentException("first page " + first + " of " + (breaks.size() + 1));
    }
    int at = 0;
    for (int next : breaks) {
      if (next < at) {
        throw new IllegalArgumentException("page breaks " + breaks);
      }
      at = next;
    }
  }

  /** The page of the character at an offset of the text; 0 or less for a text without pages. */
  public int at(int offset) {
    return first + (int) breaks.stream().takeWhile(next -> next <= offset).count();
  }

  /** The pages of the characters {@code [start, end)} of the text, counted from its own start. */
  Pages within(int start, int end) {
    return first < 1
        ? this
        : new Pages(at(start), breaks.stream().filter(at -> at > start && at < end).map(at -> at - start).toList());
  }
}

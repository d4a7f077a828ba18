package dev.docent.retrieval;

import java.util.List;

/**
 * The self-contained text that is retrieved with.
 *
 * @param original the user's own words
 * @param text what they mean, read on their own
 * @param carried words taken over from earlier turns; they count less than the query's own
 * @param ruledOut what answered the turn before and can't be what is asked for now; empty for most
 * @param translations what is meant in further languages of the documents; empty for most
 */
public record Query(String original, String text, List<String> carried, String ruledOut, List<String> translations) {
  public Query {
    carried = List.copyOf(carried);
    translations = List.copyOf(translations);
  }

  public Query(String original, String text, List<String> carried, String ruledOut) {
    this(original, text, carried, ruledOut, List.of());
  }

  public Query(String original, String text, List<String> carried) {
    this(original, text, carried, "");
  }

  /** A question that stands on its own. */
  public static Query of(String text) {
    return new Query(text, text, List.of());
  }

  public boolean rewritten() {
    return !text.equals(original) || !carried.isEmpty();
  }

  /** The query as one line, for people and for models. */
  public String standalone() {
    return carried.isEmpty() ? text : text + " (" + String.join(", ", carried) + ")";
  }

  /** The same in another text. */
  public Query withText(String other) {
    return new Query(original, other, carried, ruledOut, translations);
  }
}

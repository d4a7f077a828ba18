package dev.docent.answer;

import dev.docent.corpus.Locator;

/**
 * Ties a marker in the answer to the words it rests on.
 *
 * @param n the marker, from 1
 * @param quote a literal part of the document's text, runs of white space as one space
 */
public record Citation(int n, String document, String title, String quote, Locator locator) {
  public Citation {
    if (n < 1 || quote.isBlank()) {
      throw new IllegalArgumentException("citation " + n + " of " + document + " without a quote");
    }
  }
}

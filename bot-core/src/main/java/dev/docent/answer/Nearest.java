package dev.docent.answer;

import java.util.List;

/** What the documents say that comes near an answer and isn't one, in its structure. */
public record Nearest(Citation citation, List<Part> parts) {
  public Nearest {
    parts = List.copyOf(parts);
  }

  /** The words as plain text, without markers. */
  public String text() {
    return Layout.words(parts);
  }
}

package dev.docent.answer;

/**
 * A statement that was written and isn't shown.
 *
 * @param text as it was written, runs of white space as one space; untrusted
 * @param reason why it isn't shown, as the end of a sentence
 */
public record Dropped(String text, String reason) {
  @Override
  public String toString() {
    return text + ": " + reason;
  }
}

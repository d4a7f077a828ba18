package dev.docent.conversation;

/**
 * One question with its answer.
 *
 * @param question the user's own words
 * @param standalone what they were understood as
 * @param answer what was answered; empty when nothing was, or it isn't known
 * @param named the words of the answer that it came down to, such as a name; empty when they aren't known
 */
public record Turn(String question, String standalone, String answer, String named) {

  public Turn(String question, String standalone, String answer) {
    this(question, standalone, answer, "");
  }

  /** A question of which no more is known than its words. */
  public static Turn asked(String question) {
    return new Turn(question, question, "");
  }
}

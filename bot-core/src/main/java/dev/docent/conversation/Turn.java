package dev.docent.conversation;

/**
 * One question with its answer.
 *
 * @param question the user's own words
 * @param standalone what they were understood as
 * @param answer what was answered; empty when nothing was, or it isn't known
 */
public record Turn(String question, String standalone, String answer) {
  /** A question of which no more is known than its words. */
  public static Turn asked(String question) {
    return new Turn(question, question, "");
  }
}

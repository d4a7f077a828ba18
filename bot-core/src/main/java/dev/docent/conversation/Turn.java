package dev.docent.conversation;

import java.util.List;

/**
 * One question with its answer.
 *
 * @param question the user's own words
 * @param understood what they mean, read on their own
 * @param carried earlier questions whose words were taken over, the latest first
 * @param answer what was answered; empty when nothing was, or it isn't known
 * @param named the words of the answer that it came down to, such as a name; empty when they aren't known
 */
public record Turn(String question, String understood, List<String> carried, String answer, String named) {
  public Turn {
    carried = List.copyOf(carried);
  }

  /** A turn that carried nothing over, and of whose answer only the text is known. */
  public Turn(String question, String understood, String answer) {
    this(question, understood, List.of(), answer, "");
  }

  /** A question of which no more is known than its words. */
  public static Turn asked(String question) {
    return new Turn(question, question, "");
  }

  /** What was understood as one line, for people and for models. */
  public String standalone() {
    return carried.isEmpty() ? understood : understood + " (" + String.join(", ", carried) + ")";
  }
}

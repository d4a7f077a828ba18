package dev.docent.gaps;

import java.time.Instant;

/**
 * One question that was asked and not answered.
 *
 * @param asked when
 * @param question the self-contained question
 * @param reason why it is a gap
 * @param asker the sign of who asked, so that what they asked can be forgotten; it doesn't tell who that is. Empty for
 *        nobody in particular
 */
public record Gap(Instant asked, String question, GapReason reason, String asker) {
  /** What is longer is cut. In characters. */
  private static final int LONGEST = 500;

  public Gap {
    question = question.strip();
    if (question.isEmpty()) {
      throw new IllegalArgumentException("a gap without a question");
    }
    if (question.length() > LONGEST) {
      question = question.substring(0, question.offsetByCodePoints(0, question.codePointCount(0, LONGEST) - 1)) + "…";
    }
  }

  /** A gap of nobody in particular. */
  public Gap(Instant asked, String question, GapReason reason) {
    this(asked, question, reason, "");
  }
}

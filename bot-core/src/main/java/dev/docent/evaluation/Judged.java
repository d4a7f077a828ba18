package dev.docent.evaluation;

import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import java.util.List;
import java.util.Locale;

/**
 * One question, its answer and what the answer is worth.
 *
 * @param citations how many citations the answer has
 * @param verbatim how many of them are literally in their document
 * @param rightDocument whether a citation is from one of the expected documents
 */
public record Judged(EvalQuestion question, Answer answer, Verdict verdict, int citations, int verbatim,
    boolean rightDocument, long millis) {

  /** What an answer is worth. */
  public enum Verdict {
    CORRECT, WRONG, ABSTAINED_RIGHTLY, ABSTAINED_WRONGLY;

    /** Whether another answer was expected. */
    public boolean missed() {
      return this == WRONG || this == ABSTAINED_WRONGLY;
    }

    /** As the JSON says it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether another answer was expected. */
  public boolean missed() {
    return verdict.missed();
  }

  static Judged of(EvalQuestion question, Answer answer, CitedTexts texts, long millis) {
    return switch (answer) {
      case Answer.Grounded grounded -> {
        boolean right = grounded.citations().stream().anyMatch(c -> question.documents().contains(c.document()));
        int verbatim = (int) grounded.citations().stream().filter(c -> texts.hold(c, grounded.trace())).count();
        yield new Judged(question, answer, correct(question, grounded, right) ? Verdict.CORRECT : Verdict.WRONG,
            grounded.citations().size(), verbatim, right, millis);
      }
      case Answer.Abstained abstained -> new Judged(question, abstained,
          question.answerable() ? Verdict.ABSTAINED_WRONGLY : Verdict.ABSTAINED_RIGHTLY, 0, 0, false, millis);
    };
  }

  // Where no wording is expected, the document is all there is to judge by.
  private static boolean correct(EvalQuestion question, Answer.Grounded answer, boolean rightDocument) {
    if (!question.answerable()) {
      return false;
    }
    if (question.answers().isEmpty()) {
      return rightDocument;
    }
    List<String> said = answer.citations().stream().map(Citation::quote).toList();
    return question.answers()
        .stream()
        .map(CitedTexts::folded)
        .anyMatch(expected -> CitedTexts.folded(answer.text())
            .contains(expected) || said.stream().anyMatch(quote -> CitedTexts.folded(quote).contains(expected)));
  }
}

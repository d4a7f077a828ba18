package dev.docent.answer.claim;

import dev.docent.answer.ClaimCheck;
import dev.docent.answer.SpanReader;
import dev.docent.index.IndexView;

/** Judges a model's words by rule, without another model. */
public final class RuleCheck implements ClaimCheck {
  private final SpanReader spans;

  /** Checks short answers by their words alone. */
  public RuleCheck() {
    this(SpanReader.NONE);
  }

  /** @param spans tells for a short answer where in what it cites the answer stands */
  public RuleCheck(SpanReader spans) {
    this.spans = spans;
  }

  @Override
  public Judge begin(IndexView view, String question) {
    return new ClaimSupport(view, spans, question);
  }
}

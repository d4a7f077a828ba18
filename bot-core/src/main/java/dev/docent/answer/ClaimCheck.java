package dev.docent.answer;

import dev.docent.retrieval.Query;
import java.util.List;
import java.util.Optional;

/** Tells whether the documents carry what a model wrote. Safe for use by several threads. */
public interface ClaimCheck {

  /** Objects to nothing. */
  ClaimCheck NONE = (evidence, query) -> said -> Optional.empty();

  /**
   * Begins the check of one answer.
   *
   * @param evidence all that the model was shown
   * @param query what it was asked
   */
  Judge begin(Evidence evidence, Query query);

  /** Judges the statements of one answer. For one thread. */
  @FunctionalInterface
  interface Judge {
    /** Why a statement isn't carried, as the end of a sentence; empty when nothing speaks against it. Asked at once, while the answer grows. */
    Optional<String> objection(Draft.Claim.Said said);

    /** Whether nothing may be shown before {@link #review}. */
    default boolean reviews() {
      return false;
    }

    /**
     * Looks at the whole answer once it is there.
     *
     * @param statements those that nothing spoke against, in their order
     * @throws ReaderException when it can't; what the facts say then has to do
     * @throws InterruptedException when the asking was cancelled
     */
    default Review review(List<Draft.Claim.Said> statements) throws InterruptedException {
      return new Review(statements.stream().<Finding>map(said -> new Finding.Carried()).toList(), Usage.NONE);
    }
  }

  /**
   * What a review found.
   *
   * @param findings one a statement, in their order
   */
  record Review(List<Finding> findings, Usage usage) {
    public Review {
      findings = List.copyOf(findings);
    }
  }

  /** What was found of one statement. */
  sealed interface Finding {
    /** It stands as it is. */
    record Carried() implements Finding {}

    /** @param reason the end of a sentence */
    record Refused(String reason) implements Finding {}

    /** It stands in other words, which are to be checked like the first. */
    record Mended(Draft.Claim.Said instead) implements Finding {}
  }
}

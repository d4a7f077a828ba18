package dev.docent.answer;

import dev.docent.index.IndexView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells whether what is cited carries what a model wrote. Safe for use by several threads. */
public interface ClaimCheck {

  /** Objects to nothing. */
  ClaimCheck NONE = (view, question) -> (claim, cited, literal) -> Optional.empty();

  /**
   * Begins the check of one answer's claims.
   *
   * @param question what the claims answer; empty when it isn't known
   */
  Judge begin(IndexView view, String question);

  /** Judges the claims of one answer. For one thread. */
  interface Judge {
    /**
     * Why the claim isn't carried by what it cites, in words; empty when nothing speaks against it.
     *
     * @param cited quotes that stand in the documents, at least one
     * @param literal whether words stand literally in one of the cited documents
     */
    Optional<String> objection(String claim, List<Draft.Support> cited, Predicate<String> literal);
  }
}

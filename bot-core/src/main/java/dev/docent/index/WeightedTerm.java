package dev.docent.index;

/** A query term with its weight; 1 counts fully, a term carried over from an earlier turn counts less. */
public record WeightedTerm(String text, double weight) {
  public WeightedTerm {
    if (text.isBlank() || !(weight > 0)) {
      throw new IllegalArgumentException("term '" + text + "' of weight " + weight);
    }
  }
}

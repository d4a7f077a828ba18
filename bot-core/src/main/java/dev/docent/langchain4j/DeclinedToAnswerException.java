package dev.docent.langchain4j;

/** A model said, where its protocol has a place for it, that it won't answer. */
final class DeclinedToAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeclinedToAnswerException() {
    super("refused to answer");
  }
}

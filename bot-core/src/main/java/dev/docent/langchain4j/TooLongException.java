package dev.docent.langchain4j;

import dev.docent.answer.ReaderException;

/** A model was shown more than it reads at once. */
final class TooLongException extends ReaderException {
  private static final long serialVersionUID = 1L;

  TooLongException(String message, Throwable cause) {
    super(message, false, cause);
  }
}

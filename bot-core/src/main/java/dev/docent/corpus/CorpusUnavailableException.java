package dev.docent.corpus;

/** The knowledge folder as a whole can't be read. The message says which, why, and what to do. */
public final class CorpusUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorpusUnavailableException(String message) {
    super(message);
  }

  public CorpusUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

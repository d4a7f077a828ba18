package dev.docent.index;

/** The embedding model can't be loaded or failed. Words alone still answer. */
public final class EmbeddingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.docent.telegram.store;

/** What must be kept can't be written or read: no space, no permission, or another program holds the file. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

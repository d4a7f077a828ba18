package dev.docent.telegram.incoming;

import org.jspecify.annotations.Nullable;

/** An update of a form that isn't known. */
public final class UnreadableUpdateException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableUpdateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package dev.docent.corpus.files.format;

import java.io.IOException;
import org.apache.tika.exception.EncryptedDocumentException;

/** Why a file isn't read, in words that say what the user can do. */
public final class Refusal {
  public static final String NO_MEMORY = "needs more memory than a file may take; split it into several files";
  public static final String TOO_LONG = "took longer than a minute to read; save it anew, or in another format";
  public static final String CRASHED = "makes its parser crash; open it in its program and save it anew";

  /** What a parser found out about a file that it doesn't read; the message says what it is and what to do. */
  public static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    public Unreadable(String message) {
      super(message);
    }
  }

  private Refusal() {}

  public static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Bounds.TooLargeException || cause instanceof Unreadable) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof EncryptedDocumentException || cause.getClass().getSimpleName().contains("Password")) {
        return "is protected by a password; save a copy of it without one";
      }
      if (cause instanceof OutOfMemoryError) {
        return NO_MEMORY;
      }
    }
    return "is damaged, or isn't what its name says; open it in its program and save it anew";
  }
}

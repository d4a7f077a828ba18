package dev.docent.telegram.api;

import java.io.IOException;

/** No connection: nothing of the request left this machine. */
final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  NotSentException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}

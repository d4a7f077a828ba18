package dev.docent.telegram.api;

import java.io.IOException;

/** Something other than the Bot API answered: a proxy's error page, half a body, nothing. */
final class UnreadableResponseException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableResponseException(int status) {
    super("HTTP " + status + " without a JSON body");
  }
}

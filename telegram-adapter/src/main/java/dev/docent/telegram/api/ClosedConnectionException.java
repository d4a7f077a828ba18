package dev.docent.telegram.api;

import java.io.IOException;

/** A connection was kept for the next call, and the other side has closed it meanwhile; nothing was sent over it. */
final class ClosedConnectionException extends IOException {
  private static final long serialVersionUID = 1;

  ClosedConnectionException() {
    super("the connection had been closed");
  }
}

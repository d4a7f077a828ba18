package dev.docent.telegram.api;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a connection that is used again is still open, before anything is said over it: afterwards nobody could
 * tell whether it was heard. The HTTP client looks by itself only after ten idle seconds. Safe for use by several
 * threads.
 */
final class OpenConnections {
  private static final int MILLIS = 1;

  private final Set<Connection> known = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * Takes up to a millisecond for a connection that was seen before.
   *
   * @param connection one that is free for a request; not used otherwise meanwhile
   * @throws ClosedConnectionException when the other side has closed it; now this side has, too
   */
  void check(@Nullable Connection connection) throws IOException {
    // Over HTTP/2 a thread reads all the time and notices.
    if (connection == null || connection.protocol() == Protocol.HTTP_2 || known.add(connection)) {
      return;
    }
    Socket socket = connection.socket();
    if (!silent(socket)) {
      socket.close();
      throw new ClosedConnectionException();
    }
  }

  /** Whoever is still there has nothing to say before the request; an end, an error or a stray byte rule it out. */
  private static boolean silent(Socket socket) {
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout(MILLIS);
      try {
        socket.getInputStream().read();
        return false;
      } catch (SocketTimeoutException e) {
        return true;
      } finally {
        socket.setSoTimeout(timeout);
      }
    } catch (IOException e) {
      return false;
    }
  }
}

package dev.docent.telegram;

import dev.docent.telegram.polling.Reception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** How updates come to a bot in a test. */
enum Way {
  POLLING, WEBHOOK;

  /** As it is set; a webhook listens on a port that is free now. */
  Reception reception() {
    return this == POLLING ? new Reception.Polling(false) : hook(freePort());
  }

  static Reception.Webhook hook(int port) {
    return new Reception.Webhook(URI.create("http://127.0.0.1:" + port + "/hook"), "127.0.0.1", port, null, 4, false);
  }

  /** The call by which a bot that is there is known. */
  String sign() {
    return this == POLLING ? "getUpdates" : "setWebhook";
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

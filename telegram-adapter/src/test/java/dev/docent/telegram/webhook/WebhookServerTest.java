package dev.docent.telegram.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.polling.Reception;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookServerTest {
  private static final int MUCH = 4 * WebhookServer.LONGEST;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoSendsTooLongABodyToItsEndIsToldSo(boolean length) throws Exception {
    var secret = new WebhookSecret("s");
    var reception = new Reception.Webhook(URI.create("https://bot.example/hook"), "127.0.0.1", 0, null, 1, false);
    try (var server = new WebhookServer(reception, secret, update -> {
      throw new AssertionError("nothing to take");
    }); var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      out.write(("POST /hook HTTP/1.1\r\nHost: bot.example\r\nX-Telegram-Bot-Api-Secret-Token: s\r\n" + (length
          ? "Content-Length: " + MUCH
          : "Transfer-Encoding: chunked") + "\r\n\r\n").getBytes(US_ASCII));
      byte[] piece = new byte[1 << 16];
      Arrays.fill(piece, (byte) ' ');
      for (int written = 0; written < MUCH; written += piece.length) {
        if (written == MUCH / 2) {
          // Who answers before the end and hangs up has done so by now.
          Thread.sleep(300);
        }
        if (!length) {
          out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(US_ASCII));
        }
        out.write(piece);
        if (!length) {
          out.write("\r\n".getBytes(US_ASCII));
        }
      }
      out.write(length ? new byte[0] : "0\r\n\r\n".getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }
}

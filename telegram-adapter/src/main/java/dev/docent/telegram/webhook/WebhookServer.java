package dev.docent.telegram.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for updates by the JDK's own server, behind whatever does the https. What is not an update from Telegram costs
 * no more than its headers, or its first megabyte.
 */
final class WebhookServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookServer.class);
  /** No update is longer: a message has 4,096 characters, and an update at most a few messages. */
  static final int LONGEST = 1 << 20;
  /** So much of a body that is too long is read before that is said. */
  private static final long DROPPED = 8L * LONGEST;
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Takes in updates. */
  @FunctionalInterface
  interface Taking {
    /**
     * Writes the update down.
     *
     * @return what is to be done once that was confirmed
     * @throws StoreException when it can't be written down
     */
    Runnable take(JsonNode update);
  }

  private final String path;
  private final WebhookSecret secret;
  private final Taking taking;
  private final Semaphore room;
  private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
      Thread.ofVirtual().name("telegram-webhook-", 0).factory());
  private final HttpServer server;

  /** @throws IOException when the port can't be had */
  WebhookServer(Reception.Webhook reception, WebhookSecret secret, Taking taking) throws IOException {
    String wanted = reception.url().getPath();
    this.path = wanted == null || wanted.isEmpty() ? "/" : wanted;
    this.secret = secret;
    this.taking = taking;
    // Telegram brings no more at once; a few more may be on their way out.
    this.room = new Semaphore(2 * reception.connections());
    this.server = HttpServer.create(new InetSocketAddress(reception.address(), Math.max(0, reception.port())), 64);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!room.tryAcquire()) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      try {
        answer(exchange);
      } finally {
        room.release();
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    int refused = refused(exchange);
    if (refused == 413) {
      tooLong(exchange);
      return;
    }
    if (refused != 0) {
      exchange.sendResponseHeaders(refused, -1);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      tooLong(exchange);
      return;
    }
    JsonNode update = update(body);
    if (!update.isObject() || !update.path("update_id").isIntegralNumber()
        || !update.path("update_id").canConvertToLong()) {
      LOG.warn("what came with the right secret was no update ({} bytes)", body.length);
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    Runnable next;
    try {
      next = taking.take(update);
    } catch (StoreException e) {
      // Telegram brings it again.
      LOG.warn("an update can't be written down: {}", e.getMessage());
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    try {
      exchange.sendResponseHeaders(200, -1);
    } finally {
      next.run();
    }
  }

  /**
   * Says so to who knows the secret and has more to say than there is room for. A connection that is closed with something unread is
   * reset, and the sender may never see the answer: so a bounded part of the rest is read first.
   */
  private static void tooLong(HttpExchange exchange) throws IOException {
    byte[] dropped = new byte[8192];
    InputStream body = exchange.getRequestBody();
    for (long left = DROPPED, read; left > 0 && (read = body.read(dropped)) >= 0;) {
      left -= read;
    }
    exchange.sendResponseHeaders(413, -1);
  }

  private int refused(HttpExchange exchange) {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return 404;
    }
    if (!secret.is(exchange.getRequestHeaders().getFirst(SECRET))) {
      return 403;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length != null && length.matches("\\d+") && (length.length() > 9 || Long.parseLong(length) > LONGEST)
        ? 413
        : 0;
  }

  private static JsonNode update(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  @Override
  public void close() {
    // What is being written down may be confirmed.
    server.stop(1);
    threads.shutdownNow();
  }
}

package dev.docent.telegram.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;

/**
 * Serves Actuator's health and metrics on the loopback address by the JDK's own server: for two pages read by a machine no
 * web framework is started. A port that is taken costs a line in the log, not the bot.
 */
public final class HealthServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
  private static final String HEALTH = "/actuator/health";
  private static final String METRICS = "/actuator/metrics";

  private final HealthEndpoint health;
  private final MetricsEndpoint metrics;
  private final ObjectMapper json = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final @Nullable HttpServer server;

  /** @param port 0 for none; below 0 for any that is free */
  public HealthServer(HealthEndpoint health, MetricsEndpoint metrics, int port) {
    this.health = health;
    this.metrics = metrics;
    this.server = port == 0 ? null : begun(Math.max(0, port));
  }

  private @Nullable HttpServer begun(int port) {
    try {
      HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
      made.setExecutor(threads);
      made.createContext("/", this::answer);
      made.start();
      LOG.info("health and metrics at http://127.0.0.1:{}/actuator", made.getAddress().getPort());
      return made;
    } catch (IOException e) {
      LOG.warn("health and metrics aren't served: port {} can't be had ({}). Set docent.telegram.health-port", port,
          e.getMessage());
      return null;
    }
  }

  /** Where it is served; 0 for nowhere. */
  public int port() {
    return server == null ? 0 : server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceAll("/+$", "");
      boolean reads = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
      if (!reads) {
        send(exchange, 405, "{}");
      } else if (path.equals(HEALTH)) {
        health(exchange, health.health());
      } else if (path.startsWith(HEALTH + "/")) {
        health(exchange, health.healthForPath(path.substring(HEALTH.length() + 1).split("/")));
      } else if (path.equals(METRICS)) {
        send(exchange, 200, json.writeValueAsString(metrics.listNames()));
      } else if (path.startsWith(METRICS + "/")) {
        found(exchange, metrics.metric(path.substring(METRICS.length() + 1), List.of()));
      } else {
        send(exchange, 404, "{}");
      }
    }
  }

  private void health(HttpExchange exchange, @Nullable HealthDescriptor found) throws IOException {
    if (found == null) {
      send(exchange, 404, "{}");
    } else {
      // Degraded is not well: whoever looks at the number alone is to hear of it.
      boolean well = found.getStatus().equals(Status.UP) || found.getStatus().equals(Status.UNKNOWN);
      send(exchange, well ? 200 : 503, json.writeValueAsString(found));
    }
  }

  private void found(HttpExchange exchange, @Nullable Object found) throws IOException {
    send(exchange, found == null ? 404 : 200, found == null ? "{}" : json.writeValueAsString(found));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}

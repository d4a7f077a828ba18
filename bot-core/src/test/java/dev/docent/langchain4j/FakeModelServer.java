package dev.docent.langchain4j;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A model's server on this machine that does with each request what the test has queued. */
final class FakeModelServer implements AutoCloseable {

  /** What is done with one request. */
  @FunctionalInterface
  interface Reply {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  final List<String> bodies = new CopyOnWriteArrayList<>();
  final List<String> paths = new CopyOnWriteArrayList<>();
  final CountDownLatch asked = new CountDownLatch(1);
  final CountDownLatch abandoned = new CountDownLatch(1);
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  FakeModelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  FakeModelServer then(Reply reply) {
    replies.add(reply);
    return this;
  }

  /** An OpenAI answer, a chunk for each text. */
  static Reply openAi(String... texts) {
    return exchange -> {
      OutputStream out = begin(exchange, "text/event-stream");
      for (String text : texts) {
        send(out, openAiChunk(text));
      }
      send(out, "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
      send(out, "data: [DONE]\n\n");
      out.close();
    };
  }

  static String openAiChunk(String text) {
    return "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":" + json(text) + "}}]}\n\n";
  }

  static Reply raw(String contentType, String body) {
    return exchange -> {
      OutputStream out = begin(exchange, contentType);
      send(out, body);
      out.close();
    };
  }

  static Reply status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  /** Sends a beginning and then a little of nothing until the caller goes away. */
  Reply stalls(String beginning) {
    return exchange -> {
      OutputStream out = begin(exchange, "text/event-stream");
      try {
        send(out, beginning);
        while (true) {
          send(out, ": still here\n\n");
          Thread.sleep(20);
        }
      } catch (IOException e) {
        abandoned.countDown();
      }
    };
  }

  static Reply hangs() {
    return exchange -> Thread.sleep(10_000);
  }

  static OutputStream begin(HttpExchange exchange, String contentType) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static String json(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private void serve(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getPath());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.countDown();
    Reply reply = replies.poll();
    try {
      if (reply == null) {
        status(418, "nothing was queued").to(exchange);
      } else {
        reply.to(exchange);
      }
    } catch (InterruptedException e) {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package dev.docent.telegram.rehearsal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import dev.docent.telegram.rehearsal.world.BotMethods;
import dev.docent.telegram.rehearsal.world.ChatFile;
import dev.docent.telegram.rehearsal.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The socket: reads requests, lets faults happen, writes answers. It can go away and come back on the same port. */
public final class ApiServer {
  static {
    // Head and body of an answer are written apart; without this the second waits 40 ms for the first one's receipt.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final Requests requests;
  private final Faults faults;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final WebhookCalls webhook;
  private volatile String token;
  private HttpServer server;
  private int port;

  public ApiServer(World world, Requests requests, Faults faults, String token) {
    this.world = world;
    this.requests = requests;
    this.faults = faults;
    this.token = token;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
    this.webhook = new WebhookCalls(world, faults);
  }

  private HttpServer listen(int wanted) {
    try {
      HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      listening.createContext("/", this::serve);
      listening.setExecutor(threads);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException("the loopback address can't be listened on", e);
    }
  }

  public int port() {
    return port;
  }

  public void token(String accepted) {
    token = accepted;
  }

  public void down() {
    server.stop(0);
  }

  public void up() {
    server = listen(port);
  }

  public void close() {
    closed.countDown();
    webhook.close();
    requests.polls().end();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String[] path = exchange.getRequestURI().getPath().split("/", 4);
      if (path.length == 4 && path[1].equals("file") && path[2].equals("bot" + token)) {
        download(exchange, path[3]);
      } else if (path.length == 3 && path[1].equals("bot" + token)) {
        call(exchange, path[2], body);
      } else if (path.length >= 2 && (path[1].startsWith("bot") || path[1].equals("file"))) {
        answer(exchange, new ApiErrorException(401, "Unauthorized", ApiJson.object()));
      } else {
        answer(exchange, new ApiErrorException(404, "Not Found", ApiJson.object()));
      }
    } catch (IOException e) {
      // The bot went away; there is nobody to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void call(HttpExchange exchange, String name, byte[] body) throws IOException, InterruptedException {
    Response response = new Response(exchange);
    try {
      String method = requests.method(name);
      RequestBody request = RequestBody.read(exchange.getRequestHeaders().getFirst("Content-Type"),
          exchange.getRequestURI().getRawQuery(), body);
      response.note(method, request.values());
      requests.examine(method, request.values());
      Optional<Fault> fault = faults.take(method);
      if (fault.isPresent()) {
        misbehave(response, fault.get(), method, request);
      } else {
        response.result(requests.run(method, request));
      }
    } catch (ApiErrorException e) {
      response.refusal(e);
    } catch (IllegalArgumentException e) {
      world.locked(() -> world.violation(name + ": " + e.getMessage()));
      response.refusal(ApiErrorException.badRequest("can't parse the request"));
    }
  }

  private void misbehave(Response response, Fault fault, String method, RequestBody request)
      throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Refusal refusal -> {
        requests.answered(method, request.values(), refusal);
        response.raw(refusal.status(), "application/json", refusal.json());
      }
      case Fault.Garbage garbage -> response.raw(garbage.status(), garbage.contentType(), garbage.body());
      case Fault.Delay delay -> {
        pause(delay.time());
        response.result(requests.run(method, request));
      }
      case Fault.LateAnswer late -> {
        BotMethods.Outcome outcome = doubtful(requests.run(method, request));
        pause(late.time());
        response.result(outcome);
      }
      case Fault.CutAnswer cut -> response.half(doubtful(requests.run(method, request)));
      case Fault.LostAnswer lost -> doubtful(requests.run(method, request));
      case Fault.BlackHole hole -> closed.await();
      case Fault.Altered altered -> {
        BotMethods.Outcome outcome = requests.run(method, request);
        response.result(new BotMethods.Outcome(altered.change().apply(outcome.result()), outcome.post()));
      }
    }
  }

  private BotMethods.Outcome doubtful(BotMethods.Outcome outcome) {
    world.locked(outcome::doubt);
    return outcome;
  }

  private void pause(Duration time) throws InterruptedException {
    closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void download(HttpExchange exchange, String path) throws IOException, InterruptedException {
    Optional<ChatFile> file = world.file(path);
    byte[] bytes = file.map(ChatFile::bytes).orElse(new byte[0]);
    switch (faults.take("file").orElse(null)) {
      case null -> {
        if (file.isPresent()) {
          write(exchange, 200, "application/octet-stream", bytes, bytes.length);
        } else {
          answer(exchange, new ApiErrorException(404, "Not Found", ApiJson.object()));
        }
      }
      case Fault.Refusal refusal -> answer(exchange, refusal.status(), refusal.json());
      case Fault.Garbage garbage -> write(exchange, garbage.status(), garbage.contentType(),
          garbage.body().getBytes(StandardCharsets.UTF_8), garbage.body().length());
      case Fault.Delay delay -> {
        pause(delay.time());
        write(exchange, 200, "application/octet-stream", bytes, bytes.length);
      }
      case Fault.LateAnswer late -> {
        pause(late.time());
        write(exchange, 200, "application/octet-stream", bytes, bytes.length);
      }
      case Fault.CutAnswer cut -> write(exchange, 200, "application/octet-stream", bytes, bytes.length / 2);
      case Fault.LostAnswer lost -> {
      }
      case Fault.BlackHole hole -> closed.await();
      case Fault.Altered altered -> throw new IllegalStateException("a file has no result that could be altered");
    }
  }

  private static void answer(HttpExchange exchange, ApiErrorException refusal) throws IOException {
    answer(exchange, refusal.status(), refusal.body().toString());
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    write(exchange, status, "application/json", bytes, bytes.length);
  }

  /** Promises all the bytes and writes the first of them; fewer than promised end the connection. */
  private static void write(HttpExchange exchange, int status, String type, byte[] bytes, int written)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes, 0, written);
    exchange.getResponseBody().flush();
  }

  /** The answer to one method, noted beside the call. */
  private final class Response {
    private final HttpExchange exchange;
    private int noted = -1;

    Response(HttpExchange exchange) {
      this.exchange = exchange;
    }

    void note(String method, ObjectNode request) {
      noted = world.called(method, request);
    }

    private void status(int status) {
      if (noted >= 0) {
        world.answered(noted, status);
      }
    }

    void result(BotMethods.Outcome outcome) throws IOException {
      raw(200, "application/json", body(outcome));
    }

    void half(BotMethods.Outcome outcome) throws IOException {
      status(-1);
      byte[] bytes = body(outcome).getBytes(StandardCharsets.UTF_8);
      write(exchange, 200, "application/json", bytes, bytes.length / 2);
    }

    private String body(BotMethods.Outcome outcome) {
      ObjectNode body = ApiJson.object().put("ok", true);
      body.set("result", outcome.result());
      return body.toString();
    }

    void refusal(ApiErrorException refusal) throws IOException {
      raw(refusal.status(), "application/json", refusal.body().toString());
    }

    void raw(int status, String type, String body) throws IOException {
      status(status);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      write(exchange, status, type, bytes, bytes.length);
    }
  }
}

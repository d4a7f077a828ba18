package dev.docent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on this machine that speaks OpenAI's protocol and says what it is made to say. */
public final class PlayedModel implements AutoCloseable {
  private static final Pattern PASSAGE = Pattern.compile("(?m)^\\[(\\d+)] .*\\n");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ObjectMapper json = new ObjectMapper();
  private final Function<Told, String> part;

  /** What the model was told, and the passages it was shown. */
  public record Told(String instructions, String message, List<String> passages) {}

  public PlayedModel(Function<Told, String> part) {
    this.part = part;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    JsonNode body = json.readTree(exchange.getRequestBody());
    List<String> contents = new ArrayList<>();
    body.get("messages").forEach(m -> contents.add(m.get("content").asText()));
    String said = part.apply(new Told(contents.getFirst(), contents.getLast(), passages(contents.getLast())));
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      // In small pieces, as models write.
      for (int i = 0; i < said.length(); i += 7) {
        String delta = json.writeValueAsString(said.substring(i, Math.min(said.length(), i + 7)));
        out.write(("data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":" + delta + "}}]}\n\n")
            .getBytes(StandardCharsets.UTF_8));
      }
      out.write(
          "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> passages(String message) {
    var passages = new ArrayList<String>();
    Matcher head = PASSAGE.matcher(message);
    int from = -1;
    while (head.find()) {
      if (from >= 0) {
        passages.add(message.substring(from, head.start()).strip());
      }
      from = head.end();
    }
    if (from >= 0) {
      int end = message.indexOf("\n</", from);
      passages.add(message.substring(from, end < 0 ? message.length() : end).strip());
    }
    return passages;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

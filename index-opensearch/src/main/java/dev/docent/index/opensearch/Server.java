package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.index.IndexDamagedException;
import dev.docent.index.IndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Bodies;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** The server: a request, and what came of it. A partial result is an error. */
final class Server implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String NEWLINES = "application/x-ndjson";

  /** @param status as of HTTP */
  record Reply(int status, JsonNode body) {

    boolean ok() {
      return status < 300;
    }

    boolean is(String error) {
      return body.path("error").path("type").asText().equals(error);
    }
  }

  private final String place;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  Server(OpenSearchSettings settings) {
    this.place = "the index '" + settings.index() + "' on " + settings.url();
    this.transport = Transport.to(settings);
    this.client = new OpenSearchGenericClient(transport);
  }

  /** What the index is called in a sentence. */
  String place() {
    return place;
  }

  /** Whatever comes back, be it an error. */
  Reply send(String method, String path, Map<String, String> query, @Nullable JsonNode body) {
    return send(method, path, query, body == null ? null : Bodies.json(body.toString()));
  }

  Reply bulk(String path, Map<String, String> query, String lines) {
    return send("POST", path, query, Body.from(lines.getBytes(StandardCharsets.UTF_8), NEWLINES));
  }

  private Reply send(String method, String path, Map<String, String> query, @Nullable Body body) {
    var request = Requests.builder().method(method).endpoint(path).query(query);
    if (body != null) {
      request.body(body);
    }
    try (Response response = client.execute(request.build())) {
      byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElseGet(() -> new byte[0]);
      return new Reply(response.getStatus(), parsed(bytes));
    } catch (IOException e) {
      Reply refused = refused(e);
      if (refused != null) {
        return refused;
      }
      throw new IndexException(place + " can't be reached (" + oneLine(e)
          + "). Check that the server runs and that docent.opensearch.url is right.", e);
    }
  }

  /** A reply with an error, which the client throws instead of giving it back; null when there was none. */
  private static @Nullable Reply refused(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseException refusal) {
        String message = String.valueOf(refusal.getMessage());
        // After the line that names the request stands the body.
        String body = message.substring(message.indexOf('\n') + 1);
        try {
          return new Reply(refusal.status(), parsed(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
          return new Reply(refusal.status(), JSON.createObjectNode());
        }
      }
    }
    return null;
  }

  private static JsonNode parsed(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(bytes);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      // A proxy's page, say; the status tells the rest.
      return JSON.createObjectNode().put("error", "no JSON");
    }
  }

  /** What comes back, unless it's an error. */
  JsonNode done(String method, String path, Map<String, String> query, @Nullable JsonNode body) {
    Reply reply = send(method, path, query, body);
    if (!reply.ok()) {
      throw failed(reply);
    }
    return reply.body();
  }

  /** All of what a search finds; a part of it is a failure. */
  JsonNode search(String index, ObjectNode body, boolean severalShards) {
    var query = severalShards
        ? Map.of("allow_partial_search_results", "false", "search_type", "dfs_query_then_fetch")
        : Map.of("allow_partial_search_results", "false");
    return whole(done("POST", "/" + index + "/_search", query, body));
  }

  private JsonNode whole(JsonNode found) {
    JsonNode shards = found.path("_shards");
    if (found.path("timed_out").asBoolean() || shards.path("failed").asInt() > 0
        || shards.path("successful").asInt() < shards.path("total").asInt()) {
      throw new IndexException(place + " answered only in part (" + shards.path("successful").asInt() + " of "
          + shards.path("total").asInt() + " shards). Check the cluster's health and ask again.");
    }
    return found;
  }

  /** Makes everything that was written findable, on every copy of every shard. */
  void refresh(String index) {
    JsonNode shards = done("POST", "/" + index + "/_refresh", Map.of(), null).path("_shards");
    if (shards.path("failed").asInt() > 0 || shards.path("successful").asInt() == 0) {
      throw new IndexException(place + " couldn't make a change visible on all copies ("
          + shards.path("failed").asInt() + " failed). Check the cluster's health and reload again.");
    }
  }

  IndexException failed(Reply reply) {
    JsonNode error = reply.body().path("error");
    String reason = error.path("type").asText("") + ": " + error.path("reason").asText(error.asText(""));
    if (reply.status() == 401 || reply.status() == 403) {
      return new IndexException(place + " refuses the user (" + reply.status()
          + "). Check docent.opensearch.user, its password or certificate, and what the user may do.");
    }
    if (reply.is("index_not_found_exception")) {
      return new IndexDamagedException(place, "a part of it has gone", new IOException(reason));
    }
    return new IndexException(place + " can't be used (" + reply.status() + " " + oneLine(reason)
        + "). Check the cluster's health and the server's log.");
  }

  private static String oneLine(IOException e) {
    return oneLine(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      // Nothing is lost by it.
    }
  }
}

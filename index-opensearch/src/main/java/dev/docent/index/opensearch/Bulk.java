package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.index.IndexException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Writes in bounded pieces. A server that has too much to do is given time; what it didn't take is sent again. */
final class Bulk {
  private static final int MOST_ACTIONS = 1_000;
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final int ATTEMPTS = 8;
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int TOO_MUCH = 429;
  private static final int CONFLICT = 409;
  private static final int GONE = 404;

  private final Server server;
  private final String index;
  private final Runnable mayWrite;
  private final List<String> actions = new ArrayList<>();
  private int characters;

  /** @param mayWrite asked before each piece; throws when the change isn't the caller's any more */
  Bulk(Server server, String index, Runnable mayWrite) {
    this.server = server;
    this.index = index;
    this.mayWrite = mayWrite;
  }

  void put(String id, ObjectNode document) {
    add(action("index", id) + "\n" + document + "\n");
  }

  void delete(String id) {
    add(action("delete", id) + "\n");
  }

  /** Changes when a document died, if nobody has changed it since it was found. */
  void died(JsonNode hit, long generation) {
    ObjectNode action = Server.JSON.createObjectNode();
    action.putObject("update")
        .put("_id", hit.path("_id").asText())
        .put("if_seq_no", hit.path("_seq_no").asLong())
        .put("if_primary_term", hit.path("_primary_term").asLong());
    ObjectNode change = Server.JSON.createObjectNode();
    change.putObject("doc").put(IndexMapping.DIED, generation);
    add(action + "\n" + change + "\n");
  }

  private static ObjectNode action(String kind, String id) {
    ObjectNode action = Server.JSON.createObjectNode();
    action.putObject(kind).put("_id", id);
    return action;
  }

  private void add(String lines) {
    actions.add(lines);
    characters += lines.length();
    if (actions.size() >= MOST_ACTIONS || characters >= MOST_CHARACTERS) {
      flush();
    }
  }

  void flush() {
    List<String> left = List.copyOf(actions);
    actions.clear();
    characters = 0;
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IndexException(server.place() + " has too much to do and took " + left.size()
            + " changes not at all. Reload again when there is less to do, or give the cluster more room.");
      }
      if (attempt > 0) {
        LockSupport.parkNanos(PAUSE_NANOS << attempt);
      }
      mayWrite.run();
      left = refused(left, server.bulk("/" + index + "/_bulk", Map.of(), String.join("", left)));
    }
  }

  /** Those to be sent again. */
  private List<String> refused(List<String> sent, Server.Reply reply) {
    if (reply.status() == TOO_MUCH) {
      return sent;
    }
    if (!reply.ok()) {
      throw server.failed(reply);
    }
    var again = new ArrayList<String>();
    int i = 0;
    for (JsonNode item : reply.body().path("items")) {
      JsonNode done = item.elements().next();
      int status = done.path("status").asInt();
      if (status == TOO_MUCH) {
        again.add(sent.get(i));
      } else if (status == CONFLICT) {
        throw new IndexException(server.place() + " was changed by another process at the same time. Reload again.");
      } else if (status >= 300 && !(status == GONE && item.has("delete"))) {
        throw server.failed(new Server.Reply(status, done));
      }
      i++;
    }
    if (i != sent.size()) {
      throw new IndexException(server.place() + " answered for " + i + " of " + sent.size()
          + " changes. Check the cluster's health and reload again.");
    }
    return again;
  }
}

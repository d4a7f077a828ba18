package dev.docent.index.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.index.IndexDamagedException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The document that holds the state. It is changed only by who knows what it was. */
final class Control {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Server server;
  private final String index;
  private final String path;

  /** @param seq and {@code term}: the version that the state was read in */
  record Read(State state, long seq, long term) {}

  Control(Server server, String name) {
    this.server = server;
    this.index = name + "-state";
    this.path = "/" + index + "/_doc/state";
  }

  String index() {
    return index;
  }

  /** The index of the state and a first state in it, if there are none. */
  void ensure(State first) {
    ObjectNode made = Server.JSON.createObjectNode();
    made.putObject("settings").put("index.number_of_shards", 1).put("index.auto_expand_replicas", "0-1");
    made.putObject("mappings").put("enabled", false);
    create(index, made);
    Server.Reply reply = server.send("PUT", path, Map.of("op_type", "create"), Server.JSON.valueToTree(first));
    if (!reply.ok() && reply.status() != CONFLICT) {
      throw server.failed(reply);
    }
  }

  /** Makes an index, unless another process was faster. */
  void create(String name, ObjectNode made) {
    Server.Reply reply = server.send("PUT", "/" + name, Map.of(), made);
    if (!reply.ok() && !reply.is("resource_already_exists_exception")) {
      throw server.failed(reply);
    }
  }

  /** @throws IndexDamagedException when there is none, or it can't be understood */
  Read read() {
    Server.Reply reply = server.send("GET", path, Map.of("preference", "_primary"), null);
    JsonNode body = reply.body();
    if (reply.status() == NOT_FOUND) {
      throw new IndexDamagedException(server.place(), "its state has gone", new IOException("not found"));
    }
    if (!reply.ok()) {
      throw server.failed(reply);
    }
    try {
      return new Read(State.of(body.path("_source")), body.path("_seq_no").asLong(),
          body.path("_primary_term").asLong());
    } catch (JsonProcessingException e) {
      throw new IndexDamagedException(server.place(), "its state can't be understood", e);
    }
  }

  /** The state in the place of the one that was read; empty when that had been changed. */
  Optional<Read> replace(Read read, State state) {
    Server.Reply reply = server.send("PUT", path,
        Map.of("if_seq_no", Long.toString(read.seq()), "if_primary_term", Long.toString(read.term())),
        Server.JSON.valueToTree(state));
    if (reply.status() == CONFLICT) {
      return Optional.empty();
    }
    if (!reply.ok()) {
      throw reply.status() == NOT_FOUND
          ? new IndexDamagedException(server.place(), "its state has gone", new IOException("not found"))
          : server.failed(reply);
    }
    return Optional
        .of(new Read(state, reply.body().path("_seq_no").asLong(), reply.body().path("_primary_term").asLong()));
  }

  /** Overwrites whatever is there, for a state that can't be understood. */
  void overwrite(State state) {
    Server.Reply reply = server.send("PUT", path, Map.of(), Server.JSON.valueToTree(state));
    if (!reply.ok()) {
      throw server.failed(reply);
    }
  }
}

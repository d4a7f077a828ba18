package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docent.index.IndexException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Clears away what nobody can see: the half-done of changes that failed, and what died so long ago that no view holds it. */
final class Cleaner {
  /** A request of somebody who has lost the lease may still arrive for this long. */
  private static final Duration LATE = Duration.ofHours(1);

  private final Server server;
  private final Control control;
  private final OpenSearchSettings settings;

  Cleaner(Server server, Control control, OpenSearchSettings settings) {
    this.server = server;
    this.control = control;
    this.settings = settings;
  }

  /** For who holds the lease and has changed nothing yet. */
  void clean(HeldLease lease) {
    State state = lease.state();
    if (!state.aborted().isEmpty()) {
      undo(lease, state.data(), state.abortedGenerations());
    }
    long now = System.currentTimeMillis();
    long seen = now - settings.view().multipliedBy(2).toMillis();
    long died = state.commits()
        .stream()
        .filter(commit -> commit.at() < seen)
        .mapToLong(State.Commit::generation)
        .max()
        .orElse(0);
    if (died > 0) {
      bury(lease, state.data(), died);
    }
    List<String> gone = state.dropped()
        .stream()
        .filter(dropped -> dropped.at() < seen)
        .map(State.Dropped::index)
        .toList();
    List<String> kept = state.dropped().stream().map(State.Dropped::index).filter(one -> !gone.contains(one)).toList();
    for (String index : indices()) {
      if (!index.equals(state.data()) && !index.equals(control.index()) && !kept.contains(index)) {
        lease.mustBeHeld();
        drop(index);
      }
    }
    long late = now - LATE.toMillis();
    if (died > 0 || !gone.isEmpty() || state.aborted().stream().anyMatch(one -> one.at() < late)) {
      lease.change(before -> before.swept(died, gone, late));
    }
  }

  /** Takes back what generations did that never were committed. */
  void undo(HeldLease lease, String index, List<Long> generations) {
    server.refresh(index);
    var search = new Search(server, index, settings.shards() > 1);
    var bulk = new Bulk(server, index, lease::mustBeHeld);
    ArrayNode filters = Server.JSON.createArrayNode();
    filters.add(Lives.either(Lives.terms(IndexMapping.BORN, generations), Lives.terms(IndexMapping.DIED, generations)));
    search.each(filters, List.of(IndexMapping.BORN), hit -> {
      if (generations.contains(hit.path("_source").path(IndexMapping.BORN).asLong())) {
        bulk.delete(hit.path("_id").asText());
      } else {
        bulk.died(hit, IndexMapping.NEVER);
      }
    });
    bulk.flush();
    server.refresh(index);
  }

  /** Dead documents weigh in a term's rarity until they have gone from the server's files, too. */
  private void bury(HeldLease lease, String index, long died) {
    var search = new Search(server, index, settings.shards() > 1);
    var bulk = new Bulk(server, index, lease::mustBeHeld);
    ArrayNode filters = Server.JSON.createArrayNode().add(Lives.range(IndexMapping.DIED, "lte", died));
    search.each(filters, List.of(IndexMapping.BORN), hit -> bulk.delete(hit.path("_id").asText()));
    bulk.flush();
    server.refresh(index);
    expunge(index);
  }

  void expunge(String index) {
    try {
      // What was deleted since the last flush isn't merged away.
      server.done("POST", "/" + index + "/_flush", Map.of(), null);
      server.done("POST", "/" + index + "/_forcemerge", Map.of("only_expunge_deletes", "true"), null);
      server.refresh(index);
    } catch (IndexException e) {
      // A large index takes longer than a request may; the server goes on by itself.
    }
  }

  void drop(String index) {
    server.send("DELETE", "/" + index, Map.of("ignore_unavailable", "true"), null);
  }

  private List<String> indices() {
    var names = new ArrayList<String>();
    StreamSupport
        .stream(server.done("GET", "/_cat/indices/" + settings.index() + "-*", Map.of("format", "json", "h", "index"),
            null).spliterator(), false)
        .map(one -> one.path("index").asText())
        .filter(name -> name.matches("\\Q" + settings.index() + "\\E-\\d+"))
        .forEach(names::add);
    return names;
  }
}

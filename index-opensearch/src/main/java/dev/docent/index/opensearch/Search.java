package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Searches in one index. */
record Search(Server server, String index, boolean severalShards) {
  private static final int PAGE = 1_000;
  /** An order of everything that there is. */
  private static final List<String> ORDER = List.of(IndexMapping.DOCUMENT, IndexMapping.KIND, IndexMapping.ORDINAL,
      IndexMapping.BORN);

  /** @param body the whole request, but for its sources */
  List<JsonNode> hits(ObjectNode body, int size, List<String> sources) {
    if (size == 0) {
      return List.of();
    }
    body.put("size", size).put("track_total_hits", false);
    body.set("_source", Server.JSON.valueToTree(sources));
    var hits = new ArrayList<JsonNode>();
    server.search(index, body, severalShards).path("hits").path("hits").forEach(hits::add);
    return hits;
  }

  /** Everything that passes the filters, however much, ordered by document, kind and ordinal. */
  void each(ArrayNode filters, List<String> sources, Consumer<JsonNode> use) {
    ArrayNode after = null;
    while (true) {
      ObjectNode body = Server.JSON.createObjectNode();
      body.set("query", Lives.all(filters));
      body.set("sort", Server.JSON.valueToTree(ORDER));
      body.put("seq_no_primary_term", true);
      if (after != null) {
        body.set("search_after", after);
      }
      List<JsonNode> page = hits(body, PAGE, sources);
      page.forEach(use);
      if (page.size() < PAGE) {
        return;
      }
      after = (ArrayNode) page.getLast().path("sort");
    }
  }

  int count(ArrayNode filters) {
    ObjectNode body = Server.JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
    body.set("query", Lives.all(filters));
    return server.search(index, body, severalShards).path("hits").path("total").path("value").asInt();
  }
}

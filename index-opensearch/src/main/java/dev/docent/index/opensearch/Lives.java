package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Filters, those of what lives among them. */
final class Lives {

  private Lives() {}

  /** What is there at a generation: born by then, and not dead; what never was committed has no say in either. */
  static ArrayNode at(long generation, List<Long> aborted) {
    ArrayNode filters = Server.JSON.createArrayNode();
    filters.add(range(IndexMapping.BORN, "lte", generation));
    if (aborted.isEmpty()) {
      filters.add(range(IndexMapping.DIED, "gt", generation));
    } else {
      filters.add(either(range(IndexMapping.DIED, "gt", generation), terms(IndexMapping.DIED, aborted)));
      ObjectNode not = Server.JSON.createObjectNode();
      not.putObject("bool").putArray("must_not").add(terms(IndexMapping.BORN, aborted));
      filters.add(not);
    }
    return filters;
  }

  static ObjectNode all(ArrayNode filters) {
    ObjectNode query = Server.JSON.createObjectNode();
    query.putObject("bool").set("filter", filters);
    return query;
  }

  static ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode query = Server.JSON.createObjectNode();
    query.putObject("bool").put("minimum_should_match", 1).putArray("should").add(one).add(other);
    return query;
  }

  static ObjectNode term(String field, String value) {
    ObjectNode query = Server.JSON.createObjectNode();
    query.putObject("term").put(field, value);
    return query;
  }

  static ObjectNode range(String field, String how, long value) {
    ObjectNode query = Server.JSON.createObjectNode();
    query.putObject("range").putObject(field).put(how, value);
    return query;
  }

  static ObjectNode terms(String field, Collection<?> values) {
    ObjectNode query = Server.JSON.createObjectNode();
    query.putObject("terms").set(field, Server.JSON.<JsonNode>valueToTree(values));
    return query;
  }
}

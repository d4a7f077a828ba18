package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.corpus.Block;
import dev.docent.corpus.Language;
import dev.docent.corpus.Pages;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.Term;
import dev.docent.index.analysis.Analyzers;
import dev.docent.index.analysis.SegmentTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the index. Of every document of the corpus it holds one of kind {@code entry}, one of kind {@code text},
 * one of kind {@code segment} per segment, and one of kind {@code vector} per segment that has a vector or waits for
 * one. All carry the generation they were born in and the one they died in.
 */
final class IndexMapping {
  static final String KIND = "kind";
  static final String DOCUMENT = "document";
  static final String SEGMENT = "segment";
  static final String SOURCE = "source";
  static final String FINGERPRINT = "fingerprint";
  static final String PENDING = "pending";
  static final String READ_ORDER = "read_order";
  static final String ORDINAL = "ordinal";
  static final String WORDED = "worded";
  static final String BORN = "born";
  static final String DIED = "died";
  static final String VECTOR = "vector";
  static final String STORED = "stored";
  /** Of what lives. */
  static final long NEVER = Long.MAX_VALUE;

  private IndexMapping() {}

  static String body(Language language) {
    return "body_" + language.code();
  }

  static String heads(Language language) {
    return "heads_" + language.code();
  }

  /** An index with the embedded one's ranking; what is searched for is made findable at each commit and at no other time. */
  static ObjectNode index(int shards) {
    ObjectNode index = Server.JSON.createObjectNode();
    ObjectNode settings = index.putObject("settings");
    settings.put("index.number_of_shards", shards).put("index.auto_expand_replicas", "0-1");
    settings.put("index.refresh_interval", "-1").put("index.knn", true);
    settings.put("index.merge.policy.expunge_deletes_allowed", 1).put("index.merge.policy.deletes_pct_allowed", 5);
    // What was deleted is kept for copies that are away, for half of this or longer; by default for six hours, in which
    // it would weigh in the ranking.
    settings.put("index.soft_deletes.retention_lease.period", "1m");
    settings.putObject("index.similarity.default").put("type", "BM25").put("k1", 1.2).put("b", 0.75);
    ObjectNode mappings = index.putObject("mappings").put("dynamic", false);
    ObjectNode fields = mappings.putObject("properties");
    for (String name : List.of(KIND, DOCUMENT, SEGMENT, FINGERPRINT, PENDING, WORDED)) {
      fields.putObject(name).put("type", "keyword");
    }
    for (String name : List.of(BORN, DIED, READ_ORDER, ORDINAL)) {
      fields.putObject(name).put("type", "long");
    }
    for (Language language : Language.values()) {
      for (String name : List.of(body(language), heads(language))) {
        fields.putObject(name).put("type", "text").put("analyzer", "whitespace").put("index_options", "freqs");
      }
    }
    fields.putObject(STORED).put("type", "object").put("enabled", false);
    return index;
  }

  /** A field for vectors of a dimension, on the engine that filters inside the search. */
  static ObjectNode vectors(int dimension) {
    ObjectNode mapping = Server.JSON.createObjectNode();
    ObjectNode vector = mapping.putObject("properties").putObject(VECTOR);
    vector.put("type", "knn_vector").put("dimension", dimension);
    vector.putObject("method").put("name", "hnsw").put("engine", "lucene").put("space_type", "cosinesimil");
    return mapping;
  }

  static String id(long generation, String kind, String documentId, int ordinal) {
    return generation + "-" + kind + "-" + SegmentTexts.fingerprint(documentId) + "-" + ordinal;
  }

  static ObjectNode entry(DocumentEntry entry, long born) {
    ObjectNode made = document("entry", entry.id(), 0, born);
    ObjectNode stored = made.putObject(STORED);
    stored.put("id", entry.id()).put("title", entry.title()).put("language", entry.language().code());
    stored.put("stamp", entry.stamp()).put("segments", entry.segments()).put("changed", entry.changed().toEpochMilli());
    stored.put("read_at", entry.readAt().toEpochMilli()).put("problem", entry.problem());
    ArrayNode remarks = stored.putArray("remarks");
    entry.remarks().forEach(remarks::add);
    return made;
  }

  static DocumentEntry entry(JsonNode source) {
    JsonNode stored = source.path(STORED);
    var remarks = new ArrayList<String>();
    stored.path("remarks").forEach(remark -> remarks.add(remark.asText()));
    return new DocumentEntry(stored.path("id").asText(), stored.path("title").asText(),
        Language.ofCode(stored.path("language").asText()), stored.path("stamp").asText(),
        stored.path("segments").asInt(), Instant.ofEpochMilli(stored.path("changed").asLong()),
        Instant.ofEpochMilli(stored.path("read_at").asLong()), stored.path("problem").asText(), remarks);
  }

  static ObjectNode text(String documentId, String text, long born) {
    ObjectNode made = document("text", documentId, 0, born);
    made.putObject(STORED).put("text", text);
    return made;
  }

  static ObjectNode segment(Segment segment, Analyzers analyzers, long born) {
    ObjectNode made = document("segment", segment.documentId(), segment.ordinal(), born);
    made.put(SEGMENT, segment.id());
    String body = terms(analyzers, segment.text(), segment.language());
    made.put(body(segment.language()), body);
    made.put(heads(segment.language()), terms(analyzers, SegmentTexts.heads(segment), segment.language()));
    if (!body.isEmpty()) {
      made.put(WORDED, segment.language().code());
    }
    store(segment, made.putObject(STORED));
    return made;
  }

  private static String terms(Analyzers analyzers, String text, Language language) {
    return analyzers.terms(text, language).stream().map(Term::text).collect(Collectors.joining(" "));
  }

  private static void store(Segment segment, ObjectNode stored) {
    stored.put("document", segment.documentId()).put("title", segment.title()).put("ordinal", segment.ordinal());
    ArrayNode headings = stored.putArray("headings");
    segment.headings().forEach(headings::add);
    stored.put("text", segment.text()).put("body_start", segment.bodyStart()).put("start", segment.start());
    stored.put("first_line", segment.firstLine()).put("first_page", segment.pages().first());
    ArrayNode breaks = stored.putArray("breaks");
    segment.pages().breaks().forEach(breaks::add);
    ArrayNode rows = stored.putArray("rows");
    segment.pages().rows().forEach(row -> rows.addArray().add(row.offset()).add(row.number()));
    ArrayNode blocks = stored.putArray("blocks");
    segment.blocks()
        .forEach(block -> blocks.addArray()
            .add(block.kind().name())
            .add(block.level())
            .add(block.start())
            .add(block.end()));
    stored.put("language", segment.language().code());
  }

  static Segment segment(JsonNode source) {
    JsonNode stored = source.path(STORED);
    var headings = new ArrayList<String>();
    stored.path("headings").forEach(heading -> headings.add(heading.asText()));
    var breaks = new ArrayList<Integer>();
    stored.path("breaks").forEach(at -> breaks.add(at.asInt()));
    var rows = new ArrayList<Pages.Row>();
    stored.path("rows").forEach(row -> rows.add(new Pages.Row(row.path(0).asInt(), row.path(1).asInt())));
    var blocks = new ArrayList<Block>();
    stored.path("blocks")
        .forEach(block -> blocks.add(new Block(Block.Kind.valueOf(block.path(0).asText()), block.path(1).asInt(),
            block.path(2).asInt(), block.path(3).asInt())));
    return new Segment(stored.path("document").asText(), stored.path("title").asText(),
        stored.path("ordinal").asInt(), headings, stored.path("text").asText(), stored.path("body_start").asInt(),
        stored.path("start").asInt(), stored.path("first_line").asInt(),
        new Pages(stored.path("first_page").asInt(), breaks, rows), blocks,
        Language.ofCode(stored.path("language").asText()));
  }

  /**
   * @param source the id of the segment's own document
   * @param vector null for one that waits for it
   */
  static ObjectNode vector(Segment segment, String source, long readAt, long born, float @Nullable [] vector) {
    ObjectNode made = document("vector", segment.documentId(), segment.ordinal(), born);
    made.put(SEGMENT, segment.id()).put(SOURCE, source).put(FINGERPRINT, SegmentTexts.fingerprint(segment));
    made.put(READ_ORDER, readAt);
    if (vector == null) {
      made.put(PENDING, "yes");
    } else {
      made.set(VECTOR, array(vector));
    }
    return made;
  }

  static ArrayNode array(float[] vector) {
    ArrayNode array = Server.JSON.createArrayNode();
    for (float value : vector) {
      array.add(value);
    }
    return array;
  }

  static float[] vector(JsonNode array) {
    var vector = new float[array.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) array.get(i).asDouble();
    }
    return vector;
  }

  private static ObjectNode document(String kind, String documentId, int ordinal, long born) {
    return Server.JSON.createObjectNode()
        .put(KIND, kind)
        .put(DOCUMENT, documentId)
        .put(ORDINAL, ordinal)
        .put(BORN, born)
        .put(DIED, NEVER);
  }
}

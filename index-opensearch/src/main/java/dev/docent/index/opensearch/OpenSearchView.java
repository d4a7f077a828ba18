package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexException;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.ScoredSegment;
import dev.docent.index.Term;
import dev.docent.index.WeightedTerm;
import dev.docent.index.analysis.Analyzers;
import dev.docent.index.analysis.SegmentTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What lives at one generation. */
final class OpenSearchView implements IndexView {
  private static final int MOST_TERMS = 256;
  /** Of a graph of vectors so many are looked at at least: it finds the nearest with near certainty. */
  private static final int LOOKED_AT = 200;
  private static final int MOST_LOOKED_AT = 10_000;
  private static final int FINGERPRINTS = 500;
  private static final List<String> STORED = List.of(IndexMapping.STORED);

  private final Control control;
  private final State state;
  private final Search search;
  private final Analyzers analyzers;
  private final Frequencies frequencies;
  private final ArrayNode living;
  private final long readableNanos;
  private volatile long since = System.nanoTime();

  OpenSearchView(Control control, State state, Search search, Analyzers analyzers, Frequencies frequencies,
      long readableNanos) {
    this.control = control;
    this.state = state;
    this.search = search;
    this.analyzers = analyzers;
    this.frequencies = frequencies;
    this.living = Lives.at(state.generation(), state.abortedGenerations());
    this.readableNanos = readableNanos;
  }

  /** What has died since is cleared away some time; a view that may miss it says so instead of giving less. */
  private void mustBeWhole() {
    long now = System.nanoTime();
    if (now - since > readableNanos) {
      State newest = control.read().state();
      if (newest.generation() != state.generation() || !newest.data().equals(state.data())) {
        throw new IndexException(search.server().place()
            + " has changed, and the state asked for is too old to be read. Ask again.");
      }
      since = now;
    }
  }

  private ArrayNode living(String kind) {
    mustBeWhole();
    return living.deepCopy().add(Lives.term(IndexMapping.KIND, kind));
  }

  private ArrayNode living(String kind, String documentId) {
    return living(kind).add(Lives.term(IndexMapping.DOCUMENT, documentId));
  }

  @Override
  public List<ScoredSegment> matchingTerms(List<WeightedTerm> terms, Language language, int limit) {
    if (terms.isEmpty()) {
      return List.of();
    }
    ObjectNode query = Server.JSON.createObjectNode();
    ObjectNode bool = query.putObject("bool").put("minimum_should_match", 1);
    bool.set("filter", living("segment"));
    ArrayNode should = bool.putArray("should");
    for (WeightedTerm term : weightiest(terms, language)) {
      should.add(weighted(IndexMapping.body(language), term, 1));
      should.add(weighted(IndexMapping.heads(language), term, SegmentTexts.HEADS_WEIGHT));
    }
    var found = new ArrayList<ScoredSegment>();
    for (JsonNode hit : search.hits(byScore(query), limit, STORED)) {
      found.add(new ScoredSegment(IndexMapping.segment(hit.path("_source")), hit.path("_score").asDouble()));
    }
    return found;
  }

  /** A query of too many clauses would be refused: what is rarest in the index says most. */
  private List<WeightedTerm> weightiest(List<WeightedTerm> terms, Language language) {
    return terms.size() <= MOST_TERMS
        ? terms
        : terms.stream()
            .sorted(Comparator.comparing((WeightedTerm term) -> documentFrequency(term.text(), language) == 0)
                .thenComparing(term -> -term.weight() * idf(term.text(), language)))
            .limit(MOST_TERMS)
            .toList();
  }

  private static ObjectNode weighted(String field, WeightedTerm term, float boost) {
    ObjectNode query = Server.JSON.createObjectNode();
    query.putObject("term").putObject(field).put("value", term.text()).put("boost", (float) term.weight() * boost);
    return query;
  }

  /** Best first, and by id where scores are alike. */
  private static ObjectNode byScore(ObjectNode query) {
    ObjectNode body = Server.JSON.createObjectNode();
    body.set("query", query);
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("_score", "desc");
    sort.addObject().put(IndexMapping.SEGMENT, "asc");
    return body;
  }

  @Override
  public List<ScoredSegment> nearest(float[] vector, int limit) {
    if (state.dimension() == 0 || limit == 0) {
      return List.of();
    }
    if (vector.length != state.dimension()) {
      throw new IndexException(search.server().place() + " has vectors of " + state.dimension()
          + " dimensions, and one of " + vector.length + " was asked for. Reload with 'docent reload'.");
    }
    ObjectNode query = Server.JSON.createObjectNode();
    ObjectNode near = query.putObject("knn").putObject(IndexMapping.VECTOR);
    near.set("vector", IndexMapping.array(vector));
    near.put("k", Math.min(MOST_LOOKED_AT, Math.max(LOOKED_AT, 2 * limit)));
    near.set("filter", Lives.all(living("vector")));
    List<JsonNode> hits = search.hits(byScore(query), limit, List.of(IndexMapping.SOURCE));
    Map<String, Segment> segments = byId(hits.stream().map(OpenSearchView::source).toList());
    var found = new ArrayList<ScoredSegment>();
    for (JsonNode hit : hits) {
      Segment segment = segments.get(source(hit));
      if (segment == null) {
        throw new IndexException(search.server().place() + " has lost a segment. Reload with 'docent reload'.");
      }
      // The server scores a cosine c as (1 + c) / 2.
      found.add(new ScoredSegment(segment, 2 * hit.path("_score").asDouble() - 1));
    }
    return found;
  }

  private static String source(JsonNode hit) {
    return hit.path("_source").path(IndexMapping.SOURCE).asText();
  }

  private Map<String, Segment> byId(List<String> ids) {
    var segments = new HashMap<String, Segment>();
    ObjectNode body = Server.JSON.createObjectNode();
    body.putObject("query").putObject("ids").set("values", Server.JSON.valueToTree(ids));
    for (JsonNode hit : search.hits(body, ids.size(), STORED)) {
      segments.put(hit.path("_id").asText(), IndexMapping.segment(hit.path("_source")));
    }
    return segments;
  }

  @Override
  public List<Term> terms(String text, Language language) {
    List<Term> terms = analyzers.terms(text, language);
    frequencies.expect(terms, language);
    return terms;
  }

  @Override
  public double idf(String term, Language language) {
    mustBeWhole();
    return frequencies.idf(term, language);
  }

  @Override
  public int documentFrequency(String term, Language language) {
    mustBeWhole();
    return frequencies.of(term, language);
  }

  @Override
  public List<String> spelledLike(String term, Language language) {
    mustBeWhole();
    return frequencies.spelledLike(term, language);
  }

  @Override
  public Set<Language> languages() {
    mustBeWhole();
    return frequencies.worded();
  }

  @Override
  public Optional<String> text(String documentId) {
    return only(living("text", documentId)).map(source -> source.path(IndexMapping.STORED).path("text").asText());
  }

  @Override
  public Optional<DocumentEntry> document(String documentId) {
    return only(living("entry", documentId)).map(IndexMapping::entry);
  }

  private Optional<JsonNode> only(ArrayNode filters) {
    ObjectNode body = Server.JSON.createObjectNode();
    body.set("query", Lives.all(filters));
    return search.hits(body, 1, STORED).stream().map(hit -> hit.path("_source")).findFirst();
  }

  @Override
  public List<DocumentEntry> documents() {
    var entries = new ArrayList<DocumentEntry>();
    search.each(living("entry"), STORED, hit -> entries.add(IndexMapping.entry(hit.path("_source"))));
    entries.sort(Comparator.comparing(DocumentEntry::id));
    return entries;
  }

  @Override
  public List<Segment> segments(String documentId) {
    return segments(living("segment", documentId));
  }

  @Override
  public List<Segment> segments(String documentId, int first, int last) {
    List<String> ids = IntStream.rangeClosed(Math.max(0, first), last).mapToObj(i -> documentId + "#" + i).toList();
    return ids.isEmpty() ? List.of() : segments(living("segment").add(Lives.terms(IndexMapping.SEGMENT, ids)));
  }

  private List<Segment> segments(ArrayNode filters) {
    var segments = new ArrayList<Segment>();
    search.each(filters, STORED, hit -> segments.add(IndexMapping.segment(hit.path("_source"))));
    segments.sort(Comparator.comparingInt(Segment::ordinal));
    return segments;
  }

  @Override
  public int segmentCount() {
    return search.count(living("segment"));
  }

  @Override
  public int vectorsMissing() {
    return search.count(pending());
  }

  private ArrayNode pending() {
    return living("vector").add(Lives.term(IndexMapping.PENDING, "yes"));
  }

  @Override
  public List<Segment> withoutVector(int limit) {
    ObjectNode body = Server.JSON.createObjectNode();
    body.set("query", Lives.all(pending()));
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put(IndexMapping.READ_ORDER, "desc");
    sort.addObject().put(IndexMapping.SEGMENT, "asc");
    List<String> ids = search.hits(body, Math.min(limit, MOST_LOOKED_AT), List.of(IndexMapping.SOURCE))
        .stream()
        .map(OpenSearchView::source)
        .toList();
    Map<String, Segment> segments = byId(ids);
    return ids.stream().map(segments::get).filter(java.util.Objects::nonNull).toList();
  }

  @Override
  public Map<String, float[]> vectorsByFingerprint(Set<String> fingerprints) {
    var vectors = new HashMap<String, float[]>();
    if (state.dimension() == 0) {
      return vectors;
    }
    var all = new ArrayList<>(fingerprints);
    for (int from = 0; from < all.size(); from += FINGERPRINTS) {
      List<String> some = all.subList(from, Math.min(all.size(), from + FINGERPRINTS));
      ArrayNode filters = living("vector").add(Lives.terms(IndexMapping.FINGERPRINT, some));
      ObjectNode there = Server.JSON.createObjectNode();
      there.putObject("bool").putArray("must_not").add(Lives.term(IndexMapping.PENDING, "yes"));
      ObjectNode body = Server.JSON.createObjectNode();
      body.set("query", Lives.all(filters.add(there)));
      body.putObject("collapse").put("field", IndexMapping.FINGERPRINT);
      for (JsonNode hit : search.hits(body, some.size(), List.of(IndexMapping.FINGERPRINT, IndexMapping.VECTOR))) {
        JsonNode source = hit.path("_source");
        vectors.put(source.path(IndexMapping.FINGERPRINT).asText(),
            IndexMapping.vector(source.path(IndexMapping.VECTOR)));
      }
    }
    return vectors;
  }

  @Override
  public long generation() {
    return state.generation();
  }

  @Override
  public Optional<IndexManifest> manifest() {
    return Optional.ofNullable(state.manifest());
  }

  @Override
  public Optional<String> lost() {
    return state.lost().isEmpty() ? Optional.empty() : Optional.of(state.lost());
  }

  @Override
  public void close() {
    // Nothing is held on the server: what has died stays there for longer than a view may be read.
  }
}

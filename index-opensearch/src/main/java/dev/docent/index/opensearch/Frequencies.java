package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.corpus.Language;
import dev.docent.index.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * In how many of the living segments terms are, counted by the server and kept for as long as a generation is the
 * newest. Terms that were made of a text are likely to be asked for, so they are counted together with the first that is.
 */
final class Frequencies {
  private static final int TOGETHER = 256;
  private static final int MOST_KEPT = 100_000;
  private static final int SHORTEST_SPELLED = 4;

  private final Search search;
  private final ArrayNode living;
  private final Map<Counted, Integer> counts = new ConcurrentHashMap<>();
  private final Map<Counted, List<String>> spelled = new ConcurrentHashMap<>();
  private final Set<Counted> expected = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Map<Language, Integer> languages;

  private record Counted(String term, Language language) {}

  Frequencies(Search search, ArrayNode living) {
    this.search = search;
    this.living = living;
  }

  void expect(List<Term> terms, Language language) {
    if (expected.size() < 4 * TOGETHER) {
      for (Term term : terms) {
        var counted = new Counted(term.text(), language);
        if (!counts.containsKey(counted)) {
          expected.add(counted);
        }
      }
    }
  }

  int of(String term, Language language) {
    var asked = new Counted(term, language);
    Integer known = counts.get(asked);
    if (known != null) {
      return known;
    }
    var together = new ArrayList<Counted>(List.of(asked));
    expected.stream().filter(one -> !one.equals(asked)).limit(TOGETHER - 1).forEach(together::add);
    List<Integer> counted = count(together);
    if (counts.size() > MOST_KEPT) {
      counts.clear();
    }
    for (int i = 0; i < counted.size(); i++) {
      counts.put(together.get(i), counted.get(i));
      expected.remove(together.get(i));
    }
    return counted.getFirst();
  }

  private List<Integer> count(List<Counted> terms) {
    ObjectNode body = Server.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
    body.set("query", Lives.all(living.deepCopy().add(Lives.term(IndexMapping.KIND, "segment"))));
    ArrayNode filters = body.putObject("aggs").putObject("terms").putObject("filters").putArray("filters");
    for (Counted one : terms) {
      filters.add(Lives.term(IndexMapping.body(one.language()), one.term()));
    }
    var counts = new ArrayList<Integer>();
    search.server()
        .search(search.index(), body, search.severalShards())
        .path("aggregations")
        .path("terms")
        .path("buckets")
        .forEach(bucket -> counts.add(bucket.path("doc_count").asInt()));
    return counts;
  }

  /** The languages with segments, and how many segments have terms. */
  Map<Language, Integer> languages() {
    Map<Language, Integer> known = languages;
    if (known == null) {
      ObjectNode body = Server.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
      body.set("query", Lives.all(living.deepCopy().add(Lives.term(IndexMapping.KIND, "segment"))));
      body.putObject("aggs")
          .putObject("languages")
          .putObject("terms")
          .put("field", IndexMapping.WORDED)
          .put("size", 10 * Language.values().length);
      known = new EnumMap<>(Language.class);
      for (JsonNode bucket : search.server()
          .search(search.index(), body, search.severalShards())
          .path("aggregations")
          .path("languages")
          .path("buckets")) {
        known.put(Language.ofCode(bucket.path("key").asText()), bucket.path("doc_count").asInt());
      }
      languages = known;
    }
    return known;
  }

  Set<Language> worded() {
    Set<Language> there = EnumSet.noneOf(Language.class);
    there.addAll(languages().keySet());
    return there;
  }

  double idf(String term, Language language) {
    double n = languages().getOrDefault(language, 0);
    double df = of(term, language);
    return Math.log(1 + (n - df + 0.5) / (df + 0.5));
  }

  /** As Lucene's own spell checker, which the server has too, finds them; only such as live. */
  List<String> spelledLike(String term, Language language) {
    if (term.length() < SHORTEST_SPELLED || of(term, language) > 0) {
      return List.of();
    }
    return spelled.computeIfAbsent(new Counted(term, language), asked -> similar(asked.term(), asked.language()));
  }

  private List<String> similar(String term, Language language) {
    ObjectNode body = Server.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
    body.set("query", Lives.term(IndexMapping.KIND, "segment"));
    body.putObject("suggest")
        .putObject("like")
        .put("text", term)
        .putObject("term")
        .put("field", IndexMapping.body(language))
        .put("analyzer", "whitespace")
        .put("suggest_mode", "always")
        .put("size", 8)
        .put("prefix_length", 1)
        .put("min_word_length", SHORTEST_SPELLED)
        .put("max_edits", term.length() < 6 ? 1 : 2)
        .put("accuracy", 0.6);
    var like = new ArrayList<String>();
    search.server()
        .search(search.index(), body, search.severalShards())
        .path("suggest")
        .path("like")
        .path(0)
        .path("options")
        .forEach(option -> like.add(option.path("text").asText()));
    return like.stream().filter(word -> of(word, language) > 0).limit(2).toList();
  }
}

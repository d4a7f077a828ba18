package dev.docent.index;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An index of a few segments with lower-cased words for terms, no stems and no vectors. */
public final class InMemoryIndexView implements IndexView {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Set<String> STOP_WORDS = Set.of("a", "an", "and", "are", "at", "by", "for", "he", "his", "in",
      "is", "it", "not", "of", "on", "she", "that", "the", "they", "this", "to", "was", "were", "with", "you");

  private final Map<String, String> texts = new TreeMap<>();
  private final List<Segment> segments;
  private Instant changed = Instant.EPOCH;

  /** A view of segments; a document's text is that of its segments, a blank line between them. */
  public InMemoryIndexView(Segment... segments) {
    this.segments = List.of(segments);
    for (Segment segment : segments) {
      texts.merge(segment.documentId(), segment.text(), (before, more) -> before + "\n\n" + more);
    }
  }

  /** Lets all its documents have been written then. */
  public InMemoryIndexView changed(Instant then) {
    changed = then;
    return this;
  }

  /** An English segment that is all body, the only one of its document. */
  public static Segment segment(String documentId, String text) {
    return new Segment(documentId, documentId, 0, List.of(), text, 0, 0, 1, Language.ENGLISH);
  }

  @Override
  public List<ScoredSegment> matchingTerms(List<WeightedTerm> terms, Language language, int limit) {
    var found = new ArrayList<ScoredSegment>();
    for (Segment segment : segments) {
      Set<String> held = words(segment.text());
      double score = terms.stream()
          .filter(term -> held.contains(term.text()))
          .mapToDouble(term -> term.weight() * idf(term.text(), language))
          .sum();
      if (score > 0 && segment.language() == language) {
        found.add(new ScoredSegment(segment, score));
      }
    }
    found.sort(Comparator.comparingDouble(ScoredSegment::score).reversed());
    return found.subList(0, Math.min(limit, found.size()));
  }

  @Override
  public Optional<String> lost() {
    return Optional.empty();
  }

  @Override
  public List<ScoredSegment> nearest(float[] vector, int limit) {
    return List.of();
  }

  @Override
  public List<Term> terms(String text, Language language) {
    return WORD.matcher(text)
        .results()
        .map(word -> new Term(word.group().toLowerCase(Locale.ROOT), word.start(), word.end()))
        .filter(term -> !STOP_WORDS.contains(term.text()))
        .toList();
  }

  @Override
  public double idf(String term, Language language) {
    int holding = documentFrequency(term, language);
    return Math.log(1 + (segments.size() - holding + 0.5) / (holding + 0.5));
  }

  @Override
  public int documentFrequency(String term, Language language) {
    return (int) segments.stream()
        .filter(segment -> segment.language() == language && words(segment.text()).contains(term))
        .count();
  }

  @Override
  public List<String> spelledLike(String term, Language language) {
    return List.of();
  }

  @Override
  public Set<Language> languages() {
    return segments.stream().map(Segment::language).collect(Collectors.toSet());
  }

  @Override
  public Optional<String> text(String documentId) {
    return Optional.ofNullable(texts.get(documentId));
  }

  @Override
  public Optional<DocumentEntry> document(String documentId) {
    return documents().stream().filter(entry -> entry.id().equals(documentId)).findFirst();
  }

  @Override
  public List<DocumentEntry> documents() {
    return texts.keySet().stream().map(id -> {
      List<Segment> own = segments(id);
      return new DocumentEntry(id, own.getFirst().title(), own.getFirst().language(), "", own.size(), changed,
          Instant.EPOCH, "", List.of());
    }).toList();
  }

  @Override
  public List<Segment> segments(String documentId) {
    return segments.stream().filter(segment -> segment.documentId().equals(documentId)).toList();
  }

  @Override
  public List<Segment> segments(String documentId, int first, int last) {
    return segments(documentId).stream().filter(s -> s.ordinal() >= first && s.ordinal() <= last).toList();
  }

  @Override
  public int segmentCount() {
    return segments.size();
  }

  @Override
  public long generation() {
    return 1;
  }

  @Override
  public int vectorsMissing() {
    return segments.size();
  }

  @Override
  public List<Segment> withoutVector(int limit) {
    return segments.subList(0, Math.min(limit, segments.size()));
  }

  @Override
  public Map<String, float[]> vectorsByFingerprint(Set<String> fingerprints) {
    return Map.of();
  }

  @Override
  public Optional<IndexManifest> manifest() {
    return Optional.of(new IndexManifest("none", "none", 1));
  }

  @Override
  public void close() {}

  private Set<String> words(String text) {
    return terms(text, Language.ENGLISH).stream().map(Term::text).collect(Collectors.toSet());
  }
}

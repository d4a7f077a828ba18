package dev.docent.index.lucene;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.ScoredSegment;
import dev.docent.index.Term;
import dev.docent.index.WeightedTerm;
import dev.docent.index.analysis.Analyzers;
import dev.docent.index.analysis.SegmentTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** One searcher, held from acquire to close. */
final class LuceneIndexView implements IndexView {

  private static final int MOST_TERMS = 256;

  private final SearcherManager searchers;
  private final IndexSearcher searcher;
  private final Terms terms;
  private final Stored stored;
  private final IndexFolder folder;
  private boolean closed;

  LuceneIndexView(SearcherManager searchers, IndexSearcher searcher, Analyzers analyzers, IndexFolder folder) {
    this.searchers = searchers;
    this.searcher = searcher;
    this.terms = new Terms(searcher, analyzers, folder);
    this.stored = new Stored(searcher, folder);
    this.folder = folder;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  @Override
  public List<ScoredSegment> matchingTerms(List<WeightedTerm> terms, Language language, int limit) {
    var query = new BooleanQuery.Builder();
    for (WeightedTerm term : weightiest(terms, language)) {
      query.add(weighted(Fields.body(language), term, 1), Occur.SHOULD);
      query.add(weighted(Fields.heads(language), term, SegmentTexts.HEADS_WEIGHT), Occur.SHOULD);
    }
    return terms.isEmpty() ? List.of() : scored(query.build(), limit, 0, 1);
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

  private static Query weighted(String field, WeightedTerm term, float boost) {
    return new BoostQuery(new TermQuery(new org.apache.lucene.index.Term(field, term.text())),
        (float) term.weight() * boost);
  }

  @Override
  public List<ScoredSegment> nearest(float[] vector, int limit) {
    // Lucene scores a dot product d as (1 + d) / 2.
    return scored(new KnnFloatVectorQuery(Fields.VECTOR, vector, limit), limit, -1, 2);
  }

  private List<ScoredSegment> scored(Query query, int limit, double plus, double times) {
    return folder.reading(() -> {
      TopDocs top = searcher.search(query, limit);
      var segments = new ArrayList<ScoredSegment>();
      for (ScoreDoc doc : top.scoreDocs) {
        Segment segment = Fields.segment(searcher.storedFields().document(doc.doc));
        segments.add(new ScoredSegment(segment, plus + times * doc.score));
      }
      return segments;
    });
  }

  @Override
  public List<Term> terms(String text, Language language) {
    return terms.terms(text, language);
  }

  @Override
  public double idf(String term, Language language) {
    return terms.idf(term, language);
  }

  @Override
  public int documentFrequency(String term, Language language) {
    return terms.documentFrequency(term, language);
  }

  @Override
  public List<String> spelledLike(String term, Language language) {
    return terms.spelledLike(term, language);
  }

  @Override
  public Set<Language> languages() {
    return terms.languages();
  }

  @Override
  public Optional<String> text(String documentId) {
    return stored.text(documentId);
  }

  @Override
  public Optional<DocumentEntry> document(String documentId) {
    return stored.document(documentId);
  }

  @Override
  public List<DocumentEntry> documents() {
    return stored.documents();
  }

  @Override
  public List<Segment> segments(String documentId) {
    return stored.segments(documentId);
  }

  @Override
  public List<Segment> segments(String documentId, int first, int last) {
    return stored.segments(documentId, first, last);
  }

  @Override
  public int segmentCount() {
    return stored.segmentCount();
  }

  @Override
  public int vectorsMissing() {
    return stored.vectorsMissing();
  }

  @Override
  public long generation() {
    return stored.generation();
  }

  @Override
  public List<Segment> withoutVector(int limit) {
    return stored.withoutVector(limit);
  }

  @Override
  public Map<String, float[]> vectorsByFingerprint(Set<String> fingerprints) {
    return stored.vectorsByFingerprint(fingerprints);
  }

  @Override
  public Optional<IndexManifest> manifest() {
    Map<String, String> data = commitData();
    String embedder = data.get("embedder");
    String splitter = data.get("splitter");
    String format = data.get("format");
    return embedder == null || splitter == null || format == null
        ? Optional.empty()
        : Optional.of(new IndexManifest(embedder, splitter, Integer.parseInt(format)));
  }

  @Override
  public Optional<String> lost() {
    return Optional.ofNullable(commitData().get(FirstCommit.LOST));
  }

  Map<String, String> commitData() {
    return folder.reading(() -> ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData());
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      folder.reading(() -> {
        searchers.release(searcher);
        return "released";
      });
    }
  }
}

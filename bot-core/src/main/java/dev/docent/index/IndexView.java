package dev.docent.index;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index at one moment. A reload doesn't change a view that is held; close it soon after use. Safe for use by
 * several threads.
 */
public interface IndexView extends AutoCloseable {

  /**
   * The segments that share terms with the query, best first, by BM25 within the given language.
   *
   * @throws IndexException when the index can't be read; never an empty list instead
   */
  List<ScoredSegment> matchingTerms(List<WeightedTerm> terms, Language language, int limit);

  /** The segments whose vectors are nearest, best first, scored by cosine; only those that have a vector. */
  List<ScoredSegment> nearest(float[] vector, int limit);

  /** The analysed terms of a text, in order: folded, stemmed, stop words left out. */
  List<Term> terms(String text, Language language);

  /** The inverse document frequency of a term over the segments of a language; largest for a term never seen. */
  double idf(String term, Language language);

  /** How many segments of the language hold the term. */
  int documentFrequency(String term, Language language);

  /** The terms of the index closest in spelling to one that it doesn't hold, nearest first; often none. */
  List<String> spelledLike(String term, Language language);

  /** The languages that have segments. */
  Set<Language> languages();

  /** The document's extracted text. */
  Optional<String> text(String documentId);

  /** What the index holds of a document; empty for one that it doesn't know. */
  Optional<DocumentEntry> document(String documentId);

  /** Every document, readable or not, ordered by id. */
  List<DocumentEntry> documents();

  /** The segments of a document, in order. */
  List<Segment> segments(String documentId);

  /** The segments of a document from one ordinal to another, both included, in order; those that there are. */
  List<Segment> segments(String documentId, int first, int last);

  int segmentCount();

  /** How many segments still wait for their vector. */
  int vectorsMissing();

  /** Some segments that wait for a vector, those of the most recently read documents first. */
  List<Segment> withoutVector(int limit);

  /** The vectors the index holds for texts of these fingerprints. */
  Map<String, float[]> vectorsByFingerprint(Set<String> fingerprints);

  /** A number of the state that the view is of: each commit to an index has a larger one than those before. */
  long generation();

  /** How the index was made; empty for an index that holds nothing yet. */
  Optional<IndexManifest> manifest();

  /** The damage for which an earlier index was given up; empty once the documents are in this one. */
  Optional<String> lost();

  @Override
  void close();
}

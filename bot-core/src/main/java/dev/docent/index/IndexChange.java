package dev.docent.index;

import dev.docent.corpus.Document;
import dev.docent.corpus.Segment;
import java.util.List;

/** One change of the index: closing it undoes what wasn't committed. For one thread. */
public interface IndexChange extends AutoCloseable {

  /** Forgets everything, for an index that is made anew. */
  void clear();

  /** Puts a document with its segments in the place of what was there. Vectors of unchanged texts are kept. */
  void put(DocumentEntry entry, Document document, List<Segment> segments);

  /** Changes what is known of a document and leaves its segments. */
  void note(DocumentEntry entry);

  /** Forgets a document. */
  void remove(String documentId);

  /** Makes the change up to here and its manifest durable and visible; what follows needs another. */
  void commit(IndexManifest manifest);

  @Override
  void close();
}

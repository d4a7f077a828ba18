package dev.docent.index.lucene;

import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.analysis.SegmentTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/** A change held in Lucene's writer until its commit; closing the writer without one rolls back. */
final class LuceneIndexChange implements IndexChange {
  private final IndexWriter writer;
  private final WriteLock lock;
  private final IndexFolder folder;
  private final Runnable committed;
  private final IndexView before;
  private final Predicate<Language> embedded;
  private boolean vectorsKept = true;

  /** @param committed makes a commit visible here */
  LuceneIndexChange(IndexWriter writer, WriteLock lock, Runnable committed, Predicate<Language> embedded,
      IndexView before) {
    this.writer = writer;
    this.lock = lock;
    this.folder = lock.folder();
    this.committed = committed;
    this.embedded = embedded;
    this.before = before;
  }

  @Override
  public void clear() {
    vectorsKept = false;
    folder.writing(writer::deleteAll);
  }

  @Override
  public void put(DocumentEntry entry, Document document, List<Segment> segments) {
    Map<String, float[]> vectors = vectorsKept
        ? before.vectorsByFingerprint(segments.stream().map(SegmentTexts::fingerprint).collect(Collectors.toSet()))
        : Map.of();
    var all = new ArrayList<org.apache.lucene.document.Document>();
    all.add(Fields.entry(entry));
    all.add(Fields.text(document.id(), document.text()));
    for (Segment segment : segments) {
      all.add(Fields.segment(segment, entry.readAt().toEpochMilli(), embedded.test(segment.language()),
          vectors.get(SegmentTexts.fingerprint(segment))));
    }
    folder.writing(() -> writer.updateDocuments(new Term(Fields.DOCUMENT, document.id()), all));
  }

  @Override
  public void note(DocumentEntry entry) {
    var old = new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.KIND, "entry")), Occur.FILTER)
        .add(new TermQuery(new Term(Fields.DOCUMENT, entry.id())), Occur.FILTER)
        .build();
    folder.writing(() -> {
      writer.deleteDocuments(old);
      writer.addDocument(Fields.entry(entry));
    });
  }

  @Override
  public void remove(String documentId) {
    folder.writing(() -> writer.deleteDocuments(new Term(Fields.DOCUMENT, documentId)));
  }

  @Override
  public void commit(IndexManifest manifest) {
    var data = new HashMap<String, String>();
    data.put("embedder", manifest.embedder());
    data.put("splitter", manifest.splitter());
    data.put("format", Integer.toString(manifest.format()));
    folder.writing(() -> {
      writer.setLiveCommitData(data.entrySet());
      Writing.mergeDeleted(writer);
      writer.commit();
    });
    committed.run();
  }

  @Override
  public void close() {
    before.close();
    folder.writing(() -> lock.release(writer));
  }
}

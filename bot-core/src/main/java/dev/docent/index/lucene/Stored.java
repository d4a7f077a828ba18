package dev.docent.index.lucene;

import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.Term;
import dev.docent.index.analysis.SegmentTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What the index has stored: entries, texts, segments and their vectors. */
final class Stored {
  private final IndexSearcher searcher;
  private final IndexFolder folder;

  Stored(IndexSearcher searcher, IndexFolder folder) {
    this.searcher = searcher;
    this.folder = folder;
  }

  Optional<String> text(String documentId) {
    return folder.reading(() -> {
      ScoreDoc[] found = searcher.search(both("text", documentId), 1).scoreDocs;
      return found.length == 0
          ? Optional.<String>empty()
          : Optional.of(searcher.storedFields().document(found[0].doc).get(Fields.TEXT));
    });
  }

  Optional<DocumentEntry> document(String documentId) {
    return folder.reading(() -> {
      ScoreDoc[] found = searcher.search(both("entry", documentId), 1).scoreDocs;
      return found.length == 0
          ? Optional.<DocumentEntry>empty()
          : Optional.of(Fields.entry(searcher.storedFields().document(found[0].doc)));
    });
  }

  List<DocumentEntry> documents() {
    return folder.reading(() -> {
      var entries = new ArrayList<DocumentEntry>();
      for (ScoreDoc doc : all(kind("entry"), Sort.INDEXORDER)) {
        entries.add(Fields.entry(searcher.storedFields().document(doc.doc)));
      }
      entries.sort(Comparator.comparing(DocumentEntry::id));
      return entries;
    });
  }

  List<Segment> segments(String documentId) {
    return folder.reading(() -> {
      var segments = new ArrayList<Segment>();
      for (ScoreDoc doc : all(both("segment", documentId), Sort.INDEXORDER)) {
        segments.add(Fields.segment(searcher.storedFields().document(doc.doc)));
      }
      segments.sort(Comparator.comparingInt(Segment::ordinal));
      return segments;
    });
  }

  List<Segment> segments(String documentId, int first, int last) {
    return folder.reading(() -> {
      List<BytesRef> wanted = IntStream.rangeClosed(Math.max(0, first), last)
          .mapToObj(ordinal -> new BytesRef(documentId + "#" + ordinal))
          .toList();
      var segments = new ArrayList<Segment>();
      for (ScoreDoc doc : searcher.search(new TermInSetQuery(Fields.SEGMENT, wanted), wanted.size() + 1).scoreDocs) {
        segments.add(Fields.segment(searcher.storedFields().document(doc.doc)));
      }
      segments.sort(Comparator.comparingInt(Segment::ordinal));
      return segments;
    });
  }

  int segmentCount() {
    return folder.reading(() -> searcher.count(kind("segment")));
  }

  int vectorsMissing() {
    return folder.reading(() -> searcher.count(pending()));
  }

  long generation() {
    return ((DirectoryReader) searcher.getIndexReader()).getVersion();
  }

  List<Segment> withoutVector(int limit) {
    return folder.reading(() -> {
      var newestFirst = new Sort(new SortField(Fields.READ_ORDER, SortField.Type.LONG, true),
          new SortField(null, SortField.Type.DOC, true));
      var segments = new ArrayList<Segment>();
      for (ScoreDoc doc : searcher.search(pending(), limit, newestFirst).scoreDocs) {
        segments.add(Fields.segment(searcher.storedFields().document(doc.doc)));
      }
      return segments;
    });
  }

  Map<String, float[]> vectorsByFingerprint(Set<String> fingerprints) {
    return folder.reading(() -> {
      var vectors = new HashMap<String, float[]>();
      List<BytesRef> wanted = fingerprints.stream().map(BytesRef::new).collect(Collectors.toList());
      for (ScoreDoc doc : all(new TermInSetQuery(Fields.FINGERPRINT, wanted), Sort.INDEXORDER)) {
        LeafReaderContext leaf = searcher.getIndexReader()
            .leaves()
            .get(org.apache.lucene.index.ReaderUtil.subIndex(doc.doc, searcher.getIndexReader().leaves()));
        var values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (values == null) {
          continue;
        }
        var each = values.iterator();
        if (each.advance(doc.doc - leaf.docBase) == doc.doc - leaf.docBase) {
          String print = SegmentTexts.fingerprint(Fields.segment(searcher.storedFields().document(doc.doc)));
          vectors.put(print, values.vectorValue(each.index()).clone());
        }
      }
      return vectors;
    });
  }

  private ScoreDoc[] all(Query query, Sort sort) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return searcher.search(query, Math.max(1, reader.maxDoc()), sort).scoreDocs;
  }

  private static Query kind(String kind) {
    return new TermQuery(new org.apache.lucene.index.Term(Fields.KIND, kind));
  }

  private static Query pending() {
    return new TermQuery(new org.apache.lucene.index.Term(Fields.PENDING, "yes"));
  }

  private static Query both(String kind, String documentId) {
    return new BooleanQuery.Builder().add(kind(kind), Occur.FILTER)
        .add(new TermQuery(new org.apache.lucene.index.Term(Fields.DOCUMENT, documentId)), Occur.FILTER)
        .build();
  }
}

package dev.docent;

import dev.docent.corpus.Segment;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Plain retrieval over given segments: what Docent's latency is measured beside. */
final class PlainRetrievers {
  private static final int PASSAGES = 5;

  private PlainRetrievers() {}

  /** The texts found for a question, best first. */
  interface Retrieval {
    List<String> texts(String question);
  }

  /** LangChain4j's retriever over its store in memory, which holds the same stand-in vectors. */
  static Retrieval easyRag(List<Segment> segments) {
    var store = new InMemoryEmbeddingStore<TextSegment>();
    var standIn = new StandIn();
    for (Segment segment : segments) {
      store.add(Embedding.from(standIn.embed(List.of(segment.embeddingText())).getFirst()),
          TextSegment.from(segment.text()));
    }
    var retriever = EmbeddingStoreContentRetriever.builder()
        .embeddingModel(new BgeSmallEnV15QuantizedEmbeddingModel())
        .embeddingStore(store)
        .maxResults(PASSAGES)
        .build();
    return question -> retriever.retrieve(Query.from(question)).stream().map(c -> c.textSegment().text()).toList();
  }

  static Retrieval bm25(List<Segment> segments) throws IOException {
    var analyzer = new EnglishAnalyzer();
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Segment segment : segments) {
        var fields = new Document();
        fields.add(new TextField("text", segment.text(), Field.Store.YES));
        writer.addDocument(fields);
      }
    }
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    var queries = new QueryBuilder(analyzer);
    return question -> {
      var texts = new ArrayList<String>();
      try {
        for (ScoreDoc doc : searcher.search(queries.createBooleanQuery("text", question), PASSAGES).scoreDocs) {
          texts.add(String.valueOf(searcher.storedFields().document(doc.doc).get("text")));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return texts;
    };
  }
}

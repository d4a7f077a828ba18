package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.corpus.Sentences;
import dev.docent.index.Embedder;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What plain methods reach on the same texts: the figures that Docent is measured beside. */
final class Baselines {
  private static final int PASSAGES = 5;

  private Baselines() {}

  /** A plain method: ranks texts for a question and points at a sentence of the best ones. */
  interface Method {
    List<Found> find(String question) throws IOException;

    Pointed sentence(String question, List<Found> found) throws IOException;
  }

  /** The sentence pointed at, and how sure the method is of it, in a measure of its own. */
  record Pointed(String sentence, double score) {}

  /** A text found, with the document it is from. */
  record Found(String document, String text) {}

  /** BM25 as Lucene has it out of the box; the sentence with most idf-weighted terms, + 0.1 / rank. */
  static Method bm25(Map<String, String> documents, Language language) throws IOException {
    Analyzer analyzer = language == Language.RUSSIAN ? new RussianAnalyzer() : new EnglishAnalyzer();
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (var entry : documents.entrySet()) {
        var fields = new org.apache.lucene.document.Document();
        fields.add(new StoredField("id", entry.getKey()));
        fields.add(new TextField("text", entry.getValue(), Field.Store.YES));
        writer.addDocument(fields);
      }
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    var searcher = new IndexSearcher(reader);
    return new Method() {
      @Override
      public List<Found> find(String question) throws IOException {
        var query = new BooleanQuery.Builder();
        for (String term : terms(analyzer, question)) {
          query.add(new TermQuery(new Term("text", term)), Occur.SHOULD);
        }
        var found = new ArrayList<Found>();
        for (ScoreDoc doc : searcher.search(query.build(), PASSAGES).scoreDocs) {
          var stored = searcher.storedFields().document(doc.doc);
          found.add(new Found(stored.get("id"), stored.get("text")));
        }
        return found;
      }

      @Override
      public Pointed sentence(String question, List<Found> found) throws IOException {
        Map<String, Double> idf = new HashMap<>();
        for (String term : terms(analyzer, question)) {
          int df = reader.docFreq(new Term("text", term));
          idf.put(term, Math.log(1 + (reader.numDocs() - df + 0.5) / (df + 0.5)));
        }
        double all = idf.values().stream().mapToDouble(Double::doubleValue).sum();
        String best = "";
        double most = -1;
        for (int rank = 1; rank <= found.size(); rank++) {
          String text = found.get(rank - 1).text();
          for (var range : Sentences.of(text, language)) {
            Set<String> inside = terms(analyzer, range.of(text));
            double score = 0.1 / rank
                + idf.entrySet()
                    .stream()
                    .filter(e -> inside.contains(e.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum()
                    / Math.max(all, 1e-9);
            if (score > most) {
              most = score;
              best = range.of(text);
            }
          }
        }
        return new Pointed(best, most);
      }
    };
  }

  /** Cosine of the question and each whole document; the sentence of the best five with the largest cosine. */
  static Method vectors(Map<String, String> documents, Language language, Embedder embedder) {
    Map<String, float[]> vectors = new HashMap<>();
    documents.forEach((id, text) -> vectors.put(id, embedder.embed(List.of(text)).getFirst()));
    return new Method() {
      @Override
      public List<Found> find(String question) {
        float[] query = embedder.embed(List.of(question)).getFirst();
        return documents.entrySet()
            .stream()
            .sorted(Comparator.comparingDouble(e -> -dot(query, vectors.getOrDefault(e.getKey(), query))))
            .limit(PASSAGES)
            .map(e -> new Found(e.getKey(), e.getValue()))
            .toList();
      }

      @Override
      public Pointed sentence(String question, List<Found> found) {
        return nearestSentence(question, found, language, embedder);
      }
    };
  }

  /** LangChain4j's easy RAG parts with their defaults, and the nearest sentence of what they retrieve. */
  static Method easyRag(Map<String, String> documents, Language language, Embedder embedder) {
    EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    var store = new InMemoryEmbeddingStore<TextSegment>();
    EmbeddingStoreIngestor.builder()
        .embeddingModel(model)
        .embeddingStore(store)
        .documentSplitter(DocumentSplitters.recursive(300, 30, new HuggingFaceTokenCountEstimator()))
        .build()
        .ingest(documents.entrySet()
            .stream()
            .map(e -> Document.from(e.getValue(), Metadata.from("id", e.getKey())))
            .toList());
    var retriever = EmbeddingStoreContentRetriever.builder()
        .embeddingModel(model)
        .embeddingStore(store)
        .maxResults(PASSAGES)
        .build();
    return new Method() {
      @Override
      public List<Found> find(String question) {
        return retriever.retrieve(dev.langchain4j.rag.query.Query.from(question))
            .stream()
            .map(c -> new Found(String.valueOf(c.textSegment().metadata().getString("id")), c.textSegment().text()))
            .toList();
      }

      @Override
      public Pointed sentence(String question, List<Found> found) {
        return nearestSentence(question, found, language, embedder);
      }
    };
  }

  private static Pointed nearestSentence(String question, List<Found> found, Language language, Embedder embedder) {
    float[] query = embedder.embed(List.of(question)).getFirst();
    List<String> sentences = found.stream()
        .flatMap(f -> Sentences.of(f.text(), language).stream().map(range -> range.of(f.text())))
        .distinct()
        .toList();
    List<float[]> vectors = embedder.embed(sentences);
    String best = "";
    double most = -2;
    for (int i = 0; i < sentences.size(); i++) {
      double cosine = dot(query, vectors.get(i));
      if (cosine > most) {
        most = cosine;
        best = sentences.get(i);
      }
    }
    return new Pointed(best, most);
  }

  private static Set<String> terms(Analyzer analyzer, String text) throws IOException {
    Set<String> terms = new HashSet<>();
    try (var stream = analyzer.tokenStream("text", text)) {
      var word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(word.toString());
      }
      stream.end();
    }
    return terms;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

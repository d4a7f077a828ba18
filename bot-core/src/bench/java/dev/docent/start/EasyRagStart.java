package dev.docent.start;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.loader.FileSystemDocumentLoader;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Path;
import java.util.List;

/**
 * One question to LangChain4j's easy RAG parts, set as easy RAG sets them: the folder is read and ingested into the store
 * in memory, then what is nearest to the question is printed. Arguments: the folder, the question.
 */
final class EasyRagStart {
  private EasyRagStart() {}

  public static void main(String[] arguments) {
    List<Document> documents = FileSystemDocumentLoader.loadDocuments(Path.of(arguments[0]));
    var model = new BgeSmallEnV15QuantizedEmbeddingModel();
    var store = new InMemoryEmbeddingStore<TextSegment>();
    EmbeddingStoreIngestor.builder()
        .embeddingModel(model)
        .embeddingStore(store)
        .documentSplitter(DocumentSplitters.recursive(300, 30, new HuggingFaceTokenCountEstimator()))
        .build()
        .ingest(documents);
    EmbeddingStoreContentRetriever.builder()
        .embeddingModel(model)
        .embeddingStore(store)
        .maxResults(5)
        .build()
        .retrieve(Query.from(arguments[1]))
        .forEach(content -> System.out.println(content.textSegment().text() + "\n"));
    System.exit(0);
  }
}

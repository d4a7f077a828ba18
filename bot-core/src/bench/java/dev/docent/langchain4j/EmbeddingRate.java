package dev.docent.langchain4j;

import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.index.IndexManifest;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.onnx.OnnxModels;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Reloader;
import dev.docent.reload.VectorFiller;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.loader.FileSystemDocumentLoader;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Prints how fast a folder gets its vectors beside LangChain4j's own ingestor with the same model: first the same
 * segments, only made into vectors; then the whole folder, read, cut and stored by each in its own way, LangChain4j's
 * being easy RAG's. Arguments: a folder of texts, how many segments of it at most in the first table, a folder to work
 * in.
 */
final class EmbeddingRate {
  private static final int ROUNDS = 9;

  private EmbeddingRate() {}

  private interface Way {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<String> texts = texts(folder, Integer.parseInt(arguments[1]));
    Path work = Path.of(arguments[2]);
    var ours = new LangChain4jEmbedder(OnnxModels.UNKEPT);
    var theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
    ours.embed(texts.subList(0, Math.min(20, texts.size())));
    ingest(theirs, texts.subList(0, Math.min(20, texts.size())));

    Map<String, Way> segments = new LinkedHashMap<>();
    segments.put("LangChain4j's ingestor", () -> ingest(theirs, texts));
    segments.put("Docent's embedder", () -> ours.embed(texts));
    print("The same %d segments of %d characters each, made into vectors".formatted(texts.size(),
        (int) texts.stream().mapToInt(String::length).average().orElse(0)), segments);

    Map<String, Way> folders = new LinkedHashMap<>();
    folders.put("LangChain4j's easy RAG", () -> easyRag(theirs, folder));
    folders.put("Docent", () -> docent(ours, folder, Files.createTempDirectory(work, "index")));
    print("The whole folder, read, cut, made into vectors and stored", folders);
    System.exit(0);
  }

  private static void print(String what, Map<String, Way> ways) throws Exception {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (var way : ways.entrySet()) {
        long began = System.nanoTime();
        way.getValue().run();
        seconds.computeIfAbsent(way.getKey(), n -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
      }
    }
    List<Double> base = seconds.values().iterator().next();
    System.out.printf("%n%s; median of %d rounds in turn, %d cores%n%n", what, ROUNDS,
        Runtime.getRuntime().availableProcessors());
    System.out.println("| | s | so many times as fast in a round | at least | at most |\n|---|---|---|---|---|");
    seconds.forEach((name, took) -> {
      // Neighbours in time share what else the machine has to do.
      List<Double> ratios = IntStream.range(0, ROUNDS).mapToObj(i -> base.get(i) / took.get(i)).toList();
      System.out.printf("| %s | %.2f | %.2f | %.2f | %.2f |%n", name, median(took), median(ratios),
          Collections.min(ratios), Collections.max(ratios));
    });
  }

  private static double median(List<Double> seconds) {
    var sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void ingest(EmbeddingModel model, List<String> texts) {
    EmbeddingStoreIngestor.builder()
        .embeddingModel(model)
        .embeddingStore(new InMemoryEmbeddingStore<TextSegment>())
        .build()
        .ingest(texts.stream().map(Document::from).toList());
  }

  private static void easyRag(EmbeddingModel model, Path folder) {
    EmbeddingStoreIngestor.builder()
        .embeddingModel(model)
        .embeddingStore(new InMemoryEmbeddingStore<TextSegment>())
        .documentSplitter(DocumentSplitters.recursive(300, 30, new HuggingFaceTokenCountEstimator()))
        .build()
        .ingest(english(folder).scan()
            .found()
            .stream()
            .map(found -> FileSystemDocumentLoader.loadDocument(folder.resolve(found.id())))
            .toList());
  }

  /** With the words' index, and all of it on the disk. */
  private static void docent(LangChain4jEmbedder embedder, Path folder, Path data) throws InterruptedException {
    try (var index = LuceneSegmentIndex.open(data, embedder::understands)) {
      new Reloader(english(folder), new Splitter(), index,
          new IndexManifest(embedder.name(), Splitter.VERSION, LuceneSegmentIndex.FORMAT))
          .reload(ReloadRequest.CAREFUL, Progress.NONE);
      new VectorFiller(index, embedder).fill(Progress.NONE);
    }
  }

  private static FolderSource english(Path folder) {
    return new FolderSource(folder, (text, candidates) -> Language.ENGLISH);
  }

  private static List<String> texts(Path folder, int most) {
    FolderSource source = english(folder);
    var texts = new ArrayList<String>();
    for (var found : source.scan().found()) {
      if (source.read(found) instanceof ReadOutcome.Read read && texts.size() < most) {
        new Splitter().split(read.document()).stream().map(Segment::embeddingText).forEach(texts::add);
      }
    }
    return texts.subList(0, Math.min(most, texts.size()));
  }
}

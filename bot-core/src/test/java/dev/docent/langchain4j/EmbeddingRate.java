package dev.docent.langchain4j;

import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.onnx.OnnxModels;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints how fast vectors are made beside LangChain4j's own ingestor, of the same segments with the same model: the
 * argument is a folder of documents, the second how many segments of it at most.
 */
final class EmbeddingRate {
  private static final int ROUNDS = 5;

  private EmbeddingRate() {}

  private interface Way {
    void make(List<String> texts);
  }

  public static void main(String[] arguments) {
    List<String> texts = texts(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    var ours = new LangChain4jEmbedder(OnnxModels.UNKEPT);
    var theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("LangChain4j's ingestor", all -> EmbeddingStoreIngestor.builder()
        .embeddingModel(theirs)
        .embeddingStore(new InMemoryEmbeddingStore<TextSegment>())
        .build()
        .ingest(all.stream().map(dev.langchain4j.data.document.Document::from).toList()));
    ways.put("Docent's embedder", ours::embed);
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    ways.values().forEach(way -> way.make(texts.subList(0, Math.min(20, texts.size()))));
    for (int round = 0; round < ROUNDS; round++) {
      ways.forEach((name, way) -> {
        long began = System.nanoTime();
        way.make(texts);
        seconds.computeIfAbsent(name, n -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
      });
    }
    double base = median(seconds.values().iterator().next());
    System.out.printf("%d segments of %d characters each, median of %d rounds in turn, %d cores%n%n", texts.size(),
        (int) texts.stream().mapToInt(String::length).average().orElse(0), ROUNDS,
        Runtime.getRuntime().availableProcessors());
    System.out.println("| | segments a second | beside the ingestor |\n|---|---|---|");
    seconds.forEach((name, took) -> System.out.printf("| %s | %.1f | %.2f |%n", name, texts.size() / median(took),
        base / median(took)));
    System.exit(0);
  }

  private static double median(List<Double> seconds) {
    var sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static List<String> texts(Path folder, int most) {
    var source = new FolderSource(folder, (text, candidates) -> Language.ENGLISH);
    var texts = new ArrayList<String>();
    for (var found : source.scan().found()) {
      if (source.read(found) instanceof ReadOutcome.Read(Document document) && texts.size() < most) {
        new Splitter().split(document).stream().map(Segment::embeddingText).forEach(texts::add);
      }
    }
    return texts.subList(0, Math.min(most, texts.size()));
  }
}

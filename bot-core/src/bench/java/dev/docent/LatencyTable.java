package dev.docent;

import dev.docent.answer.extractive.TimedStops;
import dev.docent.answer.onnx.OnnxSpanReader;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import dev.docent.reload.Progress;
import dev.docent.reload.VectorFiller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints where the time of a question goes and how it grows with the segments, beside LangChain4j's retriever in memory
 * over the same segments and vectors and beside plain BM25, and draws it. The documents' vectors are stand-ins on both
 * sides, the question's is the model's. Arguments: a folder to work in, the picture to write, the sizes in documents of
 * ten segments each.
 */
final class LatencyTable {
  private static final int QUESTIONS = 60;
  private static final int WARM_UP = 15;
  /** A hundred times the segments may take so many times as long. */
  private static final double MOST_GROWTH = 3;

  private final Map<String, Map<Integer, Double>> curves = new LinkedHashMap<>();
  private final LangChain4jEmbedder embedder = new LangChain4jEmbedder(OnnxModels.UNKEPT);
  private final OnnxSpanReader spans = new OnnxSpanReader(OnnxModels.UNKEPT);

  private LatencyTable() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var table = new LatencyTable();
    for (int i = 2; i < arguments.length; i++) {
      table.measure(Path.of(arguments[0]).resolve(arguments[i]), Integer.parseInt(arguments[i]));
    }
    table.print();
    Files.writeString(Path.of(arguments[1]), new LatencyPlot(table.curves).svg());
    System.exit(table.grewTooMuch() ? 1 : 0);
  }

  private void measure(Path work, int documents) throws IOException, InterruptedException {
    DocentSettings settings = DocentSettings.of(work.resolve("knowledge"), work.resolve("data"));
    var generated = new GeneratedFolder(settings.knowledge(), documents);
    generated.write();
    try (Docent docent = DocentFactory.open(settings)) {
      docent.reload(Progress.NONE);
    }
    try (
        SegmentIndex index = LuceneSegmentIndex.open(DocentFactory.indexFolder(settings), new StandIn()::understands)) {
      new VectorFiller(index, new StandIn()).fill(Progress.NONE);
      List<Segment> segments = segments(index);
      var random = new Random(2);
      List<String> questions = random.ints(QUESTIONS + WARM_UP, 0, documents).mapToObj(generated::question).toList();
      var stops = new TimedStops(index, embedder, spans);
      stops(stops, questions, documents);
      add("Docent: ranking, with the question's vector", segments.size(), stops.median(TimedStops.RANKING));
      add("Docent: the whole question, answered", segments.size(), stops.median(List.of(TimedStops.WHOLE)));
      add("LangChain4j: the store in memory, with the question's vector", segments.size(),
          median(PlainRetrievers.easyRag(segments), questions));
      add("plain BM25 by Lucene", segments.size(), median(PlainRetrievers.bm25(segments), questions));
    }
  }

  private static void stops(TimedStops stops, List<String> questions, int documents) throws InterruptedException {
    for (int i = 0; i < questions.size(); i++) {
      if (i == WARM_UP) {
        stops.forget();
      }
      stops.ask(questions.get(i));
    }
    if (documents == 1_000) {
      System.out.printf("%n| of a question, over 1,000 documents | median, ms |%n|---|---|%n");
      stops.names()
          .forEach(name -> System.out.printf(Locale.ROOT, "| %s | %.1f |%n", name, stops.median(List.of(name))));
    }
  }

  private static List<Segment> segments(SegmentIndex index) {
    var segments = new ArrayList<Segment>();
    try (IndexView view = index.newest()) {
      for (DocumentEntry entry : view.documents()) {
        segments.addAll(view.segments(entry.id()));
      }
    }
    return segments;
  }

  private static double median(PlainRetrievers.Retrieval retrieval, List<String> questions) {
    var millis = new ArrayList<Double>();
    for (int i = 0; i < questions.size(); i++) {
      long began = System.nanoTime();
      if (retrieval.texts(questions.get(i)).isEmpty()) {
        throw new IllegalStateException("nothing was found");
      }
      if (i >= WARM_UP) {
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    return TimedStops.middle(millis);
  }

  private void add(String curve, int segments, double millis) {
    curves.computeIfAbsent(curve, c -> new LinkedHashMap<>()).put(segments, millis);
  }

  private void print() {
    List<Integer> sizes = List.copyOf(curves.values().iterator().next().keySet());
    System.out.print("\n| median, ms, over so many segments |");
    sizes.forEach(size -> System.out.printf(Locale.ROOT, " %,d |", size));
    System.out.print("\n|---|" + "---|".repeat(sizes.size()) + "\n");
    curves.forEach((name, curve) -> {
      System.out.print("| " + name + " |");
      curve.values().forEach(millis -> System.out.printf(Locale.ROOT, " %.1f |", millis));
      System.out.println();
    });
  }

  /** Whether the whole question takes more than it may, from the second size to the last. */
  private boolean grewTooMuch() {
    List<Double> whole = List.copyOf(curves.getOrDefault("Docent: the whole question, answered", Map.of()).values());
    if (whole.size() < 3) {
      return false;
    }
    double growth = whole.getLast() / whole.get(1);
    System.out.printf(Locale.ROOT,
        "%nA question over the most segments takes %.2f times what one over the second size takes; "
            + "at most %.0f times is held to.%n",
        growth, MOST_GROWTH);
    return growth > MOST_GROWTH;
  }
}

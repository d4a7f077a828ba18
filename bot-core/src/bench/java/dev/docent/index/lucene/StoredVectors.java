package dev.docent.index.lucene;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;

import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Prints what storing vectors in other ways costs and saves: milliseconds of a search, megabytes on disk, and how many of
 * the twenty nearest are still found. Vectors are made in clusters, as those of texts lie. Arguments: a folder to work in,
 * how many vectors.
 */
final class StoredVectors {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int DIMENSIONS = 384;
  private static final int QUERIES = 200;
  private static final int NEAREST = 20;

  private StoredVectors() {}

  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    Map<String, KnnVectorsFormat> formats = new LinkedHashMap<>();
    formats.put("floats, flat", new Lucene99HnswVectorsFormat(16, 100, 1, null, Integer.MAX_VALUE));
    formats.put("8 bits beside the floats, flat", quantised(ScalarEncoding.UNSIGNED_BYTE));
    formats.put("7 bits beside the floats, flat", quantised(ScalarEncoding.SEVEN_BIT));
    formats.put("4 bits beside the floats, flat", quantised(ScalarEncoding.PACKED_NIBBLE));
    OUT.printf(Locale.ROOT, "%,d vectors of %d dimensions, %d searches for the nearest %d%n%n", count, DIMENSIONS,
        QUERIES,
        NEAREST);
    OUT.println(
        "| stored as | a search, median ms | beside floats | on disk, MB | of the nearest, found | largest error of a score |");
    OUT.println("|---|---|---|---|---|---|");
    List<Map<Integer, Float>> exact = new ArrayList<>();
    double plain = 0;
    for (var format : formats.entrySet()) {
      Path folder = work.resolve("vectors-" + exact.size() + "-" + format.getKey().hashCode());
      write(folder, format.getValue(), count);
      List<Map<Integer, Float>> found = new ArrayList<>();
      double millis = search(folder, found);
      if (exact.isEmpty()) {
        exact.addAll(found);
        plain = millis;
      }
      OUT.printf(Locale.ROOT, "| %s | %.1f | %.2f | %.0f | %.1f %% | %.4f |%n", format.getKey(), millis, millis / plain,
          megabytes(folder), recall(exact, found), error(exact, found));
    }
  }

  private static KnnVectorsFormat quantised(ScalarEncoding encoding) {
    return new Lucene104HnswScalarQuantizedVectorsFormat(encoding, 16, 100, 1, null, Integer.MAX_VALUE);
  }

  private static void write(Path folder, KnnVectorsFormat format, int count) throws IOException {
    var random = new Random(7);
    float[][] centres = new float[Math.max(1, count / 200)][];
    Arrays.setAll(centres, i -> gaussian(random));
    float[] common = gaussian(random);
    var config = new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(600)
        .setCodec(new Lucene104Codec() {
          @Override
          public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return format;
          }
        });
    try (var directory = FSDirectory.open(folder); var writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < count; i++) {
        var document = new Document();
        document.add(new KnnFloatVectorField("v", near(common, centres[random.nextInt(centres.length)], random),
            VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static double search(Path folder, List<Map<Integer, Float>> found) throws IOException {
    var random = new Random(7);
    try (var directory = FSDirectory.open(folder); var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      float[] common = gaussian(random);
      double[] millis = new double[QUERIES];
      for (int round = 0; round < 2; round++) {
        var queries = new Random(11);
        for (int q = 0; q < QUERIES; q++) {
          float[] query = near(common, gaussian(queries), queries);
          long began = System.nanoTime();
          ScoreDoc[] docs = searcher.search(new KnnFloatVectorQuery("v", query, NEAREST), NEAREST).scoreDocs;
          millis[q] = (System.nanoTime() - began) / 1e6;
          if (round == 1) {
            Map<Integer, Float> scores = new LinkedHashMap<>();
            Arrays.stream(docs).forEach(doc -> scores.put(doc.doc, doc.score));
            found.add(scores);
          }
        }
      }
      Arrays.sort(millis);
      return millis[QUERIES / 2];
    }
  }

  private static float[] gaussian(Random random) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  /** Of length one; texts of one language point the same way in part. */
  private static float[] near(float[] common, float[] centre, Random random) {
    float[] vector = new float[DIMENSIONS];
    double length = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = common[i] + centre[i] + (float) random.nextGaussian();
      length += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }

  private static double megabytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      return bytes / 1e6;
    }
  }

  private static double recall(List<Map<Integer, Float>> exact, List<Map<Integer, Float>> found) {
    int held = 0;
    for (int q = 0; q < exact.size(); q++) {
      Set<Integer> both = new HashSet<>(exact.get(q).keySet());
      both.retainAll(found.get(q).keySet());
      held += both.size();
    }
    return 100.0 * held / (exact.size() * NEAREST);
  }

  private static double error(List<Map<Integer, Float>> exact, List<Map<Integer, Float>> found) {
    double most = 0;
    for (int q = 0; q < exact.size(); q++) {
      for (var one : exact.get(q).entrySet()) {
        Float other = found.get(q).get(one.getKey());
        most = other == null ? most : Math.max(most, Math.abs(other - one.getValue()));
      }
    }
    return most;
  }
}

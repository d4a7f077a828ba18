package dev.docent.answer.extractive;

import dev.docent.answer.claim.FactCheck;
import dev.docent.answer.Evidence;
import dev.docent.retrieval.Query;
import dev.docent.answer.pipeline.CitationVerifier;
import dev.docent.answer.Draft;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import dev.docent.retrieval.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the stops of a question cost, one by one, on the index of this repository's own documentation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class InnerParts {
  private static final String QUESTION = "Why does the parser run in a process of its own?";

  private final OpenedCorpus corpus;
  private final Path data;
  private final List<Passage> retrieved;
  private final List<Passage> reranked;
  private final Draft.Claim claim;

  /** Opens an index over the documentation. */
  public InnerParts() {
    try {
      data = Files.createTempDirectory("docent-inner");
      corpus = new OpenedCorpus(Path.of("docs"), data, new LangChain4jEmbedder(OnnxModels.UNKEPT));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the documentation can't be indexed", e);
    }
    retrieved = corpus.retrieved(QUESTION);
    reranked = corpus.reranked(QUESTION, retrieved);
    Segment best = reranked.getFirst().segment();
    TextRange sentence = Sentences.of(best.text(), best.language()).getFirst();
    String quote = sentence.of(best.text());
    claim = new Draft.Claim.Said("It says that " + quote, List.of(new Draft.Support(best, quote)));
  }

  /** Closes it and takes it away. */
  @TearDown
  public void close() throws IOException {
    corpus.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Both rankings and their fusion; the question's vector is kept from the call before. */
  @Benchmark
  public Object rankPassages() {
    return corpus.retrieved(QUESTION);
  }

  /** Twenty passages in the order of how much of the question they hold. */
  @Benchmark
  public Object orderAgain() {
    return corpus.reranked(QUESTION, retrieved);
  }

  /** Five passages read and their sentences ranked. */
  @Benchmark
  public Object readFivePassages() {
    return corpus.sentences(QUESTION, reranked);
  }

  /** One sentence of a writer's own against the passage it cites. */
  @Benchmark
  public Object verifyOneClaim() {
    return new CitationVerifier(new FactCheck()).begin(new Evidence(List.of(), corpus.view()), Query.of(QUESTION))
        .verify(claim);
  }

  /** The sentences of a passage. */
  @Benchmark
  public Object splitSentences() {
    Segment segment = reranked.getFirst().segment();
    return Sentences.of(segment.text(), segment.language());
  }
}

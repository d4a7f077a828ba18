package dev.docent.answer.extractive;

import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.SpanReader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.onnx.OnnxSpanReader;
import dev.docent.corpus.Language;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many of the passages found are read, with the real models. */
class ReadingFurtherIT {
  private static final SpanReader READER = new OnnxSpanReader(OnnxModels.UNKEPT);
  private static final LangChain4jEmbedder EMBEDDER = new LangChain4jEmbedder(OnnxModels.UNKEPT);

  private final Path folder;
  private final OpenedCorpus corpus;
  private int found;
  private final Counting spans = new Counting(READER);

  ReadingFurtherIT(@TempDir Path temporary) throws Exception {
    folder = Files.createDirectories(temporary.resolve("knowledge"));
    try (Stream<Path> shipped = Files.list(Path.of("..", "knowledge"))) {
      for (Path file : shipped.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    write("bridge-2019", "The bridge of Halden cost 40 million crowns. It was painted in the spring.");
    write("bridge-2023", "The bridge of Halden cost 55 million crowns. Its lamps are lit from dusk to dawn.");
    write("bridge-2024", "The bridge of Halden cost 61 million crowns. Lorries pay a toll on it on weekdays.");
    corpus = new OpenedCorpus(folder, temporary.resolve("data"), EMBEDDER);
  }

  @AfterEach
  void close() {
    corpus.close();
  }

  @Test
  void aFactThatIsSureAfterTwoPassagesIsReadNoFurther() throws Exception {
    assertThat(read("What was the title of the first Soviet ambassador to the United States?"))
        .isInstanceOf(Draft.Written.class);
    assertThat(spans.read).isEqualTo(2);
  }

  @Test
  void whatIsNotSureIsLookedForInAllThatWasFound() throws Exception {
    assertThat(read("How many people live in the United States?")).isInstanceOf(Draft.Declined.class);
    assertThat(spans.read).isEqualTo(found);
  }

  @Test
  void wherePassagesSayAsMuchOfTheQuestionAllAreRead() throws Exception {
    Draft draft = read("How much did the bridge of Halden cost?");

    assertThat(draft).isInstanceOfSatisfying(Draft.Written.class,
        written -> assertThat(written.notes().notices()).anyMatch(note -> note.contains("The documents differ")));
    assertThat(spans.read).isEqualTo(found);
  }

  @Test
  void aListIsReadForAtOnceInAllThatWasFound() throws Exception {
    read("Which bridges did the report list, and why?");
    assertThat(spans.read).isEqualTo(found);
    assertThat(spans.rounds).isEqualTo(1);
  }

  private Draft read(String question) throws InterruptedException {
    List<Passage> passages = corpus.reranked(question, corpus.retrieved(question));
    assertThat(passages).hasSizeGreaterThan(2);
    found = Math.min(5, passages.size());
    return new ExtractiveReader(spans).read(Query.of(question), new Evidence(passages.subList(0, found), corpus.view()),
        claim -> {});
  }

  private void write(String name, String sentence) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), "# About " + name + "\n\n" + sentence + "\n");
  }

  /** Counts the passages that are read. */
  private static final class Counting implements SpanReader {
    private final SpanReader reader;
    private int read;
    private int rounds;

    private Counting(SpanReader reader) {
      this.reader = reader;
    }

    @Override
    public boolean understands(Language language) {
      return reader.understands(language);
    }

    @Override
    public List<Reading> read(String question, List<Text> passages) {
      read += passages.size();
      rounds++;
      return new ArrayList<>(reader.read(question, passages));
    }
  }
}

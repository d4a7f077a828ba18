package dev.docent.answer;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many of the five passages are read, with the real models. */
class ReadingFurtherIT {
  private final Path folder;
  private final OpenedCorpus corpus;
  private final Counting spans = new Counting(new OnnxSpanReader(OnnxModels.UNKEPT));

  ReadingFurtherIT(@TempDir Path temporary) throws Exception {
    folder = Files.createDirectories(temporary.resolve("knowledge"));
    write("norvik", "The lighthouse of Norvik was built by Ingrid Solberg in 1871.");
    write("harbour", "The harbour of Norvik freezes in hard winters.");
    write("boats", "Forty boats lie in the harbour, most of them built of oak.");
    write("lamps", "A lamp of this kind burns three litres of oil a night.");
    write("keepers", "The keepers of the coast were paid by the crown.");
    write("birds", "Gulls breed on the cliffs beside the lighthouse.");
    write("bridge-2019", "The bridge of Halden cost 40 million crowns.");
    write("bridge-2023", "The bridge of Halden cost 55 million crowns.");
    write("bridge-2024", "The bridge of Halden cost 61 million crowns.");
    corpus = new OpenedCorpus(folder, temporary.resolve("data"), new LangChain4jEmbedder(OnnxModels.UNKEPT));
  }

  @AfterEach
  void close() {
    corpus.close();
  }

  @Test
  void aFactThatIsSureAfterTwoPassagesIsReadNoFurther() throws Exception {
    assertThat(read("Who built the lighthouse of Norvik?")).isInstanceOf(Draft.Written.class);
    assertThat(spans.read).isEqualTo(2);
  }

  @Test
  void whatIsNotSureIsLookedForInAllFive() throws Exception {
    assertThat(read("Who painted the lighthouse of Norvik?")).isInstanceOf(Draft.Declined.class);
    assertThat(spans.read).isEqualTo(5);
  }

  @Test
  void wherePassagesSayAsMuchOfTheQuestionAllAreRead() throws Exception {
    Draft draft = read("How much did the bridge of Halden cost?");

    assertThat(draft).isInstanceOfSatisfying(Draft.Written.class,
        written -> assertThat(written.notes()).anyMatch(note -> note.contains("The documents differ")));
    assertThat(spans.read).isEqualTo(5);
  }

  private Draft read(String question) throws InterruptedException {
    List<Passage> passages = corpus.reranked(question, corpus.retrieved(question));
    assertThat(passages).hasSizeGreaterThanOrEqualTo(5);
    return new ExtractiveReader(spans).read(Query.of(question), new Evidence(passages.subList(0, 5), corpus.view()),
        claim -> {});
  }

  private void write(String name, String sentence) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), "# About " + name + "\n\n" + sentence + "\n");
  }

  /** Counts the passages that are read. */
  private static final class Counting implements SpanReader {
    private final SpanReader reader;
    private int read;

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
      return new ArrayList<>(reader.read(question, passages));
    }
  }
}

package dev.docent.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelsIT {
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";

  private final Path folder;

  OnnxModelsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsKeptComputesTheSameToTheLastBit() throws Exception {
    float[] unkept = vector(OnnxModels.UNKEPT);
    OnnxModels models = OnnxModels.keptIn(folder);
    assertThat(vector(models)).as("made and kept").isEqualTo(unkept);
    assertThat(graphs()).hasSize(1);
    assertThat(vector(models)).as("read from where it is kept").isEqualTo(unkept);
  }

  @Test
  void aKeptGraphThatIsDamagedIsMadeAnew() throws Exception {
    float[] made = vector(OnnxModels.keptIn(folder));
    Path graph = graphs().getFirst();
    long size = Files.size(graph);
    Files.writeString(graph, "cut sho");
    assertThat(vector(OnnxModels.keptIn(folder))).isEqualTo(made);
    assertThat(graphs()).singleElement().satisfies(again -> assertThat(Files.size(again)).isEqualTo(size));
  }

  @Test
  void aFolderThatCannotBeWrittenIsDoneWithout() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(vector(OnnxModels.keptIn(file.resolve("cache")))).isEqualTo(vector(OnnxModels.UNKEPT));
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> OnnxModels.UNKEPT.open(OnnxModelsIT.class, "/no-such.onnx", "none", options -> {}))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("/no-such.onnx");
  }

  @Test
  void nothingIsOpenedWhileTheProgramEnds() {
    OnnxModels models = OnnxModels.keptIn(folder);
    models.close();
    assertThatThrownBy(() -> vector(models)).hasMessageContaining("ending");
  }

  @Test
  void theRuntimesLibraryIsFoundForEachSystemItIsMadeFor() {
    String own = NativeLibraries.system(System.getProperty("os.name"));
    assertThat(NativeLibraries.runtime(own, "amd64")).hasSize(2);
    assertThat(NativeLibraries.runtime(own, "x86_64")).isEqualTo(NativeLibraries.runtime(own, "amd64"));
    assertThat(NativeLibraries.runtime(own, "sparc")).isEmpty();
    assertThat(NativeLibraries.runtime("plan 9", "amd64")).isEmpty();
    assertThat(NativeLibraries.tokenizers(own, "amd64")).hasSize(1);
    assertThat(NativeLibraries.tokenizers("win", "amd64")).isEmpty();
  }

  private List<Path> graphs() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("graph.onnx")).toList();
    }
  }

  private static float[] vector(OnnxModels models) throws Exception {
    long[] ids = {101, 2040, 2001, 1996, 2034, 6059, 102};
    long[] mask = {1, 1, 1, 1, 1, 1, 1};
    OnnxModel model = models.open(BgeSmallEnV15QuantizedEmbeddingModel.class, MODEL, "embedding",
        options -> options.setIntraOpNumThreads(1));
    return model.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", new long[ids.length]),
        Set.of(), outputs -> ((float[][][]) outputs.get(0).getValue())[0][0]);
  }
}

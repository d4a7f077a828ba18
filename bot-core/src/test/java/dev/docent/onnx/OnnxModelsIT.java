package dev.docent.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThatThrownBy(() -> OnnxModels.UNKEPT.open(OnnxModelsIT.class, "/no-such.onnx", options -> {}))
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
    String own = System.getProperty("os.name");
    assertThat(NativeLibrary.files(own, "amd64")).hasSize(2);
    assertThat(NativeLibrary.files(own, "x86_64")).isEqualTo(NativeLibrary.files(own, "amd64"));
    assertThat(NativeLibrary.files(own, "sparc")).isEmpty();
    assertThat(NativeLibrary.files("Plan 9", "amd64")).isEmpty();
  }

  private List<Path> graphs() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("graph.onnx")).toList();
    }
  }

  private static float[] vector(OnnxModels models) throws Exception {
    long[][] ids = {{101, 2040, 2001, 1996, 2034, 6059, 102}};
    long[][] mask = {{1, 1, 1, 1, 1, 1, 1}};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = models.open(BgeSmallEnV15QuantizedEmbeddingModel.class, MODEL,
        options -> options.setIntraOpNumThreads(1));
        OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, new long[1][ids[0].length]);
        OrtSession.Result result = session.run(
            Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
      return ((float[][][]) result.get(0).getValue())[0][0];
    }
  }
}

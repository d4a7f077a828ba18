package dev.docent.langchain4j;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docent.onnx.OnnxModels;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * LangChain4j's model of the same files, on a session that is set otherwise: a text is one core's, and each core has a
 * text of its own. Left alone, the runtime splits every text among all cores, whose threads then spin while they wait
 * for each other and take the cores from those that work. The vectors are the same. Texts aren't put into one batch: the quantised model scales what it computes by the largest value in the
 * batch, so a text's vector would depend on its neighbours.
 */
final class InProcessModel extends AbstractInProcessEmbeddingModel {
  private static final String FILES = "bge-small-en-v1.5-q";
  private static final int DIMENSIONS = 384;

  private final OnnxBertBiEncoder encoder;

  private InProcessModel(OnnxBertBiEncoder encoder, ExecutorService threads) {
    super(threads);
    this.encoder = encoder;
  }

  /** @throws IllegalStateException when the model's files can't be used */
  static InProcessModel load(OnnxModels models) {
    int cores = Runtime.getRuntime().availableProcessors();
    // Daemons, so that a program that is done ends at once.
    ExecutorService threads = Executors.newFixedThreadPool(cores,
        Thread.ofPlatform().daemon().name("docent-embedding-", 0).factory());
    try (InputStream tokenizer = resource("-tokenizer.json")) {
      OrtSession session = models.open(InProcessModel.class, "/" + FILES + ".onnx",
          options -> options.setIntraOpNumThreads(1));
      return new InProcessModel(
          new OnnxBertBiEncoder(OrtEnvironment.getEnvironment(), session, tokenizer, PoolingMode.CLS), threads);
    } catch (IOException | OrtException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static InputStream resource(String ending) {
    return Objects.requireNonNull(InProcessModel.class.getResourceAsStream("/" + FILES + ending), ending);
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }

  @Override
  protected Integer knownDimension() {
    return DIMENSIONS;
  }
}

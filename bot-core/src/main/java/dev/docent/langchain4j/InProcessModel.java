package dev.docent.langchain4j;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docent.onnx.OnnxModels;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's model of the same files, on a session that is set otherwise: a text is one core's, and each core has a
 * text of its own. Left alone, the runtime splits every text among all cores, whose threads then spin while they wait
 * for each other and take the cores from those that work. A text that fits the model's window is cut into tokens once,
 * not three times. The vectors are the same. Texts aren't put into one batch: the quantised model scales what it
 * computes by the largest value in the batch, so a text's vector would depend on its neighbours.
 */
final class InProcessModel extends AbstractInProcessEmbeddingModel {
  private static final String FILES = "bge-small-en-v1.5-q";
  private static final int DIMENSIONS = 384;
  /** Tokens that LangChain4j gives the model at once, with [CLS] and [SEP]; of a longer text it averages the parts. */
  private static final int WINDOW = 512;

  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final ExecutorService threads;
  private @Nullable OnnxBertBiEncoder encoder;

  private InProcessModel(OrtSession session, HuggingFaceTokenizer tokenizer, ExecutorService threads) {
    super(threads);
    this.session = session;
    this.tokenizer = tokenizer;
    this.threads = threads;
  }

  /** @throws IllegalStateException when the model's files can't be used */
  static InProcessModel load(OnnxModels models) {
    int cores = Runtime.getRuntime().availableProcessors();
    // Daemons, so that a program that is done ends at once.
    ExecutorService threads = Executors.newFixedThreadPool(cores,
        Thread.ofPlatform().daemon().name("docent-embedding-", 0).factory());
    try (InputStream vocabulary = vocabulary()) {
      OrtSession session = models.open(InProcessModel.class, "/" + FILES + ".onnx",
          options -> options.setIntraOpNumThreads(1));
      return new InProcessModel(session,
          HuggingFaceTokenizer.newInstance(vocabulary, Map.of("truncation", "false", "padding", "false")), threads);
    } catch (IOException | OrtException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static InputStream vocabulary() {
    String name = "/" + FILES + "-tokenizer.json";
    return Objects.requireNonNull(InProcessModel.class.getResourceAsStream(name), name);
  }

  /** In their order; without counting tokens. One alone is this thread's work: it waits behind nobody's many. */
  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    if (segments.size() == 1) {
      try {
        return Response.from(List.of(embedded(segments.getFirst())));
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    }
    List<Future<Embedding>> running = segments.stream()
        .map(segment -> threads.submit(() -> embedded(segment)))
        .toList();
    var made = new ArrayList<Embedding>();
    try {
      for (Future<Embedding> one : running) {
        made.add(one.get());
      }
      return Response.from(made);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("cancelled while making vectors");
    } finally {
      running.forEach(one -> one.cancel(false));
    }
  }

  private Embedding embedded(TextSegment segment) throws OrtException {
    Encoding tokens = tokenizer.encode(segment.text(), true, false);
    return tokens.getIds().length > WINDOW
        ? super.embedAll(List.of(segment)).content().getFirst()
        : Embedding.from(firstToken(tokens));
  }

  private float[] firstToken(Encoding tokens) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][]{tokens.getIds()});
        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][]{tokens.getAttentionMask()});
        OnnxTensor types = OnnxTensor.createTensor(environment, new long[][]{tokens.getTypeIds()});
        OrtSession.Result result = session
            .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      var vector = new float[DIMENSIONS];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
      return vector;
    }
  }

  /** For long texts only, which are rare: it would read the vocabulary again at every start. */
  @Override
  protected synchronized OnnxBertBiEncoder model() {
    if (encoder == null) {
      try (InputStream vocabulary = vocabulary()) {
        encoder = new OnnxBertBiEncoder(OrtEnvironment.getEnvironment(), session, vocabulary, PoolingMode.CLS);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return encoder;
  }

  @Override
  protected Integer knownDimension() {
    return DIMENSIONS;
  }
}

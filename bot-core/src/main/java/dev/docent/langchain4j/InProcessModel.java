package dev.docent.langchain4j;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docent.onnx.OnnxModel;
import dev.docent.onnx.OnnxModels;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
  /** Threads without a text go: a model that is used no longer leaves none behind. */
  private static final Duration IDLE = Duration.ofSeconds(30);
  /** Tokens that LangChain4j gives the model at once, with [CLS] and [SEP]; of a longer text it averages the parts. */
  private static final int WINDOW = 512;

  private final OnnxModel model;
  private final HuggingFaceTokenizer tokenizer;
  private final ExecutorService threads;
  private @Nullable OnnxBertBiEncoder encoder;

  private InProcessModel(OnnxModel model, HuggingFaceTokenizer tokenizer, ExecutorService threads) {
    super(threads);
    this.model = model;
    this.tokenizer = tokenizer;
    this.threads = threads;
  }

  /** @throws IllegalStateException when the model's files can't be used */
  static InProcessModel load(OnnxModels models) {
    int cores = Runtime.getRuntime().availableProcessors();
    // Daemons, so that a program that is done ends at once.
    var threads = new ThreadPoolExecutor(cores, cores, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("docent-embedding-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    try (InputStream vocabulary = vocabulary()) {
      OnnxModel model = models.open(InProcessModel.class, "/" + FILES + ".onnx", LangChain4jEmbedder.PART,
          options -> options.setIntraOpNumThreads(1));
      return new InProcessModel(model,
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
      if (e.getCause() instanceof CancellationException ending) {
        throw ending;
      }
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
        ? model.hold(session -> averaged(session, segment))
        : Embedding.from(firstToken(tokens));
  }

  private float[] firstToken(Encoding tokens) throws OrtException {
    Map<String, long[]> inputs = Map.of("input_ids", tokens.getIds(), "attention_mask", tokens.getAttentionMask(),
        "token_type_ids", tokens.getTypeIds());
    return model.run(inputs, Set.of(), outputs -> {
      var vector = new float[DIMENSIONS];
      ((OnnxTensor) outputs.get(0)).getFloatBuffer().get(vector);
      return vector;
    });
  }

  /** Of its parts, as LangChain4j has it. */
  private Embedding averaged(OrtSession session, TextSegment segment) {
    encoding(session);
    return super.embedAll(List.of(segment)).content().getFirst();
  }

  /** For long texts only, which are rare: it would read the vocabulary again at every start. */
  private synchronized void encoding(OrtSession session) {
    if (encoder == null) {
      try (InputStream vocabulary = vocabulary()) {
        encoder = new OnnxBertBiEncoder(OrtEnvironment.getEnvironment(), session, vocabulary, PoolingMode.CLS);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  protected synchronized OnnxBertBiEncoder model() {
    return Objects.requireNonNull(encoder);
  }

  @Override
  protected Integer knownDimension() {
    return DIMENSIONS;
  }
}

package dev.docent.answer.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docent.onnx.OnnxModel;
import dev.docent.onnx.OnnxModels;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The loaded model with its tokenizer. Safe for use by several threads; freed by who owns the models. */
final class SpanModel {
  private static final String FOLDER = "/dev/docent/reader/en/";
  /** Processors without VNNI would add up in 16 bits, overflow, and see less in a passage (decision 23). */
  private static final String WITHOUT_OVERFLOW = "session.x64quantprecision";
  /** Threads without a window go: a model that is used no longer leaves none behind. */
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Set<String> OUTPUTS = Set.of("start_logits", "end_logits", "answerable");

  private final HuggingFaceTokenizer tokenizer;
  private final OnnxModel model;
  private final Calibration calibration;
  private final ExecutorService cores = cores(Runtime.getRuntime().availableProcessors());

  private SpanModel(HuggingFaceTokenizer tokenizer, OnnxModel model, Calibration calibration) {
    this.tokenizer = tokenizer;
    this.model = model;
    this.calibration = calibration;
  }

  static SpanModel load(OnnxModels models) throws IOException, OrtException {
    try (InputStream vocabulary = resource("tokenizer.json");
        InputStream confidence = resource("confidence.properties")) {
      OnnxModel model = models.open(SpanModel.class, FOLDER + "reader-int8.onnx", OnnxSpanReader.PART, options -> {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry(WITHOUT_OVERFLOW, "1");
      });
      return new SpanModel(
          HuggingFaceTokenizer.newInstance(vocabulary, Map.of("truncation", "false", "padding", "false")), model,
          Calibration.load(confidence));
    }
  }

  private static ExecutorService cores(int number) {
    var threads = new ThreadPoolExecutor(number, number, IDLE.toSeconds(), TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("docent-reader-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  Calibration calibration() {
    return calibration;
  }

  Tokens tokens(String text) {
    return Tokens.of(tokenizer, text);
  }

  /**
   * Reads windows, in their order. Each runs by itself, so that what is read in it doesn't depend on its neighbours: the
   * int8 model rounds over all of a batch. The cores share the windows, one each at a time, the longest first, so that
   * none waits long for another's last one.
   */
  List<WindowReading> read(List<Window> windows) throws OrtException {
    Map<Window, Future<WindowReading>> running = new LinkedHashMap<>();
    windows.stream()
        .sorted(Comparator.comparingInt(Window::length).reversed())
        .forEach(window -> running.computeIfAbsent(window, one -> cores.submit(() -> run(one))));
    var readings = new ArrayList<WindowReading>();
    try {
      for (Window window : windows) {
        readings.add(Objects.requireNonNull(running.get(window)).get());
      }
      return readings;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OrtException failure) {
        throw failure;
      }
      if (e.getCause() instanceof CancellationException ending) {
        throw ending;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("cancelled while reading");
    } finally {
      running.values().forEach(one -> one.cancel(false));
    }
  }

  private WindowReading run(Window window) throws OrtException {
    long[] ids = new long[window.length()];
    long[] mask = new long[window.length()];
    long[] types = new long[window.length()];
    window.write(ids, mask, types);
    return model.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types), OUTPUTS, result -> {
      float[][] starts = (float[][]) output(result, "start_logits");
      float[][] ends = (float[][]) output(result, "end_logits");
      float[] answerable = (float[]) output(result, "answerable");
      return new WindowReading(window, starts[0], ends[0], answerable[0]);
    });
  }

  private static Object output(OrtSession.Result result, String name) throws OrtException {
    return result.get(name).orElseThrow().getValue();
  }

  private static InputStream resource(String name) throws IOException {
    return Optional.ofNullable(SpanModel.class.getResourceAsStream(FOLDER + name))
        .orElseThrow(() -> new FileNotFoundException(FOLDER + name + " is not on the class path"));
  }
}

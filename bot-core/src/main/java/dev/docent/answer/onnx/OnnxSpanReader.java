package dev.docent.answer.onnx;

import ai.onnxruntime.OrtException;
import dev.docent.answer.ReaderException;
import dev.docent.answer.SpanReader;
import dev.docent.corpus.Language;
import dev.docent.onnx.OnnxModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The English reader of the module {@code reader-en}, inside this process. Its model is loaded by the first call that
 * needs it, once, and stays for the life of the process; a load that failed is not tried again.
 */
public final class OnnxSpanReader implements SpanReader {
  public static final String NAME = "reader-en";
  /** What a person calls it. */
  public static final String PART = "reader";

  private final Loader loader;
  private @Nullable SpanModel loaded;
  private @Nullable ReaderException failed;

  public OnnxSpanReader(OnnxModels models) {
    this(() -> SpanModel.load(models));
  }

  OnnxSpanReader(Loader loader) {
    this.loader = loader;
  }

  /** Where the model comes from. */
  interface Loader {
    SpanModel load() throws IOException, OrtException;
  }

  @Override
  public boolean understands(Language language) {
    return language == Language.ENGLISH;
  }

  /** {@inheritDoc} Passages longer than the model's window are read in overlapping windows. */
  @Override
  public List<Reading> read(String question, List<Text> passages) {
    if (passages.isEmpty()) {
      return List.of();
    }
    SpanModel model = model();
    try {
      return read(model, question, passages);
    } catch (CancellationException e) {
      throw e;
    } catch (OrtException | RuntimeException e) {
      throw new ReaderException("the reader " + NAME + " failed on " + passages.size() + " passages: " + root(e), false,
          e);
    }
  }

  /** Begins to load the model beside whatever else is done; failures show up in {@link #read}. */
  public void preload() {
    Thread.ofPlatform().daemon().name("docent-reader-model").start(() -> {
      try {
        model();
      } catch (ReaderException | CancellationException e) {
        // Kept for the first caller who needs the model; nobody will if the program is ending.
      }
    });
  }

  private static List<Reading> read(SpanModel model, String question, List<Text> passages) throws OrtException {
    Tokens asked = model.tokens(question).first(Window.MAX_QUESTION);
    List<Window> windows = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (Text passage : passages) {
      windows.addAll(Window.over(asked, model.tokens(passage.text())));
      ends.add(windows.size());
    }
    List<WindowReading> read = model.read(windows);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      readings.add(new PassageReading(read.subList(i == 0 ? 0 : ends.get(i - 1), ends.get(i)))
          .reading(passages.get(i), model.calibration()));
    }
    return readings;
  }

  private synchronized SpanModel model() {
    if (failed != null) {
      throw failed;
    }
    if (loaded == null) {
      try {
        loaded = loader.load();
      } catch (CancellationException e) {
        throw e;
      } catch (IOException | OrtException | RuntimeException | LinkageError e) {
        failed = new ReaderException("the reader " + NAME + " can't be loaded on " + System.getProperty("os.name") + " "
            + System.getProperty("os.arch") + ": " + root(e), true, e);
        throw failed;
      }
    }
    return loaded;
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.getClass().getSimpleName());
  }
}

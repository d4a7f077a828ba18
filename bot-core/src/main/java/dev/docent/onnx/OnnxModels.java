package dev.docent.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Opens models that lie on the class path, and owns them: who runs one holds it, and closing tells all runs to end and
 * frees nothing before they have. What ONNX Runtime makes of a model before it can run, it makes once: the graph is kept
 * in a folder and read from there by later starts, which compute the same with it. Safe for use by several threads.
 */
public final class OnnxModels implements AutoCloseable {
  /** Keeps nothing. */
  public static final OnnxModels UNKEPT = new OnnxModels(new KeptFolders(null));

  /** What a person calls the native libraries. */
  public static final String LIBRARIES = NativeLibraries.PART;

  private static final String GRAPH = "graph.onnx";
  /** What runs take to notice that they are to end; only opening a model for the first time may take longer. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final KeptFolders folders;
  private final Holds holds = new Holds();
  private final List<OrtSession> sessions = new ArrayList<>();
  private @Nullable RunOptions options;

  private OnnxModels(KeptFolders folders) {
    this.folders = folders;
  }

  /** @param folder where graphs are kept, made when it's needed; null keeps nothing */
  public static OnnxModels keptIn(@Nullable Path folder) {
    return new OnnxModels(new KeptFolders(folder));
  }

  /** What a session is to be like: its threads, say. */
  public interface Settings {
    void apply(SessionOptions options) throws OrtException;
  }

  /**
   * A model, and with it the library that cuts text into tokens.
   *
   * @param owner the class beside which the model lies, as in {@link Class#getResource}
   * @param part what a person calls it
   * @throws IOException when the model isn't there
   * @throws OrtException when it can't be run
   * @throws CancellationException when this was closed
   */
  public OnnxModel open(Class<?> owner, String model, String part, Settings settings)
      throws IOException, OrtException {
    holds.take();
    try {
      ModelShutdown.mind(this);
      OrtSession session = opened(owner, model, part, settings);
      synchronized (this) {
        sessions.add(session);
        return new OnnxModel(holds, session, runOptions());
      }
    } finally {
      holds.give();
    }
  }

  /**
   * Tells runs to end and waits a moment for them. No model is opened or run from then on; they are freed when nothing
   * runs any more, be it later.
   */
  @Override
  public void close() {
    holds.end(this::free);
    terminate();
    boolean unused = awaitNone(PATIENCE);
    ModelShutdown.forget(this);
  }

  /**
   * Loads the native libraries, if they aren't yet, and says which.
   *
   * @throws LinkageError when they can't be loaded
   */
  public String libraries() {
    holds.take();
    try {
      return "ONNX Runtime " + NativeLibraries.environment(folders).getVersion() + " · "
          + System.getProperty("onnxruntime.native.path", "unpacked for this start");
    } finally {
      holds.give();
    }
  }

  /** The last damage of the past week that was found in what is kept of a part, and mended. */
  public Optional<String> mended(String part) {
    return folders.mendings().last(part);
  }

  /** The process ends, and with it goes all there is: nothing need be freed. */
  void tellToEnd() {
    holds.end(() -> {});
    terminate();
  }

  private synchronized void terminate() {
    if (options == null) {
      return;
    }
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      // Then they end by themselves, and are waited for as long.
    }
  }

  /** Whether nothing runs any more, within a limit. */
  boolean awaitNone(Duration limit) {
    return holds.awaitNone(limit);
  }

  private synchronized void free() {
    for (OrtSession session : sessions) {
      try {
        session.close();
      } catch (OrtException e) {
        // It stays, and is used by nobody.
      }
    }
    sessions.clear();
    if (options != null) {
      options.close();
      options = null;
    }
  }

  private RunOptions runOptions() throws OrtException {
    if (options == null) {
      options = new RunOptions();
      options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setTerminate(holds.ended());
    }
    return options;
  }

  private OrtSession opened(Class<?> owner, String model, String part, Settings settings)
      throws IOException, OrtException {
    OrtEnvironment environment = NativeLibraries.environment(folders);
    PackedFile packed = PackedFile.of(owner, model)
        .orElseThrow(() -> new FileNotFoundException(model + " is not on the class path"));
    Optional<String> version = packed.version().map(v -> v + "-" + environment.getVersion());
    if (version.isEmpty()) {
      return made(environment, packed, settings, null);
    }
    String name = model.substring(model.lastIndexOf('/') + 1);
    Optional<Path> kept = folders.find(name, version.get(), part);
    if (kept.isPresent()) {
      try (SessionOptions options = options(settings, OptLevel.NO_OPT)) {
        return environment.createSession(kept.get().resolve(GRAPH).toString(), options);
      } catch (OrtException e) {
        folders.discard(kept.get(), part, "could not be loaded (" + e.getMessage() + ")");
      }
    }
    return madeAndKept(environment, packed, settings, name, version.get());
  }

  private OrtSession madeAndKept(OrtEnvironment environment, PackedFile packed, Settings settings, String name,
      String version) throws IOException, OrtException {
    AtomicReference<@Nullable OrtSession> session = new AtomicReference<>();
    try {
      folders.make(name, version, folder -> {
        try {
          session.set(made(environment, packed, settings, folder.resolve(GRAPH)));
        } catch (OrtException e) {
          throw new IOException(e);
        }
      });
    } catch (IOException e) {
      // It works without being kept, if it works.
    }
    OrtSession first = session.get();
    return first == null ? made(environment, packed, settings, null) : first;
  }

  private static OrtSession made(OrtEnvironment environment, PackedFile packed, Settings settings, @Nullable Path graph)
      throws IOException, OrtException {
    // What lies beyond this level is for one kind of processor, and a home may be shared by several machines.
    try (InputStream in = packed.open(); SessionOptions options = options(settings, OptLevel.EXTENDED_OPT)) {
      if (graph != null) {
        options.setOptimizedModelFilePath(graph.toString());
      }
      return environment.createSession(in.readAllBytes(), options);
    }
  }

  private static SessionOptions options(Settings settings, OptLevel level) throws OrtException {
    var options = new SessionOptions();
    try {
      settings.apply(options);
      // What goes wrong is thrown, and nobody's terminal is written to.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setOptimizationLevel(level);
      return options;
    } catch (OrtException | RuntimeException e) {
      options.close();
      throw e;
    }
  }
}

package dev.docent.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Opens models that lie on the class path. What ONNX Runtime makes of a model before it can run, it makes once: the graph
 * is kept in a folder and read from there by later starts, which compute the same with it. Safe for use by several
 * threads.
 */
public final class OnnxModels implements AutoCloseable {
  /** Keeps nothing. */
  public static final OnnxModels UNKEPT = new OnnxModels(new KeptFolders(null));

  private static final String GRAPH = "graph.onnx";

  private final KeptFolders folders;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

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
   * A session of a model; it belongs to the caller.
   *
   * @param owner the class beside which the model lies, as in {@link Class#getResource}
   * @throws IOException when the model isn't there
   * @throws OrtException when it can't be run
   */
  public OrtSession open(Class<?> owner, String model, Settings settings) throws IOException, OrtException {
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("this program is ending");
      }
      return opened(owner, model, settings);
    } finally {
      open.readLock().unlock();
    }
  }

  /** Waits for sessions that are being opened; from then on none is. A process that ended meanwhile would crash. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      closed = true;
    } finally {
      open.writeLock().unlock();
    }
  }

  private OrtSession opened(Class<?> owner, String model, Settings settings) throws IOException, OrtException {
    OrtEnvironment environment = environment();
    PackedFile packed = PackedFile.of(owner, model)
        .orElseThrow(() -> new FileNotFoundException(model + " is not on the class path"));
    Optional<String> version = packed.version().map(v -> v + "-" + environment.getVersion());
    if (version.isEmpty()) {
      return made(environment, packed, settings, null);
    }
    String name = model.substring(model.lastIndexOf('/') + 1);
    Optional<Path> kept = folders.find(name, version.get());
    if (kept.isPresent()) {
      try (SessionOptions options = options(settings, OptLevel.NO_OPT)) {
        return environment.createSession(kept.get().resolve(GRAPH).toString(), options);
      } catch (OrtException e) {
        folders.forget(kept.get());
      }
    }
    return madeAndKept(environment, packed, settings, name, version.get());
  }

  private OrtEnvironment environment() {
    synchronized (OnnxModels.class) {
      return NativeLibrary.environment(folders);
    }
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
      options.setOptimizationLevel(level);
      return options;
    } catch (OrtException | RuntimeException e) {
      options.close();
      throw e;
    }
  }
}

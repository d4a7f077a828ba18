package dev.docent.telegram.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One file of named maps from text to JSON. A change is in the file when the method that makes it returns; a store that
 * failed, for a full disk say, is opened anew at its next use. Safe for use by several threads.
 */
public final class Store implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final String file;
  private final ExecutorService thread = Executors
      .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("telegram-store").factory());
  private @Nullable MVStore open;
  private volatile @Nullable String trouble;

  private Store(String file) {
    this.file = file;
  }

  /** @throws StoreException when the file can't be used; another process may be holding it */
  public static Store open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new StoreException("the folder " + file.getParent() + " can't be made (" + e.getMessage() + ")", e);
    }
    return open(file.toString());
  }

  /** @param file as H2 names files, with a file system of its own in front if need be */
  static Store open(String file) {
    var store = new Store(file);
    try {
      store.read(opened -> opened);
      return store;
    } catch (StoreException e) {
      store.close();
      throw e;
    }
  }

  /** Looks into the maps. */
  <T> T read(Function<MVStore, T> work) {
    return alone(() -> work.apply(opened()));
  }

  /** Changes the maps; all of it is in the file afterwards, or an exception is thrown. */
  <T> T change(boolean safeFromPowerLoss, Function<MVStore, T> work) {
    return alone(() -> {
      MVStore store = opened();
      T result = work.apply(store);
      store.commit();
      if (safeFromPowerLoss) {
        store.sync();
      }
      trouble = null;
      return result;
    });
  }

  /**
   * Works in the one thread that touches the file: to interrupt a thread in the middle of a write would close the file.
   */
  private <T> T alone(Supplier<T> work) {
    Future<T> result;
    try {
      result = thread.submit(() -> {
        try {
          return work.get();
        } catch (MVStoreException e) {
          throw failed(e);
        }
      });
    } catch (RejectedExecutionException e) {
      throw new StoreException(file + " is closed", e);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private MVStore opened() {
    MVStore store = open;
    if (store == null || store.isClosed()) {
      store = new MVStore.Builder().fileName(file).cacheSize(2).autoCommitBufferSize(0).open();
      // What was changed and then failed must not be written later by itself.
      store.setAutoCommitDelay(0);
      store.setVersionsToKeep(0);
      open = store;
    }
    return store;
  }

  private StoreException failed(MVStoreException e) {
    MVStore store = open;
    open = null;
    if (store != null) {
      store.closeImmediately();
    }
    boolean held = e.getErrorCode() == org.h2.mvstore.DataUtils.ERROR_FILE_LOCKED;
    String what = held
        ? file + " is in use by another program, perhaps another bot on the same data folder"
        : file + " can't be read or written (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")";
    trouble = what;
    return new StoreException(what, e);
  }

  /** What keeps the store from working at present; null when all is well. */
  public @Nullable String trouble() {
    return trouble;
  }

  static MVMap<String, String> map(MVStore store, String name) {
    return store.openMap(name);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("can't be kept: " + value.getClass(), e);
    }
  }

  static <T> T value(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept as something else than " + type.getSimpleName(), e);
    }
  }

  /** Gives space back that is no longer used; for quiet times. */
  public void tidy() {
    read(store -> {
      store.compactFile(200);
      return store;
    });
  }

  @Override
  public void close() {
    thread.execute(() -> {
      MVStore store = open;
      open = null;
      if (store != null) {
        store.close();
      }
    });
    thread.close();
  }
}

package dev.docent.telegram.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
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
  private @Nullable MVStore open;
  private volatile @Nullable String trouble;
  private boolean closed;

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
    store.read(opened -> opened);
    return store;
  }

  /** Looks into the maps. */
  <T> T read(Function<MVStore, T> work) {
    synchronized (this) {
      try {
        return work.apply(opened());
      } catch (MVStoreException e) {
        throw failed(e);
      }
    }
  }

  /** Changes the maps; all of it is in the file afterwards, or an exception is thrown. */
  <T> T change(boolean safeFromPowerLoss, Function<MVStore, T> work) {
    synchronized (this) {
      try {
        MVStore store = opened();
        T result = work.apply(store);
        store.commit();
        if (safeFromPowerLoss) {
          store.sync();
        }
        trouble = null;
        return result;
      } catch (MVStoreException e) {
        throw failed(e);
      }
    }
  }

  private MVStore opened() {
    MVStore store = open;
    if (store == null || store.isClosed()) {
      if (closed) {
        throw new StoreException(file + " is closed", new IllegalStateException());
      }
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
    synchronized (this) {
      closed = true;
      MVStore store = open;
      open = null;
      if (store != null) {
        store.close();
      }
    }
  }
}

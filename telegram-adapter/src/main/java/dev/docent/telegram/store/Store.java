package dev.docent.telegram.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
  private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closing;
  private @Nullable MVStore open;
  private volatile @Nullable String trouble;

  private Store(String file) {
    this.file = file;
    this.thread = Thread.ofPlatform().daemon().name("telegram-store").start(this::work);
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
    return done(new Task<>(work, false, false));
  }

  /** Changes the maps; all of it is in the file afterwards, or an exception is thrown. */
  <T> T change(boolean safeFromPowerLoss, Function<MVStore, T> work) {
    return done(new Task<>(work, true, safeFromPowerLoss));
  }

  /** Work for the one thread that touches the file: to interrupt a thread in the middle of a write would close it. */
  private static final class Task<T> {
    final Function<MVStore, T> work;
    final boolean writes;
    final boolean synced;
    final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Runnable success;

    Task(Function<MVStore, T> work, boolean writes, boolean synced) {
      this.work = work;
      this.writes = writes;
      this.synced = synced;
    }

    void run(MVStore store) {
      try {
        T value = work.apply(store);
        success = () -> result.complete(value);
      } catch (MVStoreException e) {
        throw e;
      } catch (RuntimeException | Error e) {
        success = () -> result.completeExceptionally(e);
      }
    }

    void succeed() {
      if (success != null) {
        success.run();
      }
    }
  }

  private <T> T done(Task<T> task) {
    if (!open()) {
      throw new StoreException(file + " is closed", new IllegalStateException());
    }
    tasks.add(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.result.get();
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

  private boolean open() {
    return thread.isAlive() && !closing;
  }

  private void work() {
    var batch = new ArrayList<Task<?>>();
    try {
      while (!closing || !tasks.isEmpty()) {
        batch.clear();
        Task<?> first = tasks.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          // What has gathered meanwhile shares one commit.
          tasks.drainTo(batch);
          work(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      shut();
      tasks.forEach(task -> task.result.completeExceptionally(new IllegalStateException(file + " is closed")));
    }
  }

  private void work(List<Task<?>> batch) {
    try {
      MVStore store = opened();
      batch.forEach(task -> task.run(store));
      if (batch.stream().anyMatch(task -> task.writes)) {
        store.commit();
        if (batch.stream().anyMatch(task -> task.synced)) {
          store.sync();
        }
        trouble = null;
      }
      batch.forEach(Task::succeed);
    } catch (MVStoreException e) {
      StoreException failure = failed(e);
      batch.forEach(task -> task.result.completeExceptionally(failure));
    } catch (RuntimeException | Error e) {
      batch.forEach(task -> task.result.completeExceptionally(e));
    }
  }

  private void shut() {
    MVStore store = open;
    open = null;
    if (store != null) {
      store.close();
    }
  }

  private MVStore opened() {
    MVStore store = open;
    if (store == null || store.isClosed()) {
      // What was changed and then failed must not be written later by itself, and a commit must be one when it returns.
      store = new MVStore.Builder().fileName(file).cacheSize(2).autoCommitDisabled().open();
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
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

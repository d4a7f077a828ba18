package dev.docent.telegram.store;

import dev.docent.privacy.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One file of named maps from text to JSON. A change is in the file when the method that makes it returns; a store that
 * failed, for a full disk say, is opened anew at its next use, and one whose file is damaged is set aside and begun anew.
 * Safe for use by several threads.
 */
final class FileStore implements Store {
  private final String file;
  private final StoreFile place;
  private final MapFile maps;
  private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable String trouble;
  private boolean dirty;
  private boolean rewritten;

  private FileStore(String file) {
    this.file = file;
    this.place = StoreFile.of(file);
    this.maps = new MapFile(file);
    this.thread = Thread.ofPlatform().daemon().name("telegram-store").start(this::work);
  }

  static FileStore open(Path file) {
    try {
      OwnerOnly.folder(StoreFile.of(file.toAbsolutePath().toString()).folder());
    } catch (IOException e) {
      throw new StoreException("the folder of " + file + " can't be made (" + e.getMessage() + ")", e);
    }
    return open(file.toAbsolutePath().toString());
  }

  /** @param file as H2 names files, with a file system of its own in front if need be */
  static FileStore open(String file) {
    var store = new FileStore(file);
    try {
      store.done(new Task<>(opened -> true, false, false));
      return store;
    } catch (StoreException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public <T> T read(Function<Maps, T> work) {
    return done(new Task<>(store -> with(store, work), false, false));
  }

  @Override
  public <T> T change(boolean safeFromPowerLoss, Function<Maps, T> work) {
    return done(new Task<>(store -> with(store, work), true, safeFromPowerLoss));
  }

  /** Others share the commit: of work that fails each step is taken back. */
  private static <T> T with(MVStore store, Function<Maps, T> work) {
    var undo = new ArrayDeque<Runnable>();
    try {
      return work.apply(name -> new StoreMap(MapFile.map(store, name), undo));
    } catch (MVStoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      undo.forEach(Runnable::run);
      throw e;
    }
  }

  @Override
  public Inbox inbox(long bot) {
    return new MapInbox(this, bot);
  }

  /** The file is held by one program alone. */
  @Override
  public Optional<Sharing> sharing() {
    return Optional.empty();
  }

  /** A map of the file. */
  private record StoreMap(MVMap<String, String> map, Deque<Runnable> undo) implements Maps.NamedMap {
    @Override
    public @Nullable String get(String key) {
      return map.get(key);
    }

    @Override
    public @Nullable String put(String key, String json) {
      String before = map.put(key, json);
      undo.push(() -> restore(key, before));
      return before;
    }

    @Override
    public @Nullable String remove(String key) {
      String before = map.remove(key);
      undo.push(() -> restore(key, before));
      return before;
    }

    private void restore(String key, @Nullable String before) {
      if (before == null) {
        map.remove(key);
      } else {
        map.put(key, before);
      }
    }

    @Override
    public List<Maps.Entry> entries() {
      return map.entrySet().stream().map(e -> new Maps.Entry(e.getKey(), e.getValue())).toList();
    }
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
    try {
      // To join isn't interrupted.
      return task.result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
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
      maps.close();
      tasks.forEach(task -> task.result.completeExceptionally(new IllegalStateException(file + " is closed")));
    }
  }

  private void work(List<Task<?>> batch) {
    try {
      for (Task<?> task : batch) {
        // Each time anew: one before may have put another file in the place of this.
        task.run(maps.opened());
      }
      if (batch.stream().anyMatch(task -> task.writes)) {
        maps.opened().commit();
        dirty = true;
        if (batch.stream().anyMatch(task -> task.synced)) {
          maps.opened().sync();
        }
        trouble = null;
      }
      batch.forEach(Task::succeed);
    } catch (MVStoreException e) {
      StoreException failure = failed(e);
      batch.forEach(task -> task.result.completeExceptionally(failure));
    } catch (UncheckedIOException e) {
      StoreException failure = failed(e.getMessage() + " (" + e.getCause() + ")", e);
      batch.forEach(task -> task.result.completeExceptionally(failure));
    } catch (RuntimeException | Error e) {
      batch.forEach(task -> task.result.completeExceptionally(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private StoreException failed(MVStoreException e) {
    boolean held = e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
    return failed(held
        ? file + " is in use by another program, perhaps another bot on the same data folder"
        : file + " can't be read or written (" + firstLine(e) + ")", e);
  }

  private StoreException failed(String what, RuntimeException e) {
    maps.drop();
    trouble = what;
    return new StoreException(what, e);
  }

  @Override
  public @Nullable String trouble() {
    return trouble;
  }

  @Override
  public @Nullable String loss() {
    return maps.loss();
  }

  /**
   * Writes the file anew with what the maps hold: what was removed from them is then in no byte of it, and space that is no
   * longer used is given back. Nothing happens if nothing has changed since it was done last.
   *
   * @throws StoreException when the new file can't be written; the old one stays as it is
   */
  @Override
  public void rewrite() {
    done(new Task<>(store -> {
      if (dirty || !rewritten) {
        try {
          maps.rewrite();
        } catch (MVStoreException | UncheckedIOException e) {
          throw new StoreException(file + " can't be written anew (" + firstLine(e) + ")", e);
        }
        dirty = false;
        rewritten = true;
      }
      return true;
    }, false, false));
  }

  @Override
  public List<Other> others() {
    try {
      return place.others().stream().map(file -> new Other(file.toString(), () -> open(file))).toList();
    } catch (UncheckedIOException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void removeAside(Instant before) {
    try {
      place.removeAside(before);
    } catch (UncheckedIOException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
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

package dev.docent.telegram.store;

import java.io.EOFException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2's store in a file: opened at its next use after it failed, set aside and begun anew when its file is damaged. For one
 * thread; {@link #loss} is for all.
 */
final class MapFile {
  private static final Logger LOG = LoggerFactory.getLogger(MapFile.class);

  private final String file;
  private final StoreFile place;
  private @Nullable MVStore open;
  private volatile @Nullable String loss;

  /** @param file as H2 names files, with a file system of its own in front if need be */
  MapFile(String file) {
    this.file = file;
    this.place = StoreFile.of(file);
  }

  /** What was lost with a damaged file; null when nothing was. */
  @Nullable
  String loss() {
    return loss;
  }

  /** @throws MVStoreException when it can't be opened */
  MVStore opened() {
    MVStore store = open;
    if (store == null || store.isClosed()) {
      store = found();
      open = store;
      place.removeDrafts();
    }
    return store;
  }

  /** The store of the file, of a new one if there is none, or none that can be read. */
  private MVStore found() {
    String damage = place.emptied() ? "it is empty" : null;
    if (damage == null && place.exists()) {
      Object which = place.identity();
      MVStore store = null;
      try {
        store = opened(file);
        look(store);
        return store;
      } catch (MVStoreException e) {
        close(store);
        if (!damaged(e)) {
          throw e;
        }
        damage = e.getErrorCode() == DataUtils.ERROR_READING_FAILED
            ? "it is cut off"
            : "it holds something else than it should";
        LOG.debug("{}", place, e);
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        // H2 asserts what a file must hold, where assertions are on, and follows a page that holds itself for ever.
        close(store);
        damage = "it holds something else than it should";
        LOG.debug("{}", place, e);
      }
      if (!which.equals(place.identity())) {
        // Another bot was at it, and what lies there now is its file.
        return opened(file);
      }
    }
    if (damage != null) {
      Path aside = place.setAside();
      loss = "the bot's store " + place + " can't be read (" + damage + "). It was set aside as " + aside.getFileName()
          + ", and the bot goes on with a new one: who administers and who may ask has to be said again, what was asked"
          + " and not yet answered is lost, and buttons below earlier answers have expired. If you have a good copy, stop"
          + " the bot and put it in the place of " + place.name();
      LOG.error("{}", loss);
    }
    place.begin(draft -> opened(draft).close());
    return opened(file);
  }

  private static MVStore opened(String file) {
    // What was changed and then failed must not be written later by itself, and a commit must be one when it returns.
    MVStore store = new MVStore.Builder().fileName(file).cacheSize(2).autoCommitDisabled().open();
    store.setVersionsToKeep(0);
    return store;
  }

  /** Reads all there is: damage is to be found at once, not by whoever happens to need the place. */
  private static void look(MVStore store) {
    for (String name : store.getMapNames()) {
      map(store, name).forEach((key, value) -> {
        if (key.length() + value.length() < 0) {
          throw new IllegalStateException("no text has such a length");
        }
      });
    }
  }

  private static void close(@Nullable MVStore store) {
    if (store != null) {
      store.closeImmediately();
    }
  }

  /** Whether the file is to blame, and not the disk, who may read it, or who else has it open. */
  private static boolean damaged(MVStoreException e) {
    return switch (e.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED, DataUtils.ERROR_WRITING_FAILED -> false;
      // Cut off, it ends too early.
      case DataUtils.ERROR_READING_FAILED -> e.getCause() instanceof EOFException;
      default -> true;
    };
  }

  /** Writes the file anew with what its maps hold; when that can't be, the old one stays as it is. */
  void rewrite() {
    MVStore store = opened();
    place.replace(draft -> copy(store, draft), this::drop);
  }

  private static void copy(MVStore from, String draft) {
    MVStore to = opened(draft);
    try {
      for (String name : from.getMapNames()) {
        MVMap<String, String> copied = map(to, name);
        map(from, name).forEach(copied::put);
      }
      to.commit();
      to.sync();
      to.close();
    } catch (RuntimeException | Error e) {
      to.closeImmediately();
      throw e;
    }
  }

  static MVMap<String, String> map(MVStore store, String name) {
    return store.openMap(name);
  }

  /** Closes it without writing: at its next use it is opened anew. */
  void drop() {
    MVStore store = open;
    open = null;
    close(store);
  }

  void close() {
    MVStore store = open;
    open = null;
    if (store != null) {
      store.close();
    }
  }
}

package dev.docent.telegram.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a bot must not lose: named maps from text to JSON, and the inbox. Looked into and changed in transactions: of a
 * change all is kept when the method that makes it returns, or nothing. Safe for use by several threads; by several
 * programs where there is {@link #sharing}.
 */
public interface Store extends AutoCloseable {

  /**
   * In a file, held by one program.
   *
   * @throws StoreException when the file can't be used; another process may be holding it
   */
  static Store open(Path file) {
    return FileStore.open(file);
  }

  /**
   * Looks into the maps.
   *
   * @param work done once or several times, so it must not do anything but look
   * @throws StoreException when they can't be read
   */
  <T> T read(Function<Maps, T> work);

  /**
   * Changes the maps; all of it is kept afterwards, or an exception is thrown. Nobody else changes meanwhile what the work
   * has looked at in a map.
   *
   * @param safeFromPowerLoss whether it is to last through more than the end of this program
   * @param work done once or several times, of which only the last counts; it must do nothing but change the maps
   * @throws StoreException when it can't be kept
   */
  <T> T change(boolean safeFromPowerLoss, Function<Maps, T> work);

  /** @param bot whose updates, where several bots have had this store one after the other */
  Inbox inbox(long bot);

  /** What several replicas of a bot that use this store need of it; empty where only one can. */
  Optional<Sharing> sharing();

  /** What keeps the store from working at present; null when all is well. */
  @Nullable
  String trouble();

  /** What was lost because the store couldn't be read, and what to do; null when nothing was since this was opened. */
  @Nullable
  String loss();

  /**
   * Makes sure that what was removed is in no byte of the store any more, as far as this is in its hands.
   *
   * @throws StoreException when that fails; the store stays as it is
   */
  void rewrite();

  /**
   * Stores of other bots in the same place, as after a change of the token.
   *
   * @throws StoreException when the place can't be looked at
   */
  List<Other> others();

  /** Removes what was set aside before then because it couldn't be read. */
  void removeAside(Instant before);

  @Override
  void close();

  /**
   * The store of another bot.
   *
   * @param opening throws a {@link StoreException} when that bot is at work, or the store can't be used
   */
  record Other(String name, Supplier<Store> opening) {}
}

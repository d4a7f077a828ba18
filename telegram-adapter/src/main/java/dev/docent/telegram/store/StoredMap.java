package dev.docent.telegram.store;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A named map of values in the store. Safe for use by several threads. */
public final class StoredMap<T extends Object> {
  private final Store store;
  private final String name;
  private final Class<T> type;

  public StoredMap(Store store, String name, Class<T> type) {
    this.store = store;
    this.name = name;
    this.type = type;
  }

  public Optional<T> get(String key) {
    return store.read(s -> Optional.ofNullable(map(s).get(key))).flatMap(this::value);
  }

  public void put(String key, T value) {
    String json = StoredJson.of(value);
    store.change(false, s -> map(s).put(key, json) == null);
  }

  public boolean remove(String key) {
    return store.change(false, s -> map(s).remove(key) != null);
  }

  /** Changes one value in one go; {@code otherwise} stands for one that isn't there. */
  public T update(String key, T otherwise, UnaryOperator<T> change) {
    return store.change(false, s -> {
      String json = map(s).get(key);
      T changed = change.apply(json == null ? otherwise : value(json).orElse(otherwise));
      map(s).put(key, StoredJson.of(changed));
      return changed;
    });
  }

  /** Changes one value, if it is there. */
  public void change(String key, UnaryOperator<T> change) {
    store.change(false, s -> {
      String json = map(s).get(key);
      if (json != null) {
        value(json).ifPresent(value -> map(s).put(key, StoredJson.of(change.apply(value))));
      }
      return json != null;
    });
  }

  /** All values with their keys, in the order of keys. */
  public Stream<Entry<T>> all() {
    return store.read(this::all).stream();
  }

  /** All values with their keys, within a transaction. */
  public List<Entry<T>> all(Maps maps) {
    return map(maps).entries()
        .stream()
        .flatMap(e -> value(e.json()).map(value -> new Entry<>(e.key(), value)).stream())
        .toList();
  }

  /** Forgets what the test names, and what can't be read any more; returns how many that were. */
  public int removeIf(BiPredicate<String, T> test) {
    return store.change(false, s -> {
      var doomed = map(s).entries()
          .stream()
          .filter(e -> value(e.json()).map(value -> test.test(e.key(), value)).orElse(true))
          .toList();
      doomed.forEach(e -> map(s).remove(e.key()));
      return doomed.size();
    });
  }

  /** A value and its key. */
  public record Entry<T extends Object>(String key, T value) {}

  /** Within a transaction. */
  public Optional<T> get(Maps maps, String key) {
    return Optional.ofNullable(map(maps).get(key)).flatMap(this::value);
  }

  /** Within a transaction. */
  public void put(Maps maps, String key, T value) {
    map(maps).put(key, StoredJson.of(value));
  }

  private Maps.NamedMap map(Maps maps) {
    return maps.map(name);
  }

  private Optional<T> value(String json) {
    return StoredJson.readable(json, type);
  }
}

package dev.docent.telegram.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The named maps of a store within one transaction. */
@FunctionalInterface
public interface Maps {

  /** The map of this name, empty if nothing was put into it yet. */
  NamedMap map(String name);

  /** A map from text to JSON, in the order of keys. Keys are of letters, digits and signs of ASCII. */
  interface NamedMap {
    @Nullable
    String get(String key);

    /** Returns what was there before; null for nothing. */
    @Nullable
    String put(String key, String json);

    /** Returns what was there; null for nothing. */
    @Nullable
    String remove(String key);

    /** All there is, in the order of keys. */
    List<Entry> entries();
  }

  /** A key and the JSON below it. */
  record Entry(String key, String json) {}
}

package dev.docent.index;

import dev.docent.corpus.Language;
import java.util.Map;
import java.util.function.Predicate;

/** An index that comes in a module of its own: found by {@link java.util.ServiceLoader}, on the class path or
 * among the extensions that lie beside the program's jars. */
public interface SegmentIndexProvider {

  /** What the setting {@code docent.index} calls it. */
  String name();

  /** The version of the index's layout; an index of another is made anew. */
  int format();

  /**
   * Opens the index, made empty where there is none.
   *
   * @param settings what stands below {@code docent.NAME.} in the settings, such as {@code url}
   * @param embedded the languages whose segments get vectors
   * @throws IndexException when a setting can't be used or the index can't be reached
   */
  SegmentIndex open(Map<String, String> settings, Predicate<Language> embedded);
}

package dev.docent.telegram.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What people thought of answers. */
public interface Feedback {

  /** Where it is kept: with all else that replicas share, or in a file of JSON lines that other programs can read. */
  static Feedback of(Store store, Path file) {
    return store.sharing().isPresent() ? new StoredFeedback(store) : new FeedbackFile(file);
  }

  /** @throws StoreException when it can't be written */
  void add(Rating rating);

  /** Forgets what a person said and what others said about what they asked; returns how much that was. */
  int forget(long person);

  /**
   * @param asker who asked the question; 0 when that isn't known
   * @param rating {@code up} or {@code down}
   */
  record Rating(Instant at, long person, long asker, String question, String verdict, List<String> sources,
      String rating) {
    public Rating {
      sources = List.copyOf(sources);
    }
  }
}

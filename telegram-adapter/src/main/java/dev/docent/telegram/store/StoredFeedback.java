package dev.docent.telegram.store;

import java.util.UUID;

/** What people thought of answers, in a store that replicas share. */
final class StoredFeedback implements Feedback {
  private final StoredMap<Rating> ratings;

  StoredFeedback(Store store) {
    ratings = new StoredMap<>(store, "feedback", Rating.class);
  }

  @Override
  public void add(Rating rating) {
    ratings.put(rating.at() + "/" + UUID.randomUUID(), rating);
  }

  @Override
  public int forget(long person) {
    return ratings.removeIf((key, rating) -> rating.person() == person || rating.asker() == person);
  }
}

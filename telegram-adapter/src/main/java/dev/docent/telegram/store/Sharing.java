package dev.docent.telegram.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What replicas of one bot need of the store they share. A replica is alive as long as it shows itself to the store, which
 * it does by itself; what it held when it died falls to others. Safe for use by several threads.
 */
public interface Sharing {

  /** The name of this replica, of this run of it. */
  String replica();

  /**
   * Takes on what may be dealt with now: all that is new in chats of this replica, and chats with open updates that belong
   * to nobody, or to a replica that has died. A chat stays with who took it on as long as it has open updates, so that
   * within it order is kept, and what must not wait for an answer in the making (a stop, an edit) finds it.
   *
   * @param chats how many chats may be taken on beside those there are
   * @return in the order in which they were received
   * @throws StoreException when the store can't be used
   */
  List<ReceivedUpdate> claim(int chats);

  /** Whether this replica holds what only one may have, taking it if nobody alive does. */
  boolean lead(String name);

  /** The time by the one clock that all replicas go by. */
  Instant now();

  /** What waits or is in work, over all replicas. */
  Queue queue();

  /**
   * What waits or is in work.
   *
   * @param open updates not yet done with
   * @param oldest how long ago the oldest of them was received; zero when there is none
   * @param replicas that are alive
   */
  record Queue(int open, Duration oldest, int replicas) {}
}

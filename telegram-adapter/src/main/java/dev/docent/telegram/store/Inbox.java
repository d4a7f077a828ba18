package dev.docent.telegram.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The updates of one bot from their receipt until they are done with, each once however often it comes, and to whichever
 * replica. What is done is forgotten but for its number, which is kept as long as Telegram might send it again. All
 * methods throw a {@link StoreException} when the store can't be used; what concerns one update also when another replica
 * has taken that on meanwhile.
 */
public interface Inbox {
  /** How long the number of what is done is kept: Telegram keeps updates for a day. */
  Duration REMEMBERED = Duration.ofHours(48);

  /**
   * Writes down what is new, to last through a loss of power; returns that in the order given.
   *
   * @throws StoreException when it can't be written; nothing may then be confirmed to Telegram
   */
  List<ReceivedUpdate> receive(List<ReceivedUpdate> updates);

  /** Sets aside what can't be understood; the newest are kept to be looked at. Returns whether it is new. */
  boolean quarantine(long update, String raw);

  /** What is not yet done with, oldest first. */
  List<ReceivedUpdate> open();

  /** An update that is not yet done with, if it is for this program to deal with. */
  Optional<ReceivedUpdate> open(long update);

  /** Notes what is being said in answer, and how far that has come. */
  default void note(long update, Delivery delivery) {
    change(update, received -> received.with(delivery));
  }

  /** Notes a message that was sent ahead of the answer. */
  default void preview(long update, int message) {
    change(update, received -> {
      var previews = new ArrayList<>(received.previews());
      previews.add(message);
      return received.with(previews);
    });
  }

  /** Writes down what is different about an update; of one that is done with there is nothing to change. */
  void change(long update, UnaryOperator<ReceivedUpdate> change);

  /** What was done with is to be dealt with once more, in one go with whatever else belongs to it. */
  void reopen(List<ReceivedUpdate> updates);

  /** Done with: its content is forgotten. */
  void done(long update);

  /** Forgets the numbers that Telegram can't send again, and what was set aside as long ago. */
  void prune();

  /**
   * Forgets what a person sent, and what was set aside and names them; returns how much that was.
   *
   * @param spare the update that stays, for it is being dealt with
   */
  int forget(long person, long spare);
}

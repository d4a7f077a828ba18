package dev.docent.telegram.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update that was received and is not yet done with.
 *
 * @param update Telegram's id for it
 * @param raw as it came
 * @param stale whether it had lain at Telegram for longer than anybody waits for an answer
 * @param delivery what is being said in answer, once that is known
 * @param previews messages that were sent while the answer grew, in a chat where that leaves messages behind
 */
public record Received(long update, String raw, Instant at, boolean stale, @Nullable Delivery delivery,
    List<Integer> previews) {
  public Received {
    previews = List.copyOf(previews);
  }

  public static Received now(long update, String raw, boolean stale) {
    return new Received(update, raw, Instant.now(), stale, null, List.of());
  }

  /** As it is to be looked at after a start: what waited too long is stale, unless its answer is there already. */
  public Received after(Duration patience) {
    boolean old = delivery == null && Duration.between(at, Instant.now()).compareTo(patience) > 0;
    return new Received(update, raw, at, stale || old, delivery, previews);
  }

  Received with(@Nullable Delivery other) {
    return new Received(update, raw, at, stale, other, previews);
  }

  Received with(List<Integer> others) {
    return new Received(update, raw, at, stale, delivery, others);
  }
}

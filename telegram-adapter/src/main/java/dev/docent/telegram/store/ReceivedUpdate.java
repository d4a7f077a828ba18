package dev.docent.telegram.store;

import com.fasterxml.jackson.databind.JsonNode;
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
public record ReceivedUpdate(long update, String raw, Instant at, boolean stale, @Nullable Delivery delivery,
    List<Integer> previews) {
  public ReceivedUpdate {
    previews = List.copyOf(previews);
  }

  public static ReceivedUpdate now(long update, String raw, boolean stale) {
    return new ReceivedUpdate(update, raw, Instant.now(), stale, null, List.of());
  }

  /** As it is to be looked at after a start: what waited too long is stale, unless its answer is there already. */
  public ReceivedUpdate after(Duration patience) {
    boolean old = delivery == null && Duration.between(at, Instant.now()).compareTo(patience) > 0;
    return new ReceivedUpdate(update, raw, at, stale || old, delivery, previews);
  }

  /** Whether a person sent it; what can't be read may be anybody's. */
  public boolean by(long person) {
    JsonNode all = StoredJson.tree(raw);
    if (!all.isObject()) {
      return true;
    }
    for (JsonNode kind : all) {
      if (kind.path("from").path("id").asLong() == person || kind.path("sender_chat").path("id").asLong() == person
          || kind.path("chat").path("id").asLong() == person) {
        return true;
      }
    }
    return false;
  }

  /** Where it was sent; 0 for nowhere in particular. */
  public long chat() {
    for (JsonNode kind : StoredJson.tree(raw)) {
      JsonNode message = kind.path("message").isObject() ? kind.path("message") : kind;
      if (message.path("chat").path("id").isIntegralNumber()) {
        return message.path("chat").path("id").asLong();
      }
    }
    return 0;
  }

  public ReceivedUpdate with(@Nullable Delivery other) {
    return new ReceivedUpdate(update, raw, at, stale, other, previews);
  }

  public ReceivedUpdate with(List<Integer> others) {
    return new ReceivedUpdate(update, raw, at, stale, delivery, others);
  }
}

package dev.docent.telegram.polling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.ReceivedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what came, whichever way it came: each update once, and aside what can't be understood. */
public final class UpdateIntake {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateIntake.class);

  private final Inbox inbox;
  private final Predicate<String> readable;
  private final PollLoop.Dating dating;
  private final PollLoop.Listener listener;
  private final Supplier<Instant> telegramsTime;
  private final Duration stale;

  /**
   * @param readable whether a raw update can be understood
   * @param telegramsTime this machine's clock may be wrong
   * @param stale how old a message may be that was waiting while the bot was away
   */
  public UpdateIntake(Inbox inbox, Predicate<String> readable, PollLoop.Dating dating, PollLoop.Listener listener,
      Supplier<Instant> telegramsTime, Duration stale) {
    this.inbox = inbox;
    this.readable = readable;
    this.dating = dating;
    this.listener = listener;
    this.telegramsTime = telegramsTime;
    this.stale = stale;
  }

  /**
   * What became of a batch.
   *
   * @param fresh what is new and written down, in its order
   * @param quarantined whether something new was set aside
   * @param last the highest number in it; null when nothing in it had a number
   */
  public record Taken(List<ReceivedUpdate> fresh, boolean quarantined, @Nullable Long last) {}

  /**
   * @param catchingUp whether something may have waited too long; while the bot was listening all along nothing can be
   *     old, whatever clocks say
   * @throws dev.docent.telegram.store.StoreException when it can't be written down; nothing may then be confirmed
   */
  public Taken take(List<JsonNode> batch, boolean catchingUp) {
    var good = new ArrayList<ReceivedUpdate>();
    boolean news = false;
    Long last = null;
    for (JsonNode update : batch) {
      JsonNode id = update.path("update_id");
      if (!id.canConvertToLong()) {
        LOG.warn("an update without a number was passed over");
        continue;
      }
      last = last == null ? id.asLong() : Math.max(last, id.asLong());
      String raw = update.toString();
      if (readable.test(raw)) {
        good.add(ReceivedUpdate.now(id.asLong(), raw, catchingUp && old(update)));
      } else if (inbox.quarantine(id.asLong(), raw)) {
        news = true;
        LOG.warn("update {} can't be understood; it is kept aside", id.asLong());
        listener.quarantined(id.asLong());
      }
    }
    return new Taken(good.isEmpty() ? List.of() : inbox.receive(good), news, last);
  }

  private boolean old(JsonNode update) {
    Instant date = dating.date(update);
    return date != null && Duration.between(date, telegramsTime.get()).compareTo(stale) > 0;
  }
}

package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.time.Duration;

/** {@code getUpdates}: one poll at a time, which waits for something to come. */
public final class UpdatePolling {
  private static final int MOST = 100;
  private final World world;
  private int latest;
  private boolean ended;

  public UpdatePolling(World world) {
    this.world = world;
  }

  public ArrayNode run(ObjectNode request) throws InterruptedException {
    long offset = request.path("offset").asLong();
    int limit = request.has("limit") ? request.path("limit").asInt() : MOST;
    int mine = world.locked(() -> {
      if (!world.webhook.url.isEmpty()) {
        throw conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
            + " first");
      }
      world.queue.allow(request);
      world.queue.get(offset, 0);
      return ++latest;
    });
    world.await(() -> ended || latest != mine || world.queue.size() > 0,
        Duration.ofSeconds(request.path("timeout").asLong()));
    return world.locked(() -> {
      if (latest != mine) {
        throw conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
      }
      ArrayNode batch = world.queue.get(offset, limit);
      batch.forEach(update -> handed(world, update));
      if (!batch.isEmpty()) {
        world.journal.active();
      }
      return batch;
    });
  }

  /** From now on the bot has as long to answer a press as Telegram gives it. */
  static void handed(World world, JsonNode update) {
    ButtonPress press = world.presses.get(update.path("callback_query").path("id").asText());
    if (press != null && press.handed == 0) {
      press.handed = System.nanoTime();
    }
  }

  /** Polls under way return what there is. */
  public void end() {
    world.locked(() -> {
      ended = true;
    });
  }

  private static ApiErrorException conflict(String why) {
    return new ApiErrorException(409, "Conflict: " + why, ApiJson.object());
  }
}

package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is to be brought to the webhook: one update after the other, the same until it has arrived. */
public final class UpdateDelivery {
  private static final String THIS_MACHINE = "http://127.0.0.1:";
  private final World world;

  public UpdateDelivery(World world) {
    this.world = world;
  }

  /** An update on its way. */
  public record Due(String url, String secret, ObjectNode update) {}

  /** The next one; null when there is none for a while. Nobody is disturbed but this machine. */
  public @Nullable Due next(Duration limit) throws InterruptedException {
    boolean there = world.await(() -> world.webhook.url.startsWith(THIS_MACHINE) && world.queue.size() > 0, limit);
    return there ? world.locked(this::due) : null;
  }

  private @Nullable Due due() {
    ObjectNode first = world.queue.first();
    if (first == null || !world.webhook.url.startsWith(THIS_MACHINE)) {
      return null;
    }
    UpdatePolling.handed(world, first);
    return new Due(world.webhook.url, world.webhook.secret, first);
  }

  /** The webhook said yes. */
  public void arrived(Due due) {
    world.locked(() -> {
      world.queue.arrived(due.update());
      world.webhook.arrived();
      world.journal.active();
    });
  }

  /** It said something else, or nothing. */
  public void failed(String why) {
    world.locked(() -> world.webhook.failed(why));
  }
}

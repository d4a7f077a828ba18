package dev.docent.telegram.rehearsal.server;

import dev.docent.telegram.rehearsal.world.UpdateDelivery;
import dev.docent.telegram.rehearsal.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Brings updates to the webhook that is set, each until it is answered as Telegram wants it; pauses grow meanwhile. */
final class WebhookCalls implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int FIRST_PAUSE = 50;
  private static final int LONGEST_PAUSE = 1_000;

  private final UpdateDelivery delivery;
  private final Faults faults;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Thread thread;
  private volatile boolean closed;

  WebhookCalls(World world, Faults faults) {
    this.delivery = new UpdateDelivery(world);
    this.faults = faults;
    this.thread = Thread.ofVirtual().name("rehearsal-webhook").start(this::work);
  }

  private void work() {
    try {
      for (int failures = 0; !closed;) {
        UpdateDelivery.Due due = delivery.next(LOOK);
        if (due != null) {
          failures = brought(due) ? 0 : failures + 1;
          if (failures > 0) {
            Thread.sleep(Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures, 10)));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean brought(UpdateDelivery.Due due) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(due.url()))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(due.update().toString()));
    if (!due.secret().isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", due.secret());
    }
    boolean lost = faults.take("webhook").isPresent();
    try {
      int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2 && !lost) {
        delivery.arrived(due);
        return true;
      }
      delivery.failed(lost ? "Read timeout expired" : "Wrong response from the webhook: " + status);
    } catch (IOException e) {
      delivery.failed("Connection refused");
    }
    return false;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    http.shutdownNow();
  }
}

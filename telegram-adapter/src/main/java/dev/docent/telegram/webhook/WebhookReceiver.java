package dev.docent.telegram.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.PollLoop;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.polling.UpdateIntake;
import dev.docent.telegram.polling.UpdateSource;
import dev.docent.telegram.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Telegram bring updates: says where, listens there, and looks now and then whether they can still be brought. The
 * webhook stays set when the bot is stopped; what is said meanwhile waits at Telegram.
 */
public final class WebhookReceiver implements UpdateSource {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
  /** As long after a start, or after the first update in a long time, others may come that have waited. */
  private static final Duration CATCHING_UP = Duration.ofMinutes(2);
  private static final Duration RECENT = Duration.ofMinutes(2);

  private final BotApi api;
  private final Reception.Webhook wanted;
  private final WebhookSecret secret;
  private final UpdateIntake intake;
  private final PollLoop.Listener listener;
  private final PollTiming timing;
  private final Consumer<Connection> state;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Object order = new Object();
  private long lastCame = System.nanoTime();
  private long caughtUp = System.nanoTime() + CATCHING_UP.toNanos();
  private String lastWords = "";

  /**
   * @param kept where a secret is kept that nobody has given
   * @param state hears how things stand
   */
  public WebhookReceiver(BotApi api, Reception.Webhook wanted, Path kept, UpdateIntake intake,
      PollLoop.Listener listener, PollTiming timing, Consumer<Connection> state) {
    this.api = api;
    this.wanted = wanted;
    this.secret = wanted.secret() == null ? WebhookSecret.of(kept) : new WebhookSecret(wanted.secret());
    this.intake = intake;
    this.listener = listener;
    this.timing = timing;
    this.state = state;
  }

  @Override
  public void stop() {
    stopping.countDown();
  }

  @Override
  public void run() {
    try {
      api.warmUp();
      if (until(this::introduce) && until(this::free)) {
        listen();
      }
    } catch (InterruptedException e) {
      LOG.debug("the webhook has ended");
    }
  }

  /** A call that is to succeed; returns whether to go on. */
  private interface Step {
    boolean take() throws ApiException, InterruptedException;
  }

  /** Tries again until it works; false when the bot is stopped, or there is no use in going on. */
  private boolean until(Step step) throws InterruptedException {
    for (int failures = 0; stopping.getCount() > 0; failures++) {
      try {
        return step.take();
      } catch (ApiException e) {
        if (!goesOn(e.fault())) {
          return false;
        }
        long doubled = timing.first().toMillis() << Math.min(failures, 16);
        Duration pause = Duration.ofMillis(Math.min(timing.longest().toMillis(), doubled));
        boolean told = e.fault() instanceof ApiFault.Refused r && r.retryAfter() != null;
        pause(told && e.fault() instanceof ApiFault.Refused r && r.retryAfter() != null ? r.retryAfter() : pause);
      }
    }
    return false;
  }

  private boolean goesOn(ApiFault fault) {
    listener.failed(fault);
    if (fault instanceof ApiFault.Refused refused && refused.unauthorized()) {
      state.accept(new Connection.Rejected());
      LOG.error("Telegram doesn't accept the token any more; the webhook has ended");
      return false;
    }
    tell(fault.words(), "Telegram can't be reached (" + fault.words() + "); trying again");
    return true;
  }

  private boolean introduce() throws ApiException, InterruptedException {
    // Where the webhook is set from before, updates are brought as soon as somebody listens.
    listener.known(api.me());
    return true;
  }

  /** Whether no other webhook is set, or that is to be no obstacle. */
  private boolean free() throws ApiException, InterruptedException {
    String there = api.webhookInfo().path("url").asText("");
    if (there.isEmpty() || there.equals(wanted.url().toString()) || wanted.takesOver()) {
      return true;
    }
    end(PollLoop.takenBy(there));
    return false;
  }

  private void listen() throws InterruptedException {
    try (var server = new WebhookServer(wanted, secret, this::take)) {
      LOG.info("listening for updates at {}:{}", wanted.address(), server.port());
      if (!until(this::announce)) {
        return;
      }
      state.accept(new Connection.Connected());
      listener.connected();
      while (!pause(timing.hold()) && until(this::look)) {
        // all is as it should be, or is told
      }
    } catch (IOException e) {
      end("port " + wanted.port() + " of " + wanted.address() + " can't be had (" + e.getMessage()
          + "). Set docent.telegram.webhook-port or docent.telegram.webhook-address");
    }
  }

  private boolean announce() throws ApiException, InterruptedException {
    try {
      api.setWebhook(wanted.url(), secret.value(), wanted.connections(), KINDS);
      return true;
    } catch (ApiException e) {
      if (e.fault() instanceof ApiFault.Refused f && f.code() == 400) {
        end("Telegram doesn't take docent.telegram.webhook-url: " + f.description());
        return false;
      }
      throw e;
    }
  }

  /** What Telegram says of the webhook; false when it is another's now. */
  private boolean look() throws ApiException, InterruptedException {
    JsonNode info = api.webhookInfo();
    String there = info.path("url").asText("");
    if (there.isEmpty()) {
      tell("the webhook was removed",
          "the webhook was removed, perhaps by another program that polls; setting it again");
      return announce();
    }
    if (!there.equals(wanted.url().toString())) {
      end(PollLoop.takenBy(there));
      return false;
    }
    Instant failed = Instant.ofEpochSecond(Math.clamp(info.path("last_error_date").asLong(), 0, Integer.MAX_VALUE));
    if (info.path("pending_update_count").asLong() > 0 && failed.isAfter(api.serverTime().minus(RECENT))) {
      String why = info.path("last_error_message").asText("no reason given");
      tell("Telegram can't bring updates: " + why, "Telegram can't bring updates to the webhook: " + why);
    } else {
      lastWords = "";
      state.accept(new Connection.Connected());
    }
    return true;
  }

  /** One after the other, so that what came first is routed first. */
  private Runnable take(JsonNode update) {
    synchronized (order) {
      long now = System.nanoTime();
      if (now - lastCame > timing.stale().toNanos()) {
        caughtUp = now + CATCHING_UP.toNanos();
      }
      lastCame = now;
      try {
        var taken = intake.take(List.of(update), now < caughtUp);
        return () -> {
          if (!taken.fresh().isEmpty()) {
            listener.received(taken.fresh());
          }
        };
      } catch (StoreException e) {
        state.accept(new Connection.Troubled(String.valueOf(e.getMessage())));
        throw e;
      }
    }
  }

  private void tell(String trouble, String words) {
    state.accept(new Connection.Troubled(trouble));
    if (!words.equals(lastWords)) {
      LOG.warn("{}", words);
    }
    lastWords = words;
  }

  private void end(String why) {
    state.accept(new Connection.Ended(why));
    LOG.error("{}", why);
  }

  /** Returns whether the bot was stopped meanwhile. */
  private boolean pause(Duration time) throws InterruptedException {
    return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}

package dev.docent.telegram.polling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.api.Account;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/**
 * Fetches updates one after the other. Each is written down before Telegram is told, by the next request, that it may
 * forget it. No offset is kept over a start: Telegram offers again what wasn't confirmed, and the inbox knows what it
 * has. Runs in the thread that calls {@link #run} until {@link #stop}.
 */
public final class PollLoop implements UpdateSource {
  private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int FULL = 100;
  /** As often a program that has just come finds another one polling before it gives way. */
  private static final int NEWCOMER_YIELDS = 3;
  /** More often: of two programs the one that was there stays. */
  private static final int YIELDS = 6;
  /** In pauses after a conflict: those of longer ago were another matter. */
  private static final int REMEMBERED = 30;

  /** What the loop tells. All are called by its thread. */
  public interface Listener {

    /** Telegram has said who the bot is, before any update comes. */
    void known(Account me);

    /** Telegram knows where the bot is to be found. Of updates that are brought, some may be there already. */
    void connected();

    /** These are new, in order, and written down. */
    void received(List<ReceivedUpdate> updates);

    /** An update couldn't be understood and was set aside. */
    void quarantined(long update);

    /** A request failed. */
    void failed(ApiFault fault);
  }

  private final BotApi api;
  private final UpdateIntake intake;
  private final boolean takesOver;
  private final Listener listener;
  private final PollTiming timing;
  private final Consumer<Connection> state;
  private volatile boolean stopped;
  private @Nullable Long offset;
  private int failures;
  private long lastGood = System.nanoTime();
  private long lastLine;
  private String lastWords = "";
  private boolean catchingUp = true;
  private final Deque<Long> conflicts = new ArrayDeque<>();
  private boolean established;

  /** Reads when a raw update was said; null when it doesn't tell. */
  @FunctionalInterface
  public interface Dating {
    @Nullable
    Instant date(JsonNode raw);
  }

  /**
   * @param takesOver whether a webhook that somebody has set is removed
   * @param state hears how things stand
   */
  public PollLoop(BotApi api, UpdateIntake intake, boolean takesOver, Listener listener, PollTiming timing,
      Consumer<Connection> state) {
    this.api = api;
    this.intake = intake;
    this.takesOver = takesOver;
    this.listener = listener;
    this.timing = timing;
    this.state = state;
  }

  /** Polls until stopped, or until Telegram no longer accepts the token, or somebody else is to have the updates. */
  @Override
  public void run() {
    try {
      api.warmUp();
      if (introduced()) {
        while (!stopped) {
          once();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("polling has ended");
    }
  }

  /** Ends the loop; a request under way is given up, and what it would have brought comes again at the next start. */
  @Override
  public void stop() {
    stopped = true;
    api.stopWaiting();
  }

  /** Asks who the bot is until Telegram answers; false when there is no use in going on. */
  private boolean introduced() throws InterruptedException {
    while (!stopped) {
      try {
        Account me = api.me();
        String hook = takesOver ? "" : api.webhookInfo().path("url").asText("");
        if (!hook.isEmpty()) {
          // Before anything of the bot's is touched, its list of commands say.
          end(takenBy(hook));
          return false;
        }
        good();
        listener.known(me);
        listener.connected();
        return true;
      } catch (ApiException e) {
        if (!pause(e.fault())) {
          return false;
        }
      }
    }
    return false;
  }

  private void once() throws InterruptedException {
    try {
      List<JsonNode> batch = api.updates(offset, KINDS, timing.hold());
      if (stopped) {
        return;
      }
      catchUp();
      take(batch);
      // Only now: updates that can't be written down are no success, however well they were fetched.
      good();
      established |= conflicts.isEmpty();
    } catch (ApiException e) {
      if (!pause(e.fault())) {
        stopped = true;
      }
    } catch (StoreException e) {
      // Nothing was confirmed: Telegram offers it again.
      tell(new Connection.Troubled(String.valueOf(e.getMessage())), "updates can't be written down: " + e.getMessage());
      sleep(backoff());
    } catch (RuntimeException | Error e) {
      LOG.error("a poll failed", e);
      sleep(backoff());
    }
  }

  private void take(List<JsonNode> batch) throws InterruptedException {
    UpdateIntake.Taken taken = intake.take(batch, catchingUp);
    // Of this batch, not the highest ever: after an idle week Telegram counts from another number.
    offset = taken.last() == null ? offset : Long.valueOf(taken.last() + 1);
    catchingUp = catchingUp && batch.size() >= FULL;
    if (!taken.fresh().isEmpty()) {
      listener.received(taken.fresh());
    } else if (!batch.isEmpty() && !taken.quarantined()) {
      // The same again and again must not become a hot loop.
      sleep(timing.first());
    }
  }

  /** After a long silence what comes may be old. */
  private void catchUp() {
    if (System.nanoTime() - lastGood > timing.stale().toNanos()) {
      catchingUp = true;
    }
    lastGood = System.nanoTime();
  }

  private void good() {
    if (!lastWords.isEmpty()) {
      LOG.info("Telegram answers again");
    }
    failures = 0;
    lastWords = "";
    state.accept(new Connection.Connected());
  }

  /** Waits as long as the fault asks for; false when there is no use in waiting. */
  private boolean pause(ApiFault fault) throws InterruptedException {
    if (stopped) {
      return false;
    }
    listener.failed(fault);
    if (fault instanceof ApiFault.Refused refused) {
      if (refused.unauthorized()) {
        state.accept(new Connection.Rejected());
        LOG.error("Telegram doesn't accept the token any more; polling has ended");
        return false;
      }
      if (refused.code() == 409) {
        return conflict(refused);
      }
      if (refused.retryAfter() != null) {
        tell(new Connection.Troubled("asked to wait " + refused.retryAfter().toSeconds() + " s"), fault.words());
        sleep(refused.retryAfter());
        return true;
      }
    }
    tell(new Connection.Troubled(fault.words()), "Telegram can't be reached (" + fault.words() + "); trying again");
    sleep(backoff());
    return true;
  }

  /** Returns whether to go on. */
  private boolean conflict(ApiFault.Refused refused) throws InterruptedException {
    if (refused.says("webhook")) {
      return webhook();
    }
    long now = System.nanoTime();
    conflicts.add(now);
    conflicts.removeIf(at -> now - at > REMEMBERED * timing.conflict().toNanos());
    if (conflicts.size() >= (established ? YIELDS : NEWCOMER_YIELDS)) {
      end("another program polls Telegram with the same token, again and again. Two can't share one token: this one has"
          + " ended; stop the other before you start it again");
      return false;
    }
    tell(new Connection.Troubled("another program polls with the same token"),
        "another program polls Telegram with the same token, perhaps a second Docent. Stop one of them");
    Duration pause = backoff();
    sleep(pause.compareTo(timing.conflict()) < 0 ? timing.conflict() : pause);
    return true;
  }

  private boolean webhook() throws InterruptedException {
    try {
      if (!takesOver) {
        end(takenBy(api.webhookInfo().path("url").asText("")));
        return false;
      }
      tell(new Connection.Troubled("a webhook is set for this bot"),
          "a webhook is set for this bot; it is removed, for updates come to one place only");
      api.call(new DeleteWebhook(false));
    } catch (ApiException e) {
      LOG.warn("the webhook can't be looked at or removed: {}", e.getMessage());
      sleep(backoff());
    }
    return true;
  }

  /** Why the bot keeps away: somebody has set a webhook, whose address may hold a secret. */
  public static String takenBy(String url) {
    String host = url.replaceFirst("^(\\w+://[^/?#@]*).*$", "$1");
    return "a webhook is set for this bot" + (host.equals(url) && url.contains("@") ? "" : ", at " + host)
        + ": another program answers under its token. Use another token for a trial; or, if that program is gone, set"
        + " docent.telegram.remove-webhook=true";
  }

  private void end(String why) {
    state.accept(new Connection.Ended(why));
    LOG.error("{}", why);
  }

  private Duration backoff() {
    long doubled = timing.first().toMillis() << Math.min(failures++, 16);
    long most = Math.min(timing.longest().toMillis(), doubled);
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }

  /** Sets the state; the log gets one line a minute, or when it is something else. */
  private void tell(Connection now, String words) {
    state.accept(now);
    boolean other = !words.equals(lastWords);
    if (other && lastWords.isEmpty() || System.nanoTime() - lastLine > AGAIN.toNanos()) {
      LOG.warn("{}", words);
      lastLine = System.nanoTime();
    }
    lastWords = words;
  }

  private void sleep(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    while (!stopped && System.nanoTime() < until) {
      Thread.sleep(Math.min(100, Math.max(1, (until - System.nanoTime()) / 1_000_000)));
    }
  }
}

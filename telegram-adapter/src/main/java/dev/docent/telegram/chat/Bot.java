package dev.docent.telegram.chat;

import dev.docent.Docent;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.access.Pairing;
import dev.docent.telegram.api.Account;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.incoming.BotIdentity;
import dev.docent.telegram.polling.ClaimLoop;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.PollLoop;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.polling.UpdateIntake;
import dev.docent.telegram.polling.UpdateSource;
import dev.docent.telegram.question.BotTiming;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.KeptSecret;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.webhook.WebhookReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot, put together: polls, answers, and stops without losing anything. */
public final class Bot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  /**
   * What a bot is made of.
   *
   * @param atOnce answers that are made at the same time
   * @param cores how many of those may compute
   * @param most bytes of a file that may be added
   * @param scratch where downloads lie for a moment
   * @param reception how updates come
   * @param hookSecret where a webhook's secret is kept that nobody has given
   * @param sendFiles whether the files of cited documents may be had
   */
  public record Parts(Docent docent, BotApi api, Store store, Access access, Limits limits, Feedback feedback,
      Pairing pairing, PersonSigns signs, BotMetrics metrics, FolderSync folder, long bot, int atOnce, int cores,
      long most,
      Path scratch, Reception reception, Path hookSecret, boolean sendFiles) {}

  private final Parts parts;
  private final BotTiming timing;
  private final PollTiming pollTiming;
  private final AtomicReference<Connection> connection = new AtomicReference<>(new Connection.Starting());
  private final AtomicReference<BotIdentity> identity;
  private final Wiring wiring;
  /** What was received and not yet answered when the bot was last stopped; empty once it is gone on with. */
  private final AtomicReference<List<ReceivedUpdate>> left;
  private final UpdateSource source;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ScheduledExecutorService chores = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("telegram-chores").factory());
  private @Nullable Thread polling;
  private boolean closed;
  private volatile boolean told;

  public Bot(Parts parts, BotTiming timing, PollTiming pollTiming) {
    this.parts = parts;
    this.timing = timing;
    this.pollTiming = pollTiming;
    identity = new AtomicReference<>(new BotIdentity(parts.bot(), "", false));
    wiring = new Wiring(parts, timing, pollTiming.stale(), identity::get, connection::get);
    // Now, while nothing can have come: what comes from here on is routed when it comes.
    left = new AtomicReference<>(wiring.claims == null ? wiring.inbox.open() : List.of());
    PollLoop.Listener listener = listener();
    var intake = new UpdateIntake(wiring.inbox, wiring.reader::readable, wiring.reader::date, listener,
        parts.api()::serverTime, pollTiming.stale());
    source = switch (parts.reception()) {
      case Reception.Polling p -> new PollLoop(parts.api(), intake, p.takesOver(), listener, pollTiming,
          connection::set);
      case Reception.Webhook w ->
        new WebhookReceiver(parts.api(), shown(w), parts.hookSecret(), intake, listener, pollTiming,
            connection::set);
    };
  }

  private Reception.Webhook shown(Reception.Webhook hook) {
    return hook.secret() != null
        ? hook
        : KeptSecret.of(parts.store(), "webhook", KeptSecret::hex).map(hook::showing).orElse(hook);
  }

  /** Begins to poll, in a thread of its own. Telegram need not be there yet. */
  public void start() {
    chores.scheduleWithFixedDelay(this::tidy, 1, 3_600, TimeUnit.SECONDS);
    chores.scheduleWithFixedDelay(this::retry, 2, 2, TimeUnit.SECONDS);
    Thread thread = Thread.ofPlatform().name("telegram-polling").unstarted(() -> {
      source.run();
      ended.countDown();
    });
    polling = thread;
    thread.start();
  }

  private void tidy() {
    try {
      wiring.retention.tidy();
    } catch (StoreException e) {
      LOG.warn("not tidied: {}", e.getMessage());
    }
  }

  /** Goes on with what failed because nothing could be written down, once something can. */
  private void retry() {
    List<Long> postponed = wiring.completion.takePostponed();
    if (postponed.isEmpty()) {
      return;
    }
    try {
      // A try is a write first: a question costs more than that.
      new StoredMap<>(parts.store(), "probe", Long.class).put("at", System.currentTimeMillis());
      wiring.router.route(postponed.stream().map(wiring.inbox::open).flatMap(Optional::stream).toList());
    } catch (StoreException e) {
      LOG.debug("{} updates go on waiting: {}", postponed.size(), e.getMessage());
      wiring.completion.postpone(postponed);
    }
  }

  private PollLoop.Listener listener() {
    return new PollLoop.Listener() {
      @Override
      public void known(Account me) {
        // The token says the number, whatever Telegram leaves out.
        identity.set(new BotIdentity(parts.bot(), me.username(), me.readsAll()));
      }

      @Override
      public void connected() {
        LOG.info("connected as @{}", username());
        resume();
        Thread.ofVirtual().name("telegram-commands").start(Bot.this::register);
      }

      @Override
      public void received(List<ReceivedUpdate> updates) {
        wiring.routeAgain(updates);
      }

      @Override
      public void quarantined(long update) {
        parts.metrics().count("updates", "kind", "quarantined");
      }

      @Override
      public void failed(ApiFault fault) {
        parts.metrics().count("errors", "where", "poll");
      }
    };
  }

  private void resume() {
    ClaimLoop claims = wiring.claims;
    if (claims != null) {
      claims.start();
      return;
    }
    List<ReceivedUpdate> open = left.getAndSet(List.of())
        .stream()
        .flatMap(received -> wiring.inbox.open(received.update()).stream())
        .toList();
    if (!open.isEmpty()) {
      LOG.info("{} updates from before the start are gone on with", open.size());
      wiring.goOn(open);
    }
  }

  private void register() {
    try {
      wiring.lists.everywhere();
      for (long admin : parts.access().admins()) {
        wiring.lists.of(admin, wiring.replies.words(admin), true);
      }
      String loss = parts.store().loss();
      if (loss != null && !told) {
        told = true;
        for (long admin : parts.access().admins()) {
          wiring.replies.tell(admin, null,
              wiring.replies.words(admin).say("store.lost", CleanText.line(loss, 1_000)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  /** How things stand with Telegram. */
  public Connection connection() {
    return connection.get();
  }

  /** Updates in work or waiting. */
  public int load() {
    return wiring.queues.waiting() + wiring.queues.working();
  }

  /** The name under which people find the bot; empty until Telegram has said it. */
  public String username() {
    return identity.get().username();
  }

  /** Waits until no more updates come; returns why the bot has ended by itself, null when it was stopped. */
  public @Nullable String await() throws InterruptedException {
    ended.await();
    Connection last = connection.get();
    return last instanceof Connection.Rejected || last instanceof Connection.Ended ? last.trouble() : null;
  }

  /**
   * Stops: no more updates are fetched, answers under way may end for a moment, and whoever has to wait longer is told so.
   * What isn't done stays in the inbox.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    boolean interrupted = false;
    source.stop();
    ClaimLoop claims = wiring.claims;
    if (claims != null) {
      claims.close();
    }
    wiring.queues.close();
    chores.shutdownNow();
    try {
      boolean quiet = wiring.queues.await(timing.finish().toNanos());
      if (!quiet) {
        wiring.questions.stop();
        quiet = wiring.queues.await(Duration.ofSeconds(4).toNanos());
      }
      if (!quiet) {
        wiring.queues.interrupt();
        wiring.queues.await(Duration.ofSeconds(1).toNanos());
      }
      Thread thread = polling;
      if (thread != null) {
        thread.join(Duration.ofSeconds(2));
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    wiring.answering.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

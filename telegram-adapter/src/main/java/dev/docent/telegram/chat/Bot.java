package dev.docent.telegram.chat;

import dev.docent.Docent;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.access.Member.Standing;
import dev.docent.telegram.access.Newcomers;
import dev.docent.telegram.access.Pairing;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.api.Account;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.command.CommandLists;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.command.People;
import dev.docent.telegram.command.StatusText;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.incoming.BotIdentity;
import dev.docent.telegram.incoming.IncomingReader;
import dev.docent.telegram.polling.ClaimLoop;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.PollLoop;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.polling.UpdateIntake;
import dev.docent.telegram.polling.UpdateSource;
import dev.docent.telegram.privacy.Retention;
import dev.docent.telegram.question.Answering;
import dev.docent.telegram.question.BotTiming;
import dev.docent.telegram.question.BudgetedModel;
import dev.docent.telegram.question.GroupGreetings;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.ChatQueues;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.sending.Pace;
import dev.docent.telegram.sending.PreviewSender;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Conversations;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.KeptSecret;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import dev.docent.telegram.upload.PendingUpload;
import dev.docent.telegram.upload.UploadFolder;
import dev.docent.telegram.upload.Uploads;
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
   */
  public record Parts(Docent docent, BotApi api, Store store, Access access, Limits limits, Feedback feedback,
      Pairing pairing, PersonSigns signs, BotMetrics metrics, FolderSync folder, long bot, int atOnce, int cores,
      long most,
      Path scratch, Reception reception, Path hookSecret) {}

  private final Parts parts;
  private final BotTiming timing;
  private final PollTiming pollTiming;
  private final Inbox inbox;
  private final @Nullable ClaimLoop claims;
  private final ChatQueues queues = new ChatQueues();
  private final QuestionIntake questions;
  private final Answering answering;
  private final Router router;
  private final Retention retention;
  private final CommandLists lists;
  private final UpdateSource source;
  private final Replies replies;
  private final AtomicReference<Connection> connection = new AtomicReference<>(new Connection.Starting());
  private final AtomicReference<BotIdentity> identity;
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
    long began = System.nanoTime();
    inbox = parts.store().inbox(parts.bot());
    identity = new AtomicReference<>(new BotIdentity(parts.bot(), "", false));
    var reader = new IncomingReader(identity::get);
    var sender = new Sender(parts.api(), new Pace(), parts.metrics());
    var answers = GivenAnswer.in(parts.store());
    var uploads = new StoredMap<>(parts.store(), Retention.UPLOADS, PendingUpload.class);
    var conversations = new Conversations(parts.docent(), parts.store());
    conversations.prune(Retention.KEPT);
    conversations.restore();
    replies = new Replies(inbox, sender, parts.access(), answers);
    lists = new CommandLists(sender);
    var greetings = new GroupGreetings(parts.store());
    answering = new Answering(parts.docent(), parts.folder(), new BudgetedModel(parts.docent(), parts.limits()), inbox,
        replies,
        new PreviewSender(sender), answers, conversations, parts.metrics(), parts.signs(), greetings, timing,
        parts.atOnce(), parts.cores());
    questions = new QuestionIntake(answering, queues, replies, parts.limits(), answers, parts.metrics(), timing);
    var newcomers = new Newcomers(parts.store());
    retention = new Retention(parts.docent(), parts.store(), inbox, answers, uploads, conversations, parts.access(),
        newcomers,
        parts.limits(), parts.feedback(), parts.signs());
    var admission = new Admission(parts.access(), parts.pairing(), replies, lists, newcomers, inbox,
        this::routeAgain);
    var status = new StatusText(parts.docent(), parts.limits(), queues::waiting, queues::working,
        () -> connection.get().trouble(), began);
    var people = new People(parts.access(), replies, lists);
    var commands = new Commands(parts.docent(), conversations, parts.folder(), parts.access(), replies, questions,
        status, lists, people);
    var uploadFolder = new UploadFolder(parts.docent().status().knowledge(), parts.scratch());
    uploadFolder.clear();
    var files = new Uploads(parts.docent(), parts.folder(), parts.access(), replies, parts.api(), sender, uploads,
        uploadFolder,
        parts.most());
    var presses = new Presses(replies, parts.access(), admission, people, commands, questions, files, retention,
        answers,
        parts.feedback(),
        answered -> parts.docent().reject(answered.text(), parts.signs().of(answered.person())));
    router = new Router(reader, inbox, queues, replies, admission, parts.access(), questions, commands, files, presses,
        sender.chats(), parts.metrics(), greetings);
    parts.metrics().listeners(router::gone, router::moved);
    parts.metrics().gauge("waiting", queues::waiting);
    parts.metrics().gauge("working", queues::working);
    claims = parts.store()
        .sharing()
        // As many as are answered at once, and as many in line: the rest is for other replicas.
        .map(sharing -> new ClaimLoop(sharing, () -> 2 * parts.atOnce() - queues.working(), this::goOn))
        .orElse(null);
    PollLoop.Listener listener = listener();
    var intake = new UpdateIntake(inbox, reader::readable, reader::date, listener, parts.api()::serverTime,
        pollTiming.stale());
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

  /** Where replicas share the inbox it says whose turn it is. */
  private void routeAgain(List<ReceivedUpdate> updates) {
    if (claims == null) {
      router.route(updates);
    } else {
      claims.wake();
    }
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
      retention.tidy();
    } catch (StoreException e) {
      LOG.warn("not tidied: {}", e.getMessage());
    }
  }

  /** Goes on with what failed because nothing could be written down, once something can. */
  private void retry() {
    List<Long> postponed = replies.takePostponed();
    if (postponed.isEmpty()) {
      return;
    }
    try {
      // A try is a write first: a question costs more than that.
      new StoredMap<>(parts.store(), "probe", Long.class).put("at", System.currentTimeMillis());
      router.route(postponed.stream().map(inbox::open).flatMap(Optional::stream).toList());
    } catch (StoreException e) {
      LOG.debug("{} updates go on waiting: {}", postponed.size(), e.getMessage());
      postponed.forEach(replies::postpone);
    }
  }

  private PollLoop.Listener listener() {
    return new PollLoop.Listener() {
      @Override
      public void connected(Account me) {
        // The token says the number, whatever Telegram leaves out.
        identity.set(new BotIdentity(parts.bot(), me.username(), me.readsAll()));
        LOG.info("connected as @{}", me.username());
        resume();
        Thread.ofVirtual().name("telegram-commands").start(Bot.this::register);
      }

      @Override
      public void received(List<ReceivedUpdate> updates) {
        routeAgain(updates);
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

  /** Goes on with what was received and not yet answered when the bot was last stopped. */
  private void resume() {
    if (claims != null) {
      claims.start();
      return;
    }
    List<ReceivedUpdate> open = inbox.open();
    if (!open.isEmpty()) {
      LOG.info("{} updates from before the start are gone on with", open.size());
      goOn(open);
    }
  }

  private void goOn(List<ReceivedUpdate> open) {
    router.route(open.stream().map(received -> received.after(pollTiming.stale())).toList());
  }

  private void register() {
    try {
      lists.everywhere();
      for (long admin : parts.access().admins()) {
        lists.of(admin, replies.words(admin), true);
      }
      String loss = parts.store().loss();
      if (loss != null && !told) {
        told = true;
        for (long admin : parts.access().admins()) {
          replies.tell(admin, null, Styled.plain(replies.words(admin).say("store.lost", CleanText.line(loss, 1_000))),
              List.of());
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
    return queues.waiting() + queues.working();
  }

  /** The name under which people find the bot; empty until Telegram has said it. */
  public String username() {
    return identity.get().username();
  }

  /** Makes a person an administrator, as the pairing code would. */
  public void admit(long person) {
    parts.access().set(person, Standing.ADMIN);
  }

  /** The words for a language, for what the program itself says. */
  public static Words english() {
    return Words.in("en");
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
    if (claims != null) {
      claims.close();
    }
    queues.close();
    chores.shutdownNow();
    try {
      boolean quiet = queues.await(timing.finish().toNanos());
      if (!quiet) {
        questions.stop();
        quiet = queues.await(Duration.ofSeconds(4).toNanos());
      }
      if (!quiet) {
        queues.interrupt();
        queues.await(Duration.ofSeconds(1).toNanos());
      }
      Thread thread = polling;
      if (thread != null) {
        thread.join(Duration.ofSeconds(2));
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    answering.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

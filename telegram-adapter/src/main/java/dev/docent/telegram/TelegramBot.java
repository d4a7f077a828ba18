package dev.docent.telegram;

import dev.docent.Docent;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.access.Pairing;
import dev.docent.telegram.api.ApiTiming;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.chat.Bot;
import dev.docent.telegram.folder.Election;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.question.BotTiming;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.Sharing;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A running bot with everything that is opened for it, but for Docent, which is the caller's. */
public final class TelegramBot implements AutoCloseable {

  /**
   * The patience of each part.
   *
   * @param cores how many answers that compute are made at the same time
   */
  public record Patience(ApiTiming api, PollTiming poll, BotTiming chat, int cores) {
    /** One core stays for whoever is to be told that they are heard. */
    public static final Patience STANDARD = new Patience(ApiTiming.STANDARD, PollTiming.STANDARD, BotTiming.STANDARD,
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    /** For answers that only wait, as many as are made at once anyway. */
    public Patience(ApiTiming api, PollTiming poll, BotTiming chat) {
      this(api, poll, chat, Integer.MAX_VALUE);
    }
  }

  private final Store store;
  private final BotApi api;
  private final Access access;
  private final Pairing pairing;
  private final FolderSync folder;
  private final BotMetrics metrics;
  private final Bot bot;

  private TelegramBot(TelegramSettings settings, Docent docent, MeterRegistry registry, Patience patience, Store opened,
      boolean oneIndex) {
    Path data = settings.data();
    store = opened;
    pairing = Pairing.of(store);
    api = new BotApi(settings.baseUrl(), settings.token(), patience.api());
    access = new Access(settings.access(), settings.admins(), settings.users(), settings.groups(), store);
    metrics = new BotMetrics(registry);
    Optional<Sharing> sharing = store.sharing();
    folder = sharing.isPresent() && oneIndex
        ? new FolderSync(docent, new Election(() -> sharing.get().lead("folder")))
        : new FolderSync(docent);
    metrics.gauge("vectors.missing", () -> docent.status().vectorsMissing());
    metrics.gauge("index.generation", () -> docent.status().generation());
    metrics.gauge("segments", () -> docent.status().segments());
    metrics.gauge("leads", () -> folder.leads() ? 1 : 0);
    sharing.ifPresent(this::measure);
    var limits = new Limits(settings.perMinute(), settings.perDay(), settings.remotePerDay(), store);
    bot = new Bot(new Bot.Parts(docent, api, store, access, limits, Feedback.of(store, data.resolve("feedback.jsonl")),
        pairing, PersonSigns.of(store, data.resolve("whose.key")), metrics, folder, settings.token().botId(),
        settings.atOnce(), patience.cores(),
        settings.maxUpload(),
        data.resolve("uploads"), settings.reception(), data.resolve("webhook-" + settings.token().botId() + ".secret"),
        settings.sendFiles()),
        patience.chat(), patience.poll());
  }

  /**
   * Opens what the bot needs; nothing is sent yet.
   *
   * @throws dev.docent.telegram.store.StoreException when what must be kept can't be, as when another bot uses the folder
   */
  public static TelegramBot open(TelegramSettings settings, Docent docent, MeterRegistry registry,
      Patience patience) {
    return open(settings, docent, registry, patience, store(settings), false);
  }

  /**
   * The same with a store that was opened for it; the bot closes it.
   *
   * @param oneIndex whether all replicas search one index, so that one of them reads the folder for all
   */
  public static TelegramBot open(TelegramSettings settings, Docent docent, MeterRegistry registry, Patience patience,
      Store store, boolean oneIndex) {
    try {
      return new TelegramBot(settings, docent, registry, patience, store, oneIndex);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /**
   * The store of a bot that keeps everything in its folder.
   *
   * @throws dev.docent.telegram.store.StoreException when it can't be used, as when another bot uses the folder
   */
  static Store store(TelegramSettings settings) {
    return Store.open(settings.data().resolve("telegram-" + settings.token().botId() + ".mv"));
  }

  private void measure(Sharing sharing) {
    metrics.gauge("queue", () -> queue(sharing, Sharing.Queue::open));
    metrics.gauge("queue.oldest.seconds", () -> queue(sharing, queue -> queue.oldest().toMillis() / 1_000.0));
    metrics.gauge("replicas", () -> queue(sharing, Sharing.Queue::replicas));
  }

  /** Nothing can be said of it while the store is away. */
  private static Number queue(Sharing sharing, Function<Sharing.Queue, Number> figure) {
    try {
      return figure.apply(sharing.queue());
    } catch (StoreException e) {
      return Double.NaN;
    }
  }

  /** Begins to read the folder and to poll. */
  public void start(boolean follow) {
    folder.begin(follow);
    bot.start();
  }

  /** Waits until the folder was read once, if the index is empty before that, but not longer than the limit. */
  void awaitFirstReading(Duration limit) throws InterruptedException {
    folder.awaitFirst(limit);
  }

  /** The code that makes who sends it the first administrator; null when there is one already. */
  public @Nullable String pairingCode() {
    return access.owned() ? null : pairing.code();
  }

  /** The bot's name in Telegram without the @; empty until it is known. */
  public String username() {
    return bot.username();
  }

  public Connection connection() {
    return bot.connection();
  }

  public int load() {
    return bot.load();
  }

  public BotMetrics metrics() {
    return metrics;
  }

  /** What keeps the bot from writing down what it receives; null when nothing does. */
  public @Nullable String storeTrouble() {
    return store.trouble();
  }

  /** What was lost because the bot's store couldn't be read, and what to do; null when nothing was. */
  public @Nullable String storeLoss() {
    return store.loss();
  }

  /** What keeps the index from being in line with the folder; null when nothing does. */
  public @Nullable String folderTrouble() {
    return folder.trouble();
  }

  public BotApi api() {
    return api;
  }

  /** Waits until the bot gets no more updates; returns why it has ended by itself, null when it was stopped. */
  public @Nullable String await() throws InterruptedException {
    return bot.await();
  }

  @Override
  public void close() {
    bot.close();
    folder.close();
    api.close();
    store.close();
  }
}

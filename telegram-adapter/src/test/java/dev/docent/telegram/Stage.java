package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.TelegramBot.Patience;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.ApiTiming;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.polling.PollTiming;
import dev.docent.telegram.polling.Reception;
import dev.docent.telegram.question.BotTiming;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A bot on a strict Bot API server, with a Docent that answers as it is told to. Closing it checks the rules. */
final class Stage implements AutoCloseable {
  static final TelegramUser ANN = TelegramUser.named(1001, "Ann");
  static final TelegramUser BOB = TelegramUser.named(1002, "Bob");
  static final TelegramUser ADA = TelegramUser.named(1003, "Ada");
  static final Chat ANNS = ANN.privateChat();

  /** Short enough for tests, in the proportions of the real ones. */
  static final Patience QUICK = new Patience(
      new ApiTiming(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(1)),
      new PollTiming(Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(800), Duration.ofMillis(500),
          Duration.ofMinutes(10)),
      new BotTiming(Duration.ofMillis(800), Duration.ofMillis(200), Duration.ofMillis(800), Duration.ofMillis(400),
          Duration.ofMillis(100), Duration.ofMillis(1_500), Duration.ofSeconds(2), Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2)));

  final FakeTelegram telegram;
  final FakeDocent docent;
  final Path folder;
  private final boolean owner;
  private UnaryOperator<TelegramSettings> settings = s -> s.open(Openness.OPEN, Set.of(ADA.id()));
  Patience patience = QUICK;
  SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable TelegramBot bot;

  private Stage(Path folder, FakeTelegram telegram, boolean owner) {
    this.folder = folder;
    this.telegram = telegram;
    this.owner = owner;
    try {
      Files.createDirectories(folder.resolve("knowledge"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.docent = new FakeDocent(folder.resolve("knowledge"));
  }

  /** Everybody may ask, Ada administers; the bot is running. */
  static Stage open(Path folder) {
    return prepare(folder).begin();
  }

  /** The same with updates that come this way. */
  static Stage open(Path folder, Way way) {
    return prepare(folder).by(way).begin();
  }

  /** The bot isn't started yet. */
  static Stage prepare(Path folder) {
    return new Stage(folder, FakeTelegram.start(FloodLimits.telegram()), true);
  }

  /** A second bot with the same token, keeping its things elsewhere. */
  Stage another(Path elsewhere) {
    return new Stage(elsewhere, telegram, false);
  }

  Stage settings(UnaryOperator<TelegramSettings> change) {
    UnaryOperator<TelegramSettings> before = settings;
    settings = s -> change.apply(before.apply(s));
    return this;
  }

  /** Updates come this way, by the same webhook after each start. */
  Stage by(Way way) {
    Reception reception = way.reception();
    return settings(s -> s.receiving(reception));
  }

  Stage begin() {
    TelegramSettings standard = TelegramSettings.of(new BotToken(telegram.token()), folder.resolve("data"))
        .at(telegram.baseUrl());
    TelegramBot made = TelegramBot.open(settings.apply(standard), docent, meters, patience);
    bot = made;
    made.start(false);
    return this;
  }

  TelegramBot bot() {
    if (bot == null) {
      throw new IllegalStateException("not begun");
    }
    return bot;
  }

  /** Stops the bot, as it would be by a signal. */
  Stage stop() {
    bot().close();
    bot = null;
    return this;
  }

  /** As in {@link #QUICK}, but an answer may only take so long. */
  static Patience answeringWithin(Duration time) {
    BotTiming t = QUICK.chat();
    return new Patience(QUICK.api(), QUICK.poll(), new BotTiming(t.typing(), t.draft(), t.edit(), t.placeholder(),
        t.place(), t.searching(), t.keepAlive(), time, t.pieces(), t.finish()));
  }

  /** As in {@link #QUICK}, but whoever finds another program polling leaves it as much time. */
  static Patience yieldingFor(Duration time) {
    PollTiming p = QUICK.poll();
    return new Patience(QUICK.api(), new PollTiming(p.hold(), p.first(), p.longest(), time, p.stale()), QUICK.chat());
  }

  /** Waits until nothing is on its way any more. */
  void rest() {
    telegram.await("rest", Duration.ofSeconds(20),
        () -> telegram.pending() == 0 && bot().load() == 0 && telegram.atRest(Duration.ofMillis(300)));
  }

  /** Waits until Docent has been asked as often. */
  void asked(int times) {
    telegram.await(times + " questions", Duration.ofSeconds(10), () -> docent.asked.size() >= times);
  }

  /** Somebody adds the bot to a group, and it is told. */
  void invite(Chat group, TelegramUser by) {
    telegram.open(group);
    telegram.raw("""
        {"my_chat_member": {"date": 1790000000, "chat": {"id": %d, "type": "group", "title": "%s"},
         "from": {"id": %d, "is_bot": false, "first_name": "%s"},
         "old_chat_member": {"status": "left", "user": {"id": %d, "is_bot": true, "first_name": "Docent"}},
         "new_chat_member": {"status": "member", "user": {"id": %d, "is_bot": true, "first_name": "Docent"}}}}"""
        .formatted(group.id(), group.title(), by.id(), by.firstName(), telegram.bot().id(), telegram.bot().id()));
  }

  void await(String what, BooleanSupplier condition) {
    telegram.await(what, Duration.ofSeconds(10), condition);
  }

  void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No rule was broken up to now. */
  void lawful() {
    assertThat(telegram.violations()).isEmpty();
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    if (owner) {
      telegram.close();
      lawful();
    }
  }
}

package dev.docent.telegram.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.api.Account;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.api.ApiTiming;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.server.Fault;
import dev.docent.telegram.rehearsal.world.ApiCall;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates arrive once each, whatever happens between Telegram and the inbox. */
@Execution(ExecutionMode.CONCURRENT)
class PollLoopScenariosIT {
  private static final TelegramUser ANNA = TelegramUser.named(11, "Anna");
  private static final Chat CHAT = ANNA.privateChat();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final PollTiming QUICK = new PollTiming(Duration.ofSeconds(1), Duration.ofMillis(100),
      Duration.ofMillis(800), Duration.ofMillis(300), Duration.ofMinutes(10));
  private static final ApiTiming TIMING = new ApiTiming(Duration.ofSeconds(1), Duration.ofSeconds(1),
      Duration.ofSeconds(2), Duration.ofSeconds(1));

  private final FakeTelegram telegram = FakeTelegram.start();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<Boolean> stale = new CopyOnWriteArrayList<>();
  private final List<Long> quarantined = new CopyOnWriteArrayList<>();
  private final List<Connection> states = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  Path folder;
  private Store store;
  private BotApi api;
  private PollLoop loop;
  private Thread thread;

  @BeforeEach
  void begin(@TempDir Path data) {
    folder = data;
    store = Store.open(folder.resolve("bot.db"));
    make();
  }

  private void make() {
    BotToken token = new BotToken(telegram.token());
    api = new BotApi(telegram.baseUrl(), token, TIMING);
    Predicate<String> readable = raw -> !raw.contains("poison");
    var hearing = new Hearing();
    var intake = new UpdateIntake(store.inbox(token.botId()), readable, PollLoopScenariosIT::date, hearing,
        api::serverTime, QUICK.stale());
    loop = new PollLoop(api, intake, true, hearing, QUICK, states::add);
    thread = Thread.ofPlatform().name("polls").unstarted(loop::run);
  }

  private static @Nullable Instant date(JsonNode update) {
    long seconds = update.path("message").path("date").asLong();
    return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
  }

  private final class Hearing implements PollLoop.Listener {
    @Override
    public void known(Account me) {
      // the name is of no interest here
    }

    @Override
    public void connected() {
      // nor when it comes
    }

    @Override
    public void received(List<ReceivedUpdate> updates) {
      for (ReceivedUpdate update : updates) {
        String text = update.raw().replaceFirst("(?s).*\"text\":\"([^\"]*)\".*", "$1");
        texts.add(text);
        stale.add(update.stale());
        if (text.equals("throw")) {
          throw new IllegalStateException("a handler failed");
        }
        if (text.equals("memory")) {
          throw new OutOfMemoryError("a handler failed badly");
        }
      }
    }

    @Override
    public void quarantined(long update) {
      quarantined.add(update);
    }

    @Override
    public void failed(ApiFault fault) {
      faults.add(fault.words());
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    stop();
    store.close();
    try {
      assertThat(telegram.violations()).isEmpty();
    } finally {
      telegram.close();
    }
  }

  private void stop() throws InterruptedException {
    loop.stop();
    thread.join(5000);
    assertThat(thread.isAlive()).as("the loop ends when it is told to").isFalse();
    api.close();
  }

  private void say(String text) {
    telegram.say(ANNA, CHAT, text);
  }

  private void arrived(String... wanted) {
    telegram.await(String.join(", ", wanted), SOON, () -> texts.containsAll(List.of(wanted)));
    assertThat(texts).containsExactly(wanted);
  }

  private List<ApiCall> polls() {
    return telegram.calls("getUpdates");
  }

  @Test
  void whatIsSaidArrivesOnceAndIsConfirmed() {
    thread.start();
    say("one");
    say("two");
    arrived("one", "two");
    telegram.await("the confirmation", SOON, () -> telegram.pending() == 0);
    assertThat(states.getLast()).isEqualTo(new Connection.Connected());
  }

  @Test
  void refusedAtTheStartItTriesUntilItWorks() throws InterruptedException {
    telegram.down();
    thread.start();
    say("one");
    telegram.await("the trouble", SOON,
        () -> !states.isEmpty() && states.getLast() instanceof Connection.Troubled);
    assertThat(thread.isAlive()).isTrue();
    telegram.up();
    arrived("one");
  }

  @Test
  void aBreakInTheMiddleLosesNothing() throws InterruptedException {
    thread.start();
    say("one");
    arrived("one");
    telegram.down();
    say("two");
    Thread.sleep(1500);
    int tried = faults.size();
    assertThat(tried).as("it tries again and again, but not in a hot loop").isBetween(2, 12);
    telegram.up();
    arrived("one", "two");
  }

  static List<Fault> brokenAnswers() {
    return List.of(Fault.badGateway(), Fault.empty(), Fault.withoutOk(), Fault.internalError(), Fault.cutAnswer(),
        Fault.lostAnswer(), Fault.blackHole());
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void aBrokenAnswerLosesAndDoublesNothing(Fault fault) {
    say("one");
    telegram.faults().next("getUpdates", fault).next("getUpdates", fault);
    thread.start();
    arrived("one");
    say("two");
    arrived("one", "two");
    assertThat(faults).hasSize(2);
  }

  @Test
  void askedToWaitItWaits() {
    telegram.faults().next("getUpdates", Fault.tooManyRequests(2));
    thread.start();
    say("one");
    arrived("one");
    assertThat(polls().get(1).since().minus(polls().get(0).since())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void theSameBatchTwiceIsTakenOnce() {
    say("one");
    String update = "{\"update_id\":700000500,\"message\":{\"text\":\"twice\",\"date\":"
        + Instant.now().getEpochSecond()
        + "}}";
    telegram.raw(update);
    thread.start();
    arrived("one", "twice");
    telegram.raw(update);
    telegram.await("the confirmation", SOON, () -> telegram.pending() == 0);
    assertThat(texts).containsExactly("one", "twice");
  }

  @Test
  void afterAnIdleWeekItHearsAgainAndDoesNotRunHot() throws InterruptedException {
    thread.start();
    say("one");
    arrived("one");
    telegram.await("the confirmation", SOON, () -> telegram.pending() == 0);
    telegram.idleWeek();
    say("two");
    say("three");
    arrived("one", "two", "three");
    telegram.await("the confirmation", SOON, () -> telegram.pending() == 0);
    int before = polls().size();
    Thread.sleep(1500);
    assertThat(polls().size() - before).isLessThanOrEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsSetAsideAndTheRestArrives() {
    say("one");
    long poison = telegram.raw("{\"message\":{\"text\":\"poison\"}}");
    say("two");
    thread.start();
    arrived("one", "two");
    assertThat(quarantined).containsExactly(poison);
    telegram.await("the confirmation", SOON, () -> telegram.pending() == 0);
  }

  @Test
  void aHandlerThatFailsStopsNothing() {
    thread.start();
    say("throw");
    arrived("throw");
    say("memory");
    arrived("throw", "memory");
    say("one");
    arrived("throw", "memory", "one");
  }

  @Test
  void aSecondPollerIsRecognisedAndNotFought() throws InterruptedException {
    thread.start();
    say("one");
    arrived("one");
    telegram.faults()
        .next("getUpdates", 2, new Fault.Refusal(409, "{\"ok\":false,\"error_code\":409,\"description\":"
            + "\"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running\"}"));
    telegram.await("the conflict", SOON, () -> states.stream()
        .anyMatch(s -> String.valueOf(s.trouble()).contains("another program polls")));
    say("two");
    arrived("one", "two");
    List<ApiCall> refused = polls().stream().filter(call -> call.status() == 409).toList();
    assertThat(refused.get(1).since().minus(refused.get(0).since())).isGreaterThanOrEqualTo(QUICK.conflict());
  }

  @Test
  void aWebhookOfAnotherPlaceIsTakenAway() {
    telegram.webhook("https://elsewhere.test/hook");
    say("one");
    thread.start();
    arrived("one");
    assertThat(telegram.calls("deleteWebhook")).hasSize(1);
  }

  @Test
  void aRevokedTokenEndsTheLoop() throws InterruptedException {
    thread.start();
    say("one");
    arrived("one");
    telegram.revokeToken();
    thread.join(SOON.toMillis());
    assertThat(thread.isAlive()).isFalse();
    assertThat(states.getLast()).isEqualTo(new Connection.Rejected());
    assertThat(faults.toString()).doesNotContain(telegram.token());
  }

  @Test
  void whatWasWaitingForLongIsMarkedAndWhatIsNewIsNot() {
    telegram.shiftDates(Duration.ofHours(-20));
    say("yesterday");
    telegram.shiftDates(Duration.ZERO);
    say("today");
    thread.start();
    arrived("yesterday", "today");
    assertThat(stale).containsExactly(true, false);
  }

  @Test
  void aDateFromAWrongClockIsNotOldWhileTheBotListens() {
    thread.start();
    say("one");
    arrived("one");
    telegram.shiftDates(Duration.ofHours(-1));
    say("two");
    telegram.shiftDates(Duration.ofHours(1));
    say("three");
    arrived("one", "two", "three");
    assertThat(stale).containsExactly(false, false, false);
  }

  @Test
  void whatCannotBeWrittenDownIsNotConfirmed() throws InterruptedException {
    thread.start();
    say("one");
    arrived("one");
    store.close();
    say("two");
    telegram.await("the trouble", SOON, () -> states.getLast() instanceof Connection.Troubled);
    int before = polls().size();
    int known = states.size();
    Thread.sleep(1500);
    assertThat(polls().size() - before).as("it asks less and less often").isLessThanOrEqualTo(6);
    assertThat(states.subList(known, states.size())).as("a poll alone is no success")
        .doesNotContain(new Connection.Connected());
    assertThat(telegram.pending()).isEqualTo(1);
    assertThat(texts).containsExactly("one");
    stop();
    store = Store.open(folder.resolve("bot.db"));
    make();
    thread.start();
    arrived("one", "two");
  }

  @Test
  void afterAStopWhatWasNotTakenComesAgain() throws InterruptedException {
    thread.start();
    say("one");
    arrived("one");
    stop();
    say("two");
    make();
    thread.start();
    arrived("one", "two");
  }
}

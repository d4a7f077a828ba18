package dev.docent.telegram.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.api.ApiTiming;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.server.Fault;
import dev.docent.telegram.rehearsal.world.ApiCall;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.Span.Kind;
import dev.docent.telegram.text.Styled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of one message when Telegram or the way to it misbehaves. */
@Execution(ExecutionMode.CONCURRENT)
class SenderScenariosIT {
  private static final TelegramUser ANNA = TelegramUser.named(11, "Anna");
  private static final Chat CHAT = ANNA.privateChat();
  private static final Chat GROUP = Chat.group(-22, "Readers");
  private static final Chat FORUM = Chat.forum(-33, "Forum");
  private static final ApiTiming QUICK = new ApiTiming(Duration.ofSeconds(5), Duration.ofSeconds(5),
      Duration.ofSeconds(12), Duration.ofSeconds(2));
  private final FakeTelegram telegram = FakeTelegram.start();
  private final BotApi api = new BotApi(telegram.baseUrl(), new BotToken(telegram.token()), QUICK);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Sender sender = new Sender(api, new Pace(), new CallListener() {
    @Override
    public void gone(long chat) {
      heard.add("gone " + chat);
    }

    @Override
    public void moved(long from, long to) {
      heard.add("moved " + from + " " + to);
    }
  });

  @BeforeEach
  void people() {
    telegram.say(ANNA, CHAT, "/start");
    telegram.open(GROUP);
    telegram.open(FORUM);
  }

  @AfterEach
  void close() {
    api.close();
    try {
      assertThat(telegram.violations()).isEmpty();
    } finally {
      telegram.close();
    }
  }

  private static MessagePart part(String text) {
    return MessagePart.of(Styled.plain(text));
  }

  private List<String> shown(Chat chat) {
    return telegram.sent(chat).stream().map(m -> m.text()).toList();
  }

  private List<ApiCall> sends() {
    return telegram.calls("sendMessage");
  }

  /** It was open and free a moment ago, and what was never said to anybody can be said again. */
  @Test
  void aConnectionThatTelegramHasClosedIsNotSpokenInto() throws Exception {
    assertThat(sender.send(CHAT.id(), null, null, part("Before"))).isInstanceOf(SendOutcome.There.class);
    telegram.down();
    telegram.up();
    assertThat(sender.send(CHAT.id(), null, null, part("After"))).isInstanceOf(SendOutcome.There.class);
    assertThat(shown(CHAT)).containsExactly("Before", "After");
  }

  @Test
  void aFloodIsWaitedForAndTheMessageSentOnce() throws Exception {
    telegram.faults().next("sendMessage", Fault.tooManyRequests(2));
    assertThat(sender.send(CHAT.id(), null, null, part("Hello"))).isInstanceOf(SendOutcome.There.class);
    assertThat(shown(CHAT)).containsExactly("Hello");
    assertThat(sends().get(1).since().minus(sends().get(0).since())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aFloodInOneChatHoldsUpNoOther() throws Exception {
    TelegramUser boris = TelegramUser.named(12, "Boris");
    telegram.say(boris, boris.privateChat(), "/start");
    telegram.faults().next("sendMessage", Fault.tooManyRequests(3));
    CompletableFuture<SendOutcome> waiting = CompletableFuture.supplyAsync(() -> send(CHAT.id(), "Hello"));
    telegram.await("the flood", Duration.ofSeconds(5), () -> !sends().isEmpty());
    long began = System.nanoTime();
    sender.send(boris.id(), null, null, part("Hello"));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(waiting).succeedsWithin(30, TimeUnit.SECONDS);
  }

  private SendOutcome send(long chat, String text) {
    try {
      return sender.send(chat, null, null, part(text));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Fault> answersThatGetLost() {
    return List.of(Fault.lateAnswer(Duration.ofSeconds(20)), Fault.cutAnswer(), Fault.lostAnswer(),
        Fault.blackHole(), Fault.badGateway(), Fault.empty(), Fault.withoutOk());
  }

  @ParameterizedTest
  @MethodSource("answersThatGetLost")
  void aMessageThatMayHaveArrivedIsNotSentAgain(Fault fault) throws Exception {
    // A connection that was used before is one more reason for a client to try again by itself.
    sender.send(CHAT.id(), null, null, part("First"));
    telegram.faults().next("sendMessage", fault);
    assertThat(sender.send(CHAT.id(), null, null, part("Second"))).isEqualTo(new SendOutcome.Perhaps(CHAT.id()));
    assertThat(sends()).hasSize(2);
    assertThat(shown(CHAT).stream().filter("Second"::equals)).hasSizeLessThanOrEqualTo(1);
    assertThat(sender.send(CHAT.id(), null, null, part("Third"))).isInstanceOf(SendOutcome.There.class);
  }

  @Test
  void withoutAConnectionItIsTriedUntilThereIsOne() throws Exception {
    telegram.down();
    CompletableFuture<SendOutcome> sending = CompletableFuture.supplyAsync(() -> send(CHAT.id(), "Hello"));
    Thread.sleep(1200);
    assertThat(sending).isNotDone();
    telegram.up();
    assertThat(sending).succeedsWithin(30, TimeUnit.SECONDS).isInstanceOf(SendOutcome.There.class);
    assertThat(shown(CHAT)).containsExactly("Hello");
  }

  @Test
  void anErrorOfTelegramsOwnIsTriedOnceMore() throws Exception {
    telegram.faults().next("sendMessage", Fault.internalError());
    assertThat(sender.send(CHAT.id(), null, null, part("Hello"))).isInstanceOf(SendOutcome.There.class);
    telegram.faults().next("sendMessage", 2, Fault.internalError());
    assertThat(sender.send(CHAT.id(), null, null, part("Hello"))).isInstanceOf(SendOutcome.Refused.class);
    assertThat(sends()).hasSize(4);
    assertThat(shown(CHAT)).containsExactly("Hello");
  }

  @Test
  void whatCannotBeFormattedIsSentPlainOnce() throws Exception {
    telegram.faults().next("sendMessage", Fault.badRequest("can't parse entities: unsupported"));
    Styled bold = Styled.builder().add("See ").add(Kind.BOLD, "this").build();
    assertThat(sender.send(CHAT.id(), null, null, MessagePart.of(bold))).isInstanceOf(SendOutcome.There.class);
    assertThat(telegram.sent(CHAT).getFirst().entities()).isEmpty();
    assertThat(shown(CHAT)).containsExactly("See this");
    assertThat(sends()).hasSize(2);
  }

  @Test
  void whatCannotBeFormattedEvenPlainIsGivenUp() throws Exception {
    telegram.faults().always("sendMessage", Fault.badRequest("can't parse entities: unsupported"));
    Styled bold = Styled.builder().add(Kind.BOLD, "this").build();
    assertThat(sender.send(CHAT.id(), null, null, MessagePart.of(bold))).isInstanceOf(SendOutcome.Refused.class);
    assertThat(sends()).hasSize(2);
  }

  @Test
  void anEditThatWasMadeAlreadyCountsAsMade() throws Exception {
    SendOutcome.There there = (SendOutcome.There) sender.send(CHAT.id(), null, null, part("Hello"));
    telegram.faults().next("editMessageText", Fault.badRequest("message is not modified: the same"));
    assertThat(sender.send(CHAT.id(), null, null, part("Hello!").replacing(there.message())))
        .isEqualTo(new SendOutcome.There(CHAT.id(), there.message()));
    assertThat(sends()).hasSize(1);
  }

  @Test
  void anEditWhoseAnswerWasLostIsMadeAgain() throws Exception {
    SendOutcome.There there = (SendOutcome.There) sender.send(CHAT.id(), null, null, part("Hello"));
    telegram.faults().next("editMessageText", Fault.lateAnswer(Duration.ofSeconds(20)));
    assertThat(sender.send(CHAT.id(), null, null, part("Hello!").replacing(there.message())))
        .isEqualTo(new SendOutcome.There(CHAT.id(), there.message()));
    assertThat(shown(CHAT)).containsExactly("Hello!");
  }

  @Test
  void whenTheMessageToEditIsGoneANewOneIsSent() throws Exception {
    SendOutcome.There there = (SendOutcome.There) sender.send(CHAT.id(), null, null, part("Hello"));
    telegram.delete(telegram.sent(CHAT).getFirst());
    assertThat(sender.send(CHAT.id(), null, null, part("Hello!").replacing(there.message())))
        .isInstanceOf(SendOutcome.There.class);
    assertThat(shown(CHAT)).containsExactly("Hello!");
    assertThat(sends()).hasSize(2);
  }

  @Test
  void whereTheTopicIsGoneTheMessageGoesToGeneral() throws Exception {
    Chat topic = FORUM.inTopic(7);
    telegram.open(topic);
    sender.send(FORUM.id(), 7, null, part("there"));
    telegram.removeTopic(topic);
    assertThat(sender.send(FORUM.id(), 7, null, part("where"))).isInstanceOf(SendOutcome.There.class);
    assertThat(shown(topic)).containsExactly("there");
    assertThat(shown(FORUM)).containsExactly("where");
  }

  @Test
  void whoHasBlockedTheBotIsLeftAlone() throws Exception {
    telegram.block(ANNA);
    assertThat(sender.send(CHAT.id(), null, null, part("Hello"))).isEqualTo(new SendOutcome.Gone());
    assertThat(sends()).hasSize(1);
    assertThat(heard).containsExactly("gone 11");
  }

  @Test
  void aGroupThatBecameASupergroupGetsTheMessageThereOnce() throws Exception {
    Chat supergroup = telegram.migrate(GROUP, ANNA);
    SendOutcome sent = sender.send(GROUP.id(), null, null, part("Hello"));
    assertThat(sent).isInstanceOfSatisfying(SendOutcome.There.class,
        there -> assertThat(there.chat()).isEqualTo(supergroup.id()));
    assertThat(shown(supergroup)).containsExactly("Hello");
    assertThat(heard).containsExactly("moved -22 " + supergroup.id());
  }

  @Test
  void aMessageToAnswerThatIsGoneKeepsNothingBack() throws Exception {
    assertThat(sender.send(CHAT.id(), null, 77, part("Hello"))).isInstanceOf(SendOutcome.There.class);
    assertThat(telegram.sent(CHAT).getFirst().replyTo()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 12})
  void manyMessagesInOneChatKeepTelegramsPace(int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      assertThat(sender.send(CHAT.id(), null, null, part("Message " + i))).isInstanceOf(SendOutcome.There.class);
    }
    assertThat(shown(CHAT)).hasSize(messages);
    assertThat(sends()).allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
  }
}

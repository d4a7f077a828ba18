package dev.docent.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.answer.Question;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.api.BotToken;
import dev.docent.telegram.rehearsal.FakeTelegram;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has their data deleted is in no byte of what is kept, with the real core and everything it keeps. */
class PrivacyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final TelegramUser ZEB = TelegramUser.named(7340192856L, "Zebediah");
  private static final Chat ZEBS = ZEB.privateChat();
  private static final TelegramUser BOB = TelegramUser.named(6120394857L, "Bobadilla");
  private static final Chat BOBS = BOB.privateChat();
  private static final TelegramUser ADA = TelegramUser.named(5120394857L, "Adalbert");
  private static final Chat GROUP = Chat.group(-4120394857L, "Gossip");
  /** What Zebediah said: in a question that is answered, in ones that aren't, in a file's name, in a broken update. */
  private static final List<String> ZEBS_WORDS = List.of("Zebediah", "7340192856", "wombatish", "zymurgy", "quokka",
      "numbat", "pademelon", "bandicoot", "bilby");

  private final Path folder;
  private final Path data;
  private final CountDownLatch asking = new CountDownLatch(1);

  PrivacyIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("data");
    Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(folder.resolve("knowledge/bridges.md"),
        "# Bridges\n\nThe old bridge was built in 1842 by Anna Steele.\n");
  }

  /** Real, but for a question with "bilby" in it, which takes until it is interrupted. */
  private Docent docent() {
    Docent real = DocentFactory.open(DocentSettings.of(folder.resolve("knowledge"), data));
    return (Docent) Proxy.newProxyInstance(Docent.class.getClassLoader(), new Class<?>[]{Docent.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("ask") && ((Question) arguments[0]).text().contains("bilby")) {
            asking.countDown();
            Thread.sleep(PATIENCE);
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private TelegramBot begun(FakeTelegram telegram, Docent docent, Openness openness) {
    TelegramBot bot = TelegramBot.open(TelegramSettings.of(new BotToken(telegram.token()), data.resolve("telegram"))
        .at(telegram.baseUrl())
        .open(openness, Set.of(ADA.id())), docent, new SimpleMeterRegistry(), Stage.QUICK);
    bot.start(false);
    return bot;
  }

  /** Which of the words stand in any byte or name of what is kept, and where. */
  private Set<String> found(List<String> words) throws IOException {
    var found = new TreeSet<String>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = data.relativize(file) + "\n"
            + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        // In two bytes a letter, too.
        String wide = content.replace("\0", "");
        words.stream()
            .filter(word -> content.contains(word) || wide.contains(word))
            .forEach(word -> found.add(word + " in " + data.relativize(file)));
      }
    }
    return found;
  }

  private static void press(FakeTelegram telegram, TelegramUser person, BotMessage message, String label) {
    telegram.press(person, message, message.button(label).orElseThrow().data());
  }

  /** Refusals have no buttons to rate them; those of earlier versions had, and they still do what they did. */
  private static void rateDown(FakeTelegram telegram, TelegramUser person, UserMessage asked) {
    telegram.press(person, telegram.sent(asked.chat()).getFirst(), "d:" + asked.id());
  }

  /** Everything a person can leave behind. */
  private void live(FakeTelegram telegram) throws InterruptedException {
    telegram.open(ZEBS);
    telegram.raw("""
        {"message": {"message_id": 5, "date": 1790000000,
         "from": {"id": 7340192856, "is_bot": false, "first_name": "Zebediah"},
         "chat": {"id": 7340192856, "type": "private"}, "text": ["the pademelon", "of a form nobody knows"]}}""");
    UserMessage asked = telegram.say(ZEB, ZEBS, "Who built the old bridge, the wombatish one?");
    telegram.await("the answer", PATIENCE, () -> telegram.sent(ZEBS).size() == 1);
    rateDown(telegram, ZEB, asked);
    telegram.say(ZEB, ZEBS, "What does zymurgy cost on the moon?");
    telegram.await("the second answer", PATIENCE, () -> telegram.sent(ZEBS).size() == 2);
    telegram.upload(ZEB, ZEBS, "numbat.md", "text/markdown", "# Numbat\n".getBytes(StandardCharsets.UTF_8));
    telegram.await(ZEBS, PATIENCE, sent -> sent.text().contains("numbat.md"));
    // Somebody else rates, and asks again, what Zebediah asked in a group.
    String at = "@" + telegram.bot().username();
    UserMessage shared = telegram.say(ZEB, GROUP, at + " who built the old bridge of quokka stones?");
    telegram.await("the shared answer", PATIENCE, () -> telegram.sent(GROUP).size() == 1);
    rateDown(telegram, BOB, shared);
    telegram.press(BOB, GROUP, telegram.sent(GROUP).getFirst().id(), "a:" + shared.id());
    telegram.say(BOB, BOBS, "What does Bob's bandersnatch cost on the moon?");
    telegram.await("Bob's answer", PATIENCE, () -> telegram.sent(BOBS).size() == 1);
    telegram.await("rest", PATIENCE, () -> telegram.pending() == 0 && telegram.atRest(Duration.ofMillis(500)));
    telegram.say(ZEB, ZEBS, "How long does a bilby sleep?");
    asking.await();
    telegram.say(ZEB, ZEBS, "And a bandicoot?");
  }

  private void delete(FakeTelegram telegram) {
    telegram.say(ZEB, GROUP, "/privacy@" + telegram.bot().username());
    BotMessage notice = telegram.await(GROUP, PATIENCE, sent -> sent.text().contains("What is kept about you"));
    press(telegram, ZEB, notice, "Delete my data");
    telegram.await(GROUP, PATIENCE, sent -> sent.text().contains("Deleted: "));
  }

  @Test
  void whoHasTheirDataDeletedIsInNoByteOfWhatIsKept() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start(); Docent docent = docent()) {
      TelegramBot bot = begun(telegram, docent, Openness.OPEN);
      try {
        live(telegram);
        assertThat(found(ZEBS_WORDS)).as("what there is to be forgotten").hasSizeGreaterThan(ZEBS_WORDS.size());
        // As a store that couldn't be read would lie there.
        Files.writeString(data.resolve("telegram/telegram-" + telegram.bot().id() + ".mv.damaged-2026-01-01T000000"),
            "Zebediah");
        // As a bot of another token would have left it.
        Files.copy(data.resolve("telegram/telegram-" + telegram.bot().id() + ".mv"),
            data.resolve("telegram/telegram-12345.mv"));
        delete(telegram);
        assertThat(found(ZEBS_WORDS)).isEmpty();
        telegram.await("rest", PATIENCE, () -> bot.load() == 0 && telegram.atRest(Duration.ofMillis(500)));
        assertThat(found(ZEBS_WORDS)).isEmpty();
        assertThat(found(List.of("bandersnatch", "6120394857"))).as("what is others'").hasSizeGreaterThan(4);
      } finally {
        bot.close();
      }
      assertThat(found(ZEBS_WORDS)).as("stopped").isEmpty();
      try (TelegramBot again = begun(telegram, docent, Openness.OPEN)) {
        telegram.say(BOB, BOBS, "Who built the old bridge?");
        telegram.await("rest", PATIENCE, () -> again.load() == 0 && telegram.atRest(Duration.ofMillis(1_500)));
        assertThat(found(ZEBS_WORDS)).as("after a restart").isEmpty();
      }
      assertThat(found(ZEBS_WORDS)).isEmpty();
      assertThat(telegram.violations()).isEmpty();
    }
  }

  @Test
  void whoMayAskStaysAndNothingElse() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start();
        Docent docent = docent();
        TelegramBot bot = begun(telegram, docent, Openness.PAIRED)) {
      telegram.open(ADA.privateChat());
      telegram.say(ZEB, ZEBS, "May I, the wombatish?");
      BotMessage request = telegram.await(ADA.privateChat(), PATIENCE, sent -> sent.button("Allow").isPresent());
      press(telegram, ADA, request, "Allow");
      telegram.await(ZEBS, PATIENCE, sent -> sent.text().contains("You may ask"));
      telegram.say(ZEB, ZEBS, "What does zymurgy cost on the moon?");
      telegram.await("both answers", PATIENCE, () -> telegram.sent(ZEBS).size() == 4);
      telegram.say(ZEB, ZEBS, "/privacy");
      BotMessage notice = telegram.await(ZEBS, PATIENCE, sent -> sent.text().contains("What is kept about you"));
      press(telegram, ZEB, notice, "Delete my data");
      telegram.await(ZEBS, PATIENCE, sent -> sent.text().contains("Deleted: "));
      String store = "telegram/telegram-" + telegram.bot().id() + ".mv";
      telegram.await("rest", PATIENCE, () -> bot.load() == 0 && telegram.atRest(Duration.ofMillis(500)));
      assertThat(found(ZEBS_WORDS)).containsExactly("7340192856 in " + store);
      Matcher id = Pattern.compile("7340192856(.{0,80})", Pattern.DOTALL)
          .matcher(Files.readString(data.resolve(store), StandardCharsets.ISO_8859_1));
      assertThat(id.find()).isTrue();
      assertThat(id.group(1)).contains("{\"standing\":\"ADMITTED\",\"language\":null,\"usual\":null,\"name\":null}");
      assertThat(id.find()).as("once").isFalse();
      telegram.say(ZEB, ZEBS, "Who built the old bridge?");
      telegram.await(ZEBS, PATIENCE, sent -> sent.text().contains("Anna Steele"));
    }
  }
}

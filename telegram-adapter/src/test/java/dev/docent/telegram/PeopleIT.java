package dev.docent.telegram;

import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.access.Openness;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in gets the answer to what they asked; who may ask is listed and can be changed. */
@Execution(ExecutionMode.CONCURRENT)
class PeopleIT {
  private static final Chat ADAS = ADA.privateChat();
  private static final Chat BOBS = BOB.privateChat();

  /** Ada was paired, so that no settings hold her rights. */
  private static Stage paired(Path folder) {
    return paired(folder, Way.POLLING);
  }

  private static Stage paired(Path folder, Way way) {
    Stage stage = Stage.prepare(folder).by(way).settings(s -> s.open(Openness.PAIRED, Set.of())).begin();
    stage.telegram.say(ADA, ADAS, "/start " + stage.bot().pairingCode());
    stage.telegram.await(ADAS, sent -> sent.text().contains("You are now my administrator"));
    return stage;
  }

  private static void press(Stage stage, TelegramUser person, BotMessage message, String label) {
    stage.telegram.press(person, message, message.button(label).orElseThrow().data());
  }

  private static void letIn(Stage stage, TelegramUser person, String question) {
    stage.telegram.say(person, person.privateChat(), question);
    BotMessage request = stage.telegram.await(ADAS, sent -> sent.text().contains("(id " + person.id() + ")"));
    press(stage, ADA, request, "Allow");
    stage.telegram.await(person.privateChat(), sent -> sent.text().contains("Bullitt"));
  }

  private static BotMessage people(Stage stage) {
    int before = stage.telegram.sent(ADAS).size();
    stage.telegram.say(ADA, ADAS, "/people");
    stage.telegram.await(ADAS, before + 1);
    return stage.telegram.sent(ADAS).getLast();
  }

  private static BotMessage after(Stage stage, BotMessage list, String text) {
    return stage.telegram.await(ADAS, sent -> sent.id() == list.id() && sent.text().contains(text));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatANewcomerAskedIsShownToTheAdministratorAndAnsweredOnceHeIsLetIn(Way way, @TempDir Path folder) {
    try (Stage stage = paired(folder, way)) {
      stage.telegram.say(BOB, BOBS, "Who was the first?");
      stage.telegram.await(BOBS, sent -> sent.text().contains("What you asked is kept"));
      BotMessage request = stage.telegram.await(ADAS, sent -> sent.text().contains("Bob (id 1002), @bob,"));
      assertThat(request.text()).contains("They asked: “Who was the first?”");
      press(stage, ADA, request, "Allow");
      stage.telegram.await(BOBS, sent -> sent.text().contains("The answer to what you asked follows"));
      stage.telegram.await(BOBS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.docent.texts()).containsExactly("Who was the first?");
      press(stage, ADA, request, "Allow");
      stage.rest();
      assertThat(stage.docent.texts()).as("answered once").hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatANewcomerAskedOutlivesARestartAsHeLastEditedIt(Way way, @TempDir Path folder) {
    try (Stage stage = paired(folder, way)) {
      var question = stage.telegram.say(BOB, BOBS, "Who was first?");
      BotMessage request = stage.telegram.await(ADAS, sent -> sent.text().contains("Bob (id 1002)"));
      stage.telegram.edit(question, "Who was the very first?");
      stage.rest();
      stage.stop().begin();
      press(stage, ADA, request, "Allow");
      stage.telegram.await(BOBS, sent -> sent.text().contains("Bullitt"));
      assertThat(stage.docent.texts()).containsExactly("Who was the very first?");
    }
  }

  @Test
  void ofANewcomersQuestionsTheLatestTwoAreKept(@TempDir Path folder) {
    try (Stage stage = paired(folder)) {
      for (String question : new String[]{"One?", "Two?", "Three?"}) {
        stage.telegram.say(BOB, BOBS, question);
        stage.rest();
      }
      press(stage, ADA, stage.telegram.await(ADAS, sent -> sent.text().contains("(id 1002)")), "Allow");
      stage.asked(2);
      stage.rest();
      assertThat(stage.docent.texts()).containsExactly("Two?", "Three?");
    }
  }

  @Test
  void whoIsRefusedIsNotAnsweredLaterEither(@TempDir Path folder) {
    try (Stage stage = paired(folder)) {
      stage.telegram.say(BOB, BOBS, "Who?");
      press(stage, ADA, stage.telegram.await(ADAS, sent -> sent.text().contains("(id 1002)")), "No");
      stage.rest();
      press(stage, ADA, people(stage), "Allow Bob");
      stage.telegram.await(BOBS, sent -> sent.text().contains("Just write a question"));
      stage.rest();
      assertThat(stage.docent.asked).isEmpty();
    }
  }

  @Test
  void whoeverOwnsTheBotGetsTheAnswerToWhatTheyAskedBeforeTheCode(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder).settings(s -> s.open(Openness.PAIRED, Set.of())).begin()) {
      stage.telegram.say(ADA, ADAS, "Who was the first?");
      stage.telegram.await(ADAS, sent -> sent.text().contains("belong to nobody yet"));
      stage.telegram.say(ADA, ADAS, String.valueOf(stage.bot().pairingCode()));
      stage.telegram.await(ADAS, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void whoMayAskIsListedWithWhatCanBeDoneAboutIt(@TempDir Path folder) {
    try (Stage stage = paired(folder)) {
      letIn(stage, BOB, "Who?");
      BotMessage list = people(stage);
      assertThat(list.text()).contains("Ada @ada · 1003 · administrator", "Bob @bob · 1002 · may ask");
      assertThat(list.button("Ada")).as("the last administrator stays one").isEmpty();
      assertThat(list.button("Revoke Bob")).isPresent();
      assertThat(list.button("Make Bob")).isPresent();
      assertThat(stage.telegram.commands().get("chat:" + ADA.id())).anyMatch(line -> line.contains("people"));
    }
  }

  @Test
  void whoIsRevokedIsToldNothingAndAnsweredNoMore(@TempDir Path folder) {
    try (Stage stage = paired(folder)) {
      letIn(stage, BOB, "Who?");
      stage.rest();
      int before = stage.telegram.sent(BOBS).size();
      BotMessage list = people(stage);
      press(stage, ADA, list, "Revoke Bob");
      BotMessage revoked = after(stage, list, "1002 is no longer answered");
      assertThat(revoked.text()).contains("1002 · not answered");
      stage.telegram.say(BOB, BOBS, "And now?");
      stage.telegram.say(BOB, Chat.group(-777, "Readers"), "@" + stage.telegram.bot().username() + " and here?");
      stage.rest();
      assertThat(stage.telegram.sent(BOBS)).hasSize(before);
      assertThat(stage.docent.asked).hasSize(1);
      press(stage, ADA, revoked, "Allow Bob");
      after(stage, list, "1002 may ask questions now");
      stage.telegram.say(BOB, BOBS, "And again?");
      stage.asked(2);
    }
  }

  @Test
  void whoIsRevokedMeanwhileGetsNothingOfWhatIsBeingAnswered(@TempDir Path folder) {
    try (Stage stage = paired(folder)) {
      letIn(stage, BOB, "Who?");
      stage.rest();
      int before = stage.telegram.sent(BOBS).size();
      BotMessage list = people(stage);
      var goOn = new CountDownLatch(1);
      var interrupted = new AtomicInteger();
      stage.docent.answers = (question, listener) -> {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          interrupted.incrementAndGet();
          throw e;
        }
        return Samples.grounded(question.text());
      };
      stage.telegram.say(BOB, BOBS, "Who was it, after all?");
      stage.telegram.await(BOBS, sent -> sent.button("Stop").isPresent());
      stage.telegram.say(BOB, BOBS, "And who else?");
      press(stage, ADA, list, "Revoke Bob");
      after(stage, list, "1002 is no longer answered");
      stage.await("the asking has ended", () -> stage.docent.answering.get() == 0);
      stage.rest();
      assertThat(interrupted.get()).isEqualTo(1);
      assertThat(stage.telegram.sent(BOBS)).hasSize(before);
      assertThat(stage.docent.texts()).containsExactly("Who?", "Who was it, after all?");
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anAdministratorIsMadeAndUnmadeButNeverTheLastOne(Way way, @TempDir Path folder) {
    try (Stage stage = paired(folder, way)) {
      letIn(stage, BOB, "Who?");
      BotMessage list = people(stage);
      press(stage, ADA, list, "Make Bob");
      stage.telegram.await(BOBS, sent -> sent.text().contains("You are an administrator now"));
      BotMessage two = after(stage, list, "1002 is an administrator now");
      assertThat(stage.telegram.commands().get("chat:" + BOB.id())).anyMatch(line -> line.contains("reload"));
      stage.telegram.say(BOB, BOBS, "/status");
      stage.telegram.await(BOBS, sent -> sent.text().contains("Documents: "));
      String demoteBob = two.button("Bob @bob: no longer").orElseThrow().data();
      press(stage, BOB, two, "Ada @ada: no longer");
      BotMessage one = after(stage, list, "1003 is no longer an administrator");
      stage.telegram.press(BOB, one, demoteBob);
      after(stage, list, "The last administrator stays one");
      stage.telegram.say(ADA, ADAS, "/people");
      stage.telegram.await(ADAS, sent -> sent.text().contains("Only an administrator"));
    }
  }

  @Test
  void theListIsForAdministratorsInTheirPrivateChat(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "/people");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Only an administrator"));
      Chat group = Chat.group(-777, "Readers");
      stage.telegram.say(ADA, group, "/people@" + stage.telegram.bot().username());
      stage.telegram.await(group, sent -> sent.text().contains("only in our private chat"));
      BotMessage list = people(stage);
      assertThat(list.text()).contains("1003 · administrator, by the settings");
      assertThat(list.buttons()).isEmpty();
    }
  }
}

package dev.docent.telegram;

import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.reload.Progress;
import dev.docent.reload.ReloadRequest;
import dev.docent.telegram.access.Openness;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.server.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of a cited document is had with one tap, where an administrator allows it. */
@Execution(ExecutionMode.CONCURRENT)
class FilesIT {
  private static final String LABEL = "📄 1933.md";
  private static final Chat TEAM = Chat.group(-501, "Team");

  private static Stage open(Path folder) throws Exception {
    return open(folder, Way.POLLING);
  }

  private static Stage open(Path folder, Way way) throws Exception {
    Stage stage = Stage.prepare(folder).by(way).settings(TelegramSettings::sendingFiles);
    write(stage, "William Bullitt, “1933”");
    return stage.begin();
  }

  /** The document that the answers of {@link Samples} rest on. */
  private static void write(Stage stage, String text) throws Exception {
    Files.writeString(Files.createDirectories(stage.docent.status().knowledge().resolve("reports"))
        .resolve("1933.md"), text);
    stage.docent.reload(new ReloadRequest(false, true), Progress.NONE);
  }

  private static BotMessage answered(Stage stage, Chat chat) {
    String mention = chat.isPrivate() ? "" : "@" + stage.telegram.bot().username() + " ";
    stage.telegram.say(ANN, chat, mention + "Who was the first?");
    return stage.telegram.await(chat, sent -> sent.button("Ask again").isPresent());
  }

  private static String data(BotMessage answer) {
    return answer.button(LABEL).orElseThrow().data();
  }

  /** Ada presses a button. */
  private static void tap(Stage stage, String label) {
    BotMessage message = stage.telegram.await(ADA.privateChat(), sent -> sent.button(label).isPresent());
    stage.telegram.press(ADA, message, message.button(label).orElseThrow().data());
  }

  private static List<BotMessage> files(Stage stage, Chat chat) {
    return stage.telegram.sent(chat).stream().filter(sent -> !sent.file().isEmpty()).toList();
  }

  private static List<String> notices(Stage stage, Chat chat) {
    return stage.telegram.happenings(chat)
        .stream()
        .filter(Happening.Noticed.class::isInstance)
        .map(h -> ((Happening.Noticed) h).text())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aTapBringsTheFileInAnswerToTheAnswer(Way way, @TempDir Path folder) throws Exception {
    try (Stage stage = open(folder, way)) {
      BotMessage answer = answered(stage, ANNS);
      stage.telegram.press(ANN, answer, data(answer));
      BotMessage file = stage.telegram.await(ANNS, sent -> sent.file().equals("1933.md"));
      assertThat(file.replyTo()).isEqualTo(answer.id());
      assertThat(stage.telegram.file(file)).isEqualTo(
          Files.readAllBytes(stage.docent.status().knowledge().resolve("reports/1933.md")));
      stage.rest();
      assertThat(files(stage, ANNS)).hasSize(1);
    }
  }

  @Test
  void inAGroupItComesIntoTheTopic(@TempDir Path folder) throws Exception {
    Chat topic = Chat.forum(-1_000_000_000_501L, "Team").inTopic(7);
    try (Stage stage = open(folder)) {
      BotMessage answer = answered(stage, topic);
      stage.telegram.press(BOB, answer, data(answer));
      stage.telegram.await(topic, sent -> sent.file().equals("1933.md"));
    }
  }

  @Test
  void nobodyIsOfferedAFileUnlessThatIsAllowed(@TempDir Path folder) throws Exception {
    try (Stage stage = Stage.prepare(folder)) {
      write(stage, "William Bullitt");
      stage.begin();
      BotMessage answer = answered(stage, ANNS);
      assertThat(answer.button(LABEL)).isEmpty();
      stage.telegram.press(ANN, answer, "g:" + answer.button("Ask again").orElseThrow().data().substring(2) + ".1");
      stage.await("it is answered", () -> notices(stage, ANNS).stream().anyMatch(text -> text.contains("any more")));
      stage.rest();
      assertThat(files(stage, ANNS)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatIsNoLongerThereOrLeadsElsewhereIsNotSent(Way way, @TempDir Path folder) throws Exception {
    try (Stage stage = open(folder, way)) {
      BotMessage answer = answered(stage, ANNS);
      Path file = stage.docent.status().knowledge().resolve("reports/1933.md");
      Files.delete(file);
      stage.telegram.press(ANN, answer, data(answer));
      stage.await("it is answered", () -> notices(stage, ANNS).size() == 1);
      Files.createSymbolicLink(file, Files.writeString(folder.resolve("secret"), "secret"));
      stage.telegram.press(ANN, answer, data(answer));
      stage.await("it is answered", () -> notices(stage, ANNS).size() == 2);
      for (String data : List.of("g:1", "g:" + data(answer).substring(2) + "0", "g:x.1", "g:", "g:.1")) {
        stage.telegram.press(ANN, answer, data);
      }
      stage.await("all are answered", () -> notices(stage, ANNS).size() == 7);
      stage.rest();
      assertThat(notices(stage, ANNS)).allMatch(text -> text.contains("any more") || text.contains("expired"));
      assertThat(files(stage, ANNS)).isEmpty();
    }
  }

  @Test
  void whoMayNoLongerAskGetsNone(@TempDir Path folder) throws Exception {
    Stage prepared = Stage.prepare(folder)
        .settings(s -> s.sendingFiles().open(Openness.PAIRED, Set.of(ADA.id())));
    write(prepared, "William Bullitt");
    try (Stage stage = prepared.begin()) {
      stage.telegram.say(ADA, ADA.privateChat(), "/start");
      stage.telegram.await(ADA.privateChat(), 1);
      stage.telegram.say(ANN, ANNS, "Who was the first?");
      tap(stage, "Allow");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.button("Ask again").isPresent());
      stage.telegram.say(ADA, ADA.privateChat(), "/people");
      tap(stage, "Revoke Ann");
      stage.telegram.await(ADA.privateChat(), sent -> sent.text().contains("no longer answered"));
      stage.telegram.press(ANN, answer, data(answer));
      stage.await("it has expired", () -> notices(stage, ANNS).stream().anyMatch(text -> text.contains("expired")));
      stage.rest();
      assertThat(files(stage, ANNS)).isEmpty();
    }
  }

  @Test
  void aFloodIsWaitedOutAndWhatMayHaveArrivedIsNotSentAgain(@TempDir Path folder) throws Exception {
    try (Stage stage = open(folder)) {
      BotMessage answer = answered(stage, ANNS);
      stage.telegram.faults().next("sendDocument", Fault.tooManyRequests(1));
      stage.telegram.press(ANN, answer, data(answer));
      stage.telegram.await(ANNS, sent -> sent.file().equals("1933.md"));
      stage.rest();
      stage.telegram.faults().next("sendDocument", Fault.lostAnswer());
      stage.telegram.press(ANN, answer, data(answer));
      stage.await("the second", () -> files(stage, ANNS).size() == 2);
      stage.pause(Duration.ofSeconds(1));
      assertThat(files(stage, ANNS)).hasSize(2);
      stage.telegram.faults().next("sendDocument", Fault.badRequest("file is broken"));
      stage.telegram.press(ANN, answer, data(answer));
      stage.telegram.await(ANNS, sent -> sent.text().equals("1933.md couldn't be sent."));
    }
  }

  @Test
  void aGroupThatHasMovedGetsItWhereItIsNow(@TempDir Path folder) throws Exception {
    try (Stage stage = open(folder)) {
      BotMessage answer = answered(stage, TEAM);
      Chat now = stage.telegram.migrate(TEAM, ANN);
      stage.telegram.press(ANN, answer, data(answer));
      stage.telegram.await(now, sent -> sent.file().equals("1933.md"));
    }
  }
}

package dev.docent.telegram;

import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.access.Openness;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.server.Fault;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask in a group is for its administrators to say, where the bot's say so: here Ada's bot and Bob's group. */
@Execution(ExecutionMode.CONCURRENT)
class GroupRulesIT {
  private static final Chat GROUP = Chat.group(-777, "Readers");
  private static final Chat ADAS = ADA.privateChat();

  private static String at(Stage stage) {
    return "@" + stage.telegram.bot().username();
  }

  /** The group is admitted, and Bob administers it. */
  private static Stage admitted(Path folder) {
    return admitted(folder, Way.POLLING);
  }

  private static Stage admitted(Path folder, Way way) {
    Stage stage = Stage.prepare(folder).by(way).settings(s -> s.open(Openness.PAIRED, Set.of(ADA.id()))).begin();
    stage.telegram.say(ADA, ADAS, "/start");
    stage.telegram.await(ADAS, 1);
    stage.invite(GROUP, ADA);
    stage.telegram.await(GROUP, sent -> sent.text().contains("may answer here"));
    stage.telegram.promote(BOB, GROUP);
    return stage;
  }

  private static void tap(Stage stage, String label) {
    stage.telegram.say(ADA, ADAS, "/people");
    BotMessage list = stage.telegram.await(ADAS, sent -> sent.button(label).isPresent());
    stage.telegram.press(ADA, list, list.button(label).orElseThrow().data());
  }

  /** Bob says that only administrators may ask. */
  private static Stage limited(Path folder) {
    return limited(folder, Way.POLLING);
  }

  private static Stage limited(Path folder, Way way) {
    Stage stage = admitted(folder, way);
    tap(stage, "Readers: its administrators say");
    stage.telegram.await(GROUP, sent -> sent.text().contains("from now on who may ask me here"));
    stage.telegram.say(BOB, GROUP, "/who" + at(stage) + " admins");
    stage.telegram.await(GROUP, sent -> sent.text().startsWith("Only administrators of the group may ask"));
    return stage;
  }

  private static void silent(Stage stage, Chat chat, Runnable what) {
    stage.rest();
    int before = stage.telegram.sent(chat).size();
    int asked = stage.docent.asked.size();
    what.run();
    stage.rest();
    assertThat(stage.telegram.sent(chat)).hasSize(before);
    assertThat(stage.docent.asked).hasSize(asked);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void onlyWhereItIsLeftToThemTheGroupsAdministratorsSayWhoMayAsk(Way way, @TempDir Path folder) {
    try (Stage stage = admitted(folder, way)) {
      stage.telegram.say(BOB, GROUP, "/who" + at(stage) + " admins");
      stage.telegram.await(GROUP, sent -> sent.text().contains("for my administrator to say"));
      stage.telegram.say(ANN, GROUP, at(stage) + " who?");
      stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void whoIsNoAdministratorIsNotAnsweredUntilEverybodyMayAskAgain(@TempDir Path folder) {
    try (Stage stage = limited(folder)) {
      silent(stage, GROUP, () -> stage.telegram.say(ANN, GROUP, at(stage) + " who?"));
      silent(stage, GROUP, () -> stage.telegram.say(ANN, GROUP, "/who" + at(stage) + " everybody"));
      stage.telegram.say(BOB, GROUP, at(stage) + " who was it?");
      stage.asked(1);
      stage.telegram.say(ADA, GROUP, at(stage) + " and for me?");
      stage.asked(2);
      stage.rest();
      assertThat(stage.telegram.calls("getChatAdministrators")).as("asked once in a while").hasSize(1);
      stage.telegram.say(BOB, GROUP, "/who" + at(stage) + " everybody");
      stage.telegram.await(GROUP, sent -> sent.text().startsWith("Everybody may ask"));
      stage.telegram.say(ANN, GROUP, "/who" + at(stage) + " admins");
      stage.telegram.await(GROUP, sent -> sent.text().startsWith("Only an administrator of the group may change"));
      stage.telegram.say(ANN, GROUP, at(stage) + " who, then?");
      stage.asked(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void buttonsAreForThoseWhoMayAsk(Way way, @TempDir Path folder) {
    try (Stage stage = limited(folder, way)) {
      stage.telegram.say(BOB, GROUP, at(stage) + " who was it?");
      BotMessage answer = stage.telegram.await(GROUP, sent -> sent.button("Ask again").isPresent());
      stage.telegram.press(ANN, answer, answer.button("Ask again").orElseThrow().data());
      stage.await("it has expired", () -> stage.telegram.happenings(GROUP)
          .stream()
          .anyMatch(h -> h instanceof Happening.Noticed noticed && noticed.text().contains("expired")));
      stage.rest();
      assertThat(stage.docent.asked).hasSize(1);
    }
  }

  @Test
  void theRuleOutlivesARestartAndMovesWithItsGroup(@TempDir Path folder) {
    try (Stage stage = limited(folder)) {
      stage.rest();
      stage.stop().begin();
      Chat now = stage.telegram.migrate(GROUP, BOB);
      stage.telegram.promote(BOB, now);
      silent(stage, now, () -> stage.telegram.say(ANN, now, at(stage) + " who?"));
      stage.telegram.say(BOB, now, at(stage) + " who was it?");
      stage.telegram.await(now, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void whereTelegramDoesNotSayWhoAdministersNobodyIsTakenForOne(@TempDir Path folder) {
    try (Stage stage = limited(folder)) {
      stage.rest();
      stage.stop();
      stage.telegram.faults().always("getChatAdministrators", Fault.badRequest("member list is inaccessible"));
      stage.begin();
      silent(stage, GROUP, () -> stage.telegram.say(BOB, GROUP, at(stage) + " who?"));
    }
  }

  @Test
  void theBotsAdministratorTakesItBack(@TempDir Path folder) {
    try (Stage stage = limited(folder)) {
      tap(stage, "Readers: everybody may ask");
      stage.telegram.await(ADAS, sent -> sent.text().contains("everybody may ask from now on"));
      stage.telegram.say(ANN, GROUP, at(stage) + " who?");
      stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt"));
    }
  }
}

package dev.docent.telegram;

import dev.docent.answer.Part;
import dev.docent.conversation.ConversationId;
import dev.docent.telegram.access.Openness;
import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.server.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;

/** People ask in groups, in topics, and in groups that move or throw the bot out. */
@Execution(ExecutionMode.CONCURRENT)
class GroupsIT {
  private static final Chat GROUP = Chat.group(-777, "Readers");
  private static final Chat FORUM = Chat.forum(-1_000_000_000_888L, "Forum");

  private static String at(Stage stage) {
    return "@" + stage.telegram.bot().username();
  }

  private static long now() {
    return java.time.Instant.now().getEpochSecond();
  }

  private static void silent(Stage stage, Chat chat) {
    stage.rest();
    stage.pause(Duration.ofMillis(500));
    assertThat(stage.telegram.sent(chat)).isEmpty();
    assertThat(stage.telegram.actions(chat)).isEmpty();
    assertThat(stage.docent.asked).isEmpty();
  }

  /** Scenario 28. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void keepsSilentWhereNobodySpeaksToIt(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder).by(way)) {
      stage.telegram.privacy(false);
      stage.begin();
      stage.telegram.say(ANN, GROUP, "Who was the first ambassador?");
      stage.telegram.say(ANN, GROUP, "/help");
      stage.telegram.say(ANN, GROUP, "mail me at ann" + at(stage) + ".example");
      stage.telegram.send(ANN, GROUP, "", "{\"dice\":{\"emoji\":\"x\",\"value\":3}}");
      silent(stage, GROUP);
    }
  }

  /** Scenario 29. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void answersAMentionACommandAndAReply(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ANN, GROUP, at(stage) + " who was the first?");
      BotMessage first = stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt"));
      assertThat(first.replyTo()).isPositive();
      stage.telegram.say(BOB, GROUP, "/ask" + at(stage) + " who was the second?");
      stage.telegram.await(GROUP, 2);
      stage.telegram.reply(ANN, first, "And when was that?");
      stage.telegram.await(GROUP, 3);
      assertThat(stage.docent.texts()).containsExactly("who was the first?", "who was the second?",
          "And when was that?");
    }
  }

  /** Scenario 29. */
  @Test
  void answersAMentionBelowAPicture(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      String name = at(stage);
      stage.telegram.privacy(false);
      stage.telegram.send(ANN, GROUP, "", """
          {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}],
           "caption": "%s who is this?", "caption_entities": [{"type": "mention", "offset": 0, "length": %d}]}"""
          .formatted(name, name.length()));
      stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt"));
      assertThat(stage.docent.texts()).containsExactly("who is this?");
    }
  }

  /** Scenario 29. */
  @ParameterizedTest
  @ValueSource(strings = {"/ask@other_bot who?", "@other_bot who?"})
  void leavesToOtherBotsWhatIsTheirs(String text, @TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.privacy(false);
      stage.begin();
      stage.telegram.say(ANN, GROUP, text);
      silent(stage, GROUP);
    }
  }

  /** Scenario 30. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void answersInTheTopicItWasAskedIn(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      Chat topic = FORUM.inTopic(42);
      stage.telegram.say(ANN, topic, at(stage) + " who?");
      stage.telegram.await(topic, sent -> sent.text().contains("Bullitt"));
      stage.telegram.say(ANN, FORUM, at(stage) + " who in General?");
      stage.telegram.await(FORUM, sent -> sent.text().contains("Bullitt"));
      assertThat(stage.telegram.calls("sendMessage").getLast().parameters().has("message_thread_id")).isFalse();
      var conversations = stage.docent.asked.stream().map(q -> q.conversation()).distinct().toList();
      assertThat(conversations).hasSize(2);
    }
  }

  /** Scenario 30. */
  @Test
  void answersOutsideOfATopicThatIsGone(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      Chat topic = FORUM.inTopic(43);
      stage.telegram.faults().next("sendMessage", Fault.badRequest("message thread not found"));
      stage.telegram.say(ANN, topic, at(stage) + " who?");
      stage.await("two tries", () -> stage.telegram.calls("sendMessage").size() == 2);
      assertThat(stage.telegram.calls("sendMessage").getLast().parameters().has("message_thread_id")).isFalse();
    }
  }

  @Test
  void everybodyInAGroupHasAConversationOfTheirOwn(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, GROUP, at(stage) + " who?");
      stage.telegram.await(GROUP, 1);
      stage.telegram.say(BOB, GROUP, at(stage) + " and who?");
      stage.telegram.await(GROUP, 2);
      assertThat(stage.docent.asked.get(0).conversation()).isNotEqualTo(stage.docent.asked.get(1).conversation());
    }
  }

  /** Scenario 31. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void stopsWhenItIsThrownOutInTheMiddle(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        Thread.sleep(30_000);
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, GROUP, at(stage) + " who?");
      stage.asked(1);
      stage.telegram.kick(GROUP, BOB);
      stage.await("the asking has ended", () -> stage.docent.answering.get() == 0);
      stage.rest();
      assertThat(stage.telegram.sent(GROUP)).isEmpty();
    }
  }

  /** Scenario 32. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void followsAGroupThatHasMovedAndAnswersThereOnce(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder).by(way)) {
      stage.settings(s -> s.open(Openness.PAIRED, Set.of(ADA.id()))).begin();
      stage.telegram.open(GROUP);
      stage.telegram.say(ADA, GROUP, at(stage) + " who?");
      stage.telegram.await(GROUP, 1);
      stage.docent.answers = (question, listener) -> {
        Thread.sleep(1_000);
        return Samples.quoting(question.text(), "moved along");
      };
      stage.telegram.say(ADA, GROUP, at(stage) + " who else?");
      stage.asked(2);
      Chat now = stage.telegram.migrate(GROUP, ADA);
      stage.telegram.await(now, sent -> sent.text().contains("moved along"));
      stage.rest();
      assertThat(stage.telegram.sent(now)).hasSize(1);
    }
  }

  /** Scenario 32. */
  @Test
  void whatWasAllowedToAGroupMovesAlong(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.settings(s -> s.open(Openness.PAIRED, Set.of(ADA.id()))).begin();
      stage.telegram.say(ADA, ADA.privateChat(), "/start");
      stage.telegram.await(ADA.privateChat(), 1);
      stage.invite(GROUP, BOB);
      BotMessage request = stage.telegram.await(ADA.privateChat(), sent -> sent.text().contains("May I answer there"));
      stage.telegram.press(ADA, request, request.button("Allow").orElseThrow().data());
      stage.telegram.await(GROUP, sent -> sent.text().contains("may answer here"));
      Chat now = stage.telegram.migrate(GROUP, BOB);
      stage.telegram.say(ANN, now, at(stage) + " who?");
      stage.telegram.await(now, sent -> sent.text().contains("Bullitt"));
    }
  }

  /** Scenario 32. */
  @Test
  void conversationsMoveAlongInTheirTopicsAndOutliveARestart(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      Chat topic = FORUM.inTopic(42);
      stage.telegram.say(ANN, topic, at(stage) + " who?");
      stage.telegram.await(topic, 1);
      stage.telegram.say(ANN, FORUM, at(stage) + " who in General?");
      stage.telegram.await(FORUM, 1);
      stage.rest();
      var goOn = new CountDownLatch(1);
      stage.docent.answers = (question, listener) -> {
        goOn.await();
        return Samples.grounded(question.text());
      };
      stage.telegram.say(BOB, topic, at(stage) + " who, while it moves?");
      stage.asked(3);
      long now = -1_000_000_009_999L;
      stage.telegram.raw("""
          {"message": {"message_id": 950, "date": %d, "migrate_to_chat_id": %d, "chat": {"id": %d, "type": "supergroup",
           "title": "Forum"}, "from": {"id": 1001, "is_bot": false, "first_name": "Ann"}}}"""
          .formatted(now(), now, FORUM.id()));
      var there = new ConversationId("telegram:" + now + ":42:1001");
      stage.await("it has moved", () -> !stage.docent.turns(there).isEmpty());
      stage.telegram.open(Chat.forum(now, "Forum").inTopic(42));
      goOn.countDown();
      stage.telegram.await(Chat.forum(now, "Forum").inTopic(42), 1);
      stage.rest();
      assertThat(stage.docent.turns.keySet()).containsExactlyInAnyOrder(there,
          new ConversationId("telegram:" + now + ":1001"), new ConversationId("telegram:" + now + ":42:1002"));
      stage.stop();
      stage.docent.turns.clear();
      stage.begin();
      assertThat(stage.docent.turns).hasSize(3);
      assertThat(stage.docent.turns(there)).singleElement()
          .satisfies(turn -> assertThat(turn.question()).isEqualTo("who?"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theFirstAnswerInAGroupExplainsTheBotOnceAlsoWhenTheGroupMoves(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ANN, GROUP, at(stage) + " who?");
      BotMessage first = stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt"));
      assertThat(first.text()).startsWith("I answer from the documents when I'm mentioned or replied to");
      stage.telegram.say(BOB, GROUP, at(stage) + " who else?");
      BotMessage second = stage.telegram.await(GROUP, 2).getLast();
      assertThat(second.text()).doesNotContain("when I'm mentioned");
      stage.rest();
      Chat now = stage.telegram.migrate(GROUP, ANN);
      stage.telegram.say(BOB, now, at(stage) + " and who then?");
      assertThat(stage.telegram.await(now, sent -> sent.text().contains("Bullitt")).text())
          .doesNotContain("when I'm mentioned");
    }
  }

  /** Scenario 36. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anAnonymousAdministratorOfAGroupMayAskButAdministersNothing(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.open(GROUP);
      String from = """
          {"message": {"message_id": %d, "date": %d, "text": "%s", "entities":
           [{"type": "%s", "offset": 0, "length": %d}], "from": {"id": 1087968824, "is_bot": true,
           "first_name": "Group", "username": "GroupAnonymousBot"}, "sender_chat": {"id": -777, "type": "group",
           "title": "Readers"}, "chat": {"id": -777, "type": "group", "title": "Readers"}}}""";
      String reload = "/reload" + at(stage);
      stage.telegram.raw(from.formatted(901, now(), reload, "bot_command", reload.length()));
      stage.telegram.await(GROUP, sent -> sent.text().contains("Only an administrator"));
      assertThat(stage.docent.reloads.get()).isLessThanOrEqualTo(1);
      stage.telegram.raw(from.formatted(902, now(), at(stage) + " who?", "mention", at(stage).length()));
      stage.telegram.await(GROUP, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void aGroupSeesOneMessageThatGrowsNowAndThen(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> {
        for (int i = 0; i < 20; i++) {
          listener.parts(List.of(Part.written("Sentence " + i + ".", java.util.List.of(1))));
          Thread.sleep(150);
        }
        return Samples.quoting(question.text(), "all of it");
      };
      stage.telegram.say(ANN, GROUP, at(stage) + " who?");
      BotMessage answer = stage.telegram.await(GROUP, sent -> sent.text().contains("all of it"));
      stage.rest();
      assertThat(stage.telegram.sent(GROUP)).containsExactly(answer);
      assertThat(answer.edits()).isBetween(2, 13);
      assertThat(stage.telegram.calls("sendMessageDraft")).isEmpty();
    }
  }
}

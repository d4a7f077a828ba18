package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.answer.Part;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bot is stopped and started again. */
class ShutdownIT {

  /** Scenario 12. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void answersUnderWayEndOrAreGivenAfterTheNextStart(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      List<Chat> chats = IntStream.range(0, 5)
          .mapToObj(i -> TelegramUser.named(2_000 + i, "P" + i).privateChat())
          .toList();
      stage.docent.answers = (question, listener) -> {
        listener.parts(List.of(Part.written("It begins.", List.of(1))));
        Thread.sleep(question.text().startsWith("Short") ? 800 : 60_000);
        return Samples.grounded(question.text());
      };
      for (int i = 0; i < 5; i++) {
        stage.telegram.say(TelegramUser.named(2_000 + i, "P" + i), chats.get(i), (i == 0 ? "Short" : "Long") + "?");
      }
      stage.asked(5);
      long began = System.nanoTime();
      stage.stop();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
      assertThat(stage.telegram.sent(chats.get(0))).singleElement()
          .satisfies(sent -> assertThat(sent.text()).contains("Bullitt"));
      for (Chat chat : chats.subList(1, 5)) {
        assertThat(stage.telegram.sent(chat)).singleElement()
            .satisfies(sent -> assertThat(sent.text()).contains("I'm being restarted"));
      }
      int polls = stage.telegram.calls("getUpdates").size();
      stage.docent.answers = (question, listener) -> Samples.grounded(question.text());
      stage.pause(Duration.ofMillis(500));
      assertThat(stage.telegram.calls("getUpdates")).hasSize(polls);
      stage.begin();
      for (Chat chat : chats.subList(1, 5)) {
        stage.telegram.await(chat, sent -> sent.text().contains("Bullitt"));
      }
      stage.rest();
      // Where it took long enough for a message with a stop button, the answer stands in its place.
      assertThat(chats.subList(1, 5)).allSatisfy(chat -> {
        assertThat(stage.telegram.sent(chat)).filteredOn(sent -> sent.text().contains("Bullitt")).hasSize(1);
        assertThat(stage.telegram.sent(chat)).noneMatch(sent -> sent.text().contains("It begins."));
        assertThat(stage.telegram.sent(chat)).noneMatch(sent -> sent.button("Stop").isPresent());
      });
      assertThat(stage.telegram.sent(chats.get(0))).hasSize(1);
    }
  }

  @Test
  void inAGroupTheGrownMessageBecomesTheAnswerAfterTheRestart(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      Chat group = Chat.supergroup(-100_555, "Readers");
      stage.docent.answers = (question, listener) -> {
        listener.parts(List.of(Part.written("It begins.", List.of(1))));
        Thread.sleep(60_000);
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, group, "@" + stage.telegram.bot().username() + " who?");
      BotMessage growing = stage.telegram.await(group, sent -> sent.text().contains("It begins."));
      stage.stop();
      assertThat(stage.telegram.sent(group)).singleElement()
          .satisfies(sent -> assertThat(sent.text()).contains("being restarted"));
      stage.docent.answers = (question, listener) -> Samples.grounded(question.text());
      stage.begin();
      BotMessage answer = stage.telegram.await(group, sent -> sent.text().contains("Bullitt"));
      assertThat(answer.id()).isEqualTo(growing.id());
    }
  }

  @Test
  void aSecondBotOnTheSameDataIsRefusedInOneLine(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder); Stage other = stage.another(folder)) {
      assertThatThrownBy(other::begin).isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by another program");
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void aConversationIsGoneOnWithAfterARestartUnlessItIsToBeForgotten(@TempDir Path folder) {
    var anns = new ConversationId("telegram:" + ANN.id());
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      stage.stop();
      // What was in memory is gone with the process.
      stage.docent.turns.clear();
      stage.begin();
      assertThat(stage.docent.turns(anns)).extracting(Turn::question).containsExactly("Who?");
      stage.telegram.say(ANN, ANNS, "/new");
      stage.telegram.await(ANNS, 2);
      stage.rest();
      stage.stop();
      stage.docent.turns.clear();
      stage.begin();
      assertThat(stage.docent.turns(anns)).isEmpty();
    }
  }
}

package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.answer.Answer;
import dev.docent.answer.Question;
import dev.docent.conversation.Turn;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked in reply to something is about it. */
@Execution(ExecutionMode.CONCURRENT)
class RepliesIT {
  private static final Chat GROUP = Chat.group(-777, "Readers");

  private static Question last(Stage stage, int asked) {
    stage.asked(asked);
    return stage.docent.asked.getLast();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aReplyToAnAnswerIsAboutIt(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ANN, ANNS, "Who was the first?");
      BotMessage first = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.telegram.say(ANN, ANNS, "Who wrote the report?");
      stage.telegram.await(ANNS, 2);
      stage.rest();
      assertThat(last(stage, 2).history()).as("without a reply the conversation is what counts").isEmpty();
      stage.telegram.reply(ANN, first, "What does this mean?");
      Turn before = last(stage, 3).history().getLast();
      assertThat(before.question()).isEqualTo("Who was the first?");
      assertThat(before.standalone()).isEqualTo("Who was the first?");
      assertThat(before.answer()).contains(Samples.QUOTE);
      assertThat(before.named()).isEqualTo("William Bullitt");
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aReplyToAnAnswerIsAboutItAfterARestartToo(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ANN, ANNS, "Who was the first?");
      BotMessage first = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      stage.stop().begin();
      stage.telegram.reply(ANN, first, "What does this mean?");
      assertThat(last(stage, 2).history().getLast().question()).isEqualTo("Who was the first?");
    }
  }

  @Test
  void aQuotedPartIsWhatTheQuestionIsAbout(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first?");
      BotMessage first = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      stage.telegram.send(ANN, ANNS, "What does this mean?", """
          {"reply_to_message": {"message_id": %d, "date": 1, "text": "as it stands",
           "chat": {"id": 1001, "type": "private"}, "from": {"id": %d, "is_bot": true, "first_name": "Docent"}},
           "quote": {"text": "US ambassador", "position": 0, "is_manual": true}}"""
          .formatted(first.id(), stage.telegram.bot().id()));
      assertThat(last(stage, 2).history()).containsExactly(
          new Turn("Who was the first?", "US ambassador", "US ambassador"));
    }
  }

  @Test
  void aReplyToWhatSomebodyElseWroteIsAboutThat(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      var said = stage.telegram.send(BOB, GROUP, "The embassy opened in Spaso House.",
          "{\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"Somebody\"}}");
      stage.telegram.reply(ANN, said, "@" + stage.telegram.bot().username() + " what does this mean?");
      Question asked = last(stage, 1);
      assertThat(asked.text()).isEqualTo("what does this mean?");
      assertThat(asked.history()).containsExactly(Turn.asked("The embassy opened in Spaso House."));
    }
  }

  @Test
  void whatIsAskedAgainIsAboutTheSame(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      var said = stage.telegram.say(BOB, GROUP, "The embassy opened in Spaso House.");
      stage.telegram.reply(ANN, said, "@" + stage.telegram.bot().username() + " what does this mean?");
      BotMessage answer = stage.telegram.await(GROUP, sent -> sent.button("Ask again").isPresent());
      stage.rest();
      stage.telegram.press(ANN, answer, answer.button("Ask again").orElseThrow().data());
      assertThat(last(stage, 2).history()).containsExactly(Turn.asked("The embassy opened in Spaso House."));
    }
  }

  @Test
  void withTheRealCoreAReplyIsUnderstoodAsAboutWhatItRepliesTo(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(folder.resolve("knowledge/bridges.md"), """
        # Bridges

        The old bridge was built in 1842 by Anna Steele.

        # Mills

        The windmill was built in 1790 by Peter Grain.
        """);
    try (Docent docent = DocentFactory.open(DocentSettings.of(folder.resolve("knowledge"), folder.resolve("data")))) {
      docent.reload(new dev.docent.reload.ReloadRequest(false, true), dev.docent.reload.Progress.NONE);
      Answer answer = docent.ask(new Question("and who built it?", null,
          List.of(new Turn("When was the windmill built?", "When was the windmill built?", "1790"))),
          dev.docent.answer.AnswerListener.SILENT);
      assertThat(answer.trace().query().standalone()).contains("windmill");
      assertThat(answer.text()).contains("Peter Grain");
    }
  }
}

package dev.docent.telegram;

import static dev.docent.telegram.Stage.ADA;
import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Happening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** People press the buttons below messages. */
@Execution(ExecutionMode.CONCURRENT)
class ButtonsIT {

  private static BotMessage answered(Stage stage) {
    stage.telegram.say(ANN, ANNS, "Who was the first?");
    return stage.telegram.await(ANNS, sent -> sent.button("Ask again").isPresent());
  }

  private static void press(Stage stage, BotMessage message, String label) {
    stage.telegram.press(ANN, message, message.button(label).orElseThrow().data());
  }

  private static List<String> notices(Stage stage) {
    return stage.telegram.happenings(ANNS)
        .stream()
        .filter(Happening.Noticed.class::isInstance)
        .map(h -> ((Happening.Noticed) h).text())
        .toList();
  }

  @Test
  void sourcesShowsWhereTheAnswerStandsInFullWhereItDidNotShowAllOfIt(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      String quote = "It was William Bullitt, after all, and nobody else, who was sent there. ".repeat(6).strip();
      stage.docent.answers = (question, listener) -> Samples.resting(question.text(), quote);
      press(stage, answered(stage), "Sources");
      BotMessage sources = stage.telegram.await(ANNS, sent -> sent.text().startsWith("Sources of the answer"));
      assertThat(sources.text()).contains("reports/1933.md, How it came about, lines 14–15", quote);
      assertThat(sources.entities()).anyMatch(e -> e.type().equals("blockquote"));
    }
  }

  @Test
  void asksAgainWhatWasAsked(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      press(stage, answered(stage), "Ask again");
      stage.telegram.await(ANNS, 2);
      assertThat(stage.docent.texts()).containsExactly("Who was the first?", "Who was the first?");
    }
  }

  @Test
  void ratingsAreKeptWithTheirQuestion(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      BotMessage answer = answered(stage);
      press(stage, answer, "👎");
      stage.await("thanks", () -> notices(stage).stream().anyMatch(text -> text.contains("noted")));
      stage.rest();
      assertThat(Files.readString(folder.resolve("data/feedback.jsonl"))).contains("Who was the first?", "\"down\"",
          "grounded");
      assertThat(stage.docent.rejected).as("what the owner finds among the gaps").containsExactly("Who was the first?");
    }
  }

  /** Scenario 33. */
  @Test
  void whatIsOldOrUnknownIsAnsweredAndDoesNothing(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      BotMessage answer = answered(stage);
      for (String data : List.of("nonsense", "s:999999", "a:", "u:-1", "ya:1002", "fb:1", "x".repeat(64))) {
        stage.telegram.press(ANN, answer, data);
      }
      stage.await("all are answered", () -> stage.telegram.unansweredPresses().isEmpty());
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      assertThat(notices(stage)).hasSize(7)
          .allMatch(text -> text.contains("expired") || text.contains("administrator"));
    }
  }

  /** Scenario 33. */
  @Test
  void twoPressesAndALateOneAreNoFault(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      BotMessage answer = answered(stage);
      press(stage, answer, "👍");
      press(stage, answer, "👍");
      stage.await("both are answered", () -> notices(stage).size() == 2);
      stage.telegram.faults()
          .next("answerCallbackQuery",
              dev.docent.telegram.rehearsal.server.Fault
                  .badRequest("query is too old and response timeout expired or query ID is invalid"));
      stage.telegram.press(ANN, answer, "s:" + answer.button("Ask again").orElseThrow().data().substring(2));
      stage.telegram.await(ANNS, sent -> sent.text().startsWith("Sources of the answer"));
    }
  }

  /** Scenario 34. */
  @Test
  void aButtonOfAMessageThatIsNoLongerThereHasExpired(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      answered(stage);
      stage.telegram.press(ANN, ANNS, 3, "s:2");
      stage.await("it is answered", () -> notices(stage).stream().anyMatch(text -> text.contains("expired")));
    }
  }

  @Test
  void whoIsSpokenToInAnotherLanguageChoosesIt(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "/lang");
      BotMessage choice = stage.telegram.await(ANNS, sent -> sent.button("Русский").isPresent());
      press(stage, choice, "Русский");
      stage.await("it is said", () -> notices(stage).stream().anyMatch(text -> text.contains("по-русски")));
      stage.telegram.say(ANN, ANNS, "/help");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Напишите вопрос"));
      stage.await("the commands are in it, too", () -> stage.telegram.commands()
          .getOrDefault("chat:" + ANN.id(), List.of())
          .stream()
          .anyMatch(line -> line.contains("забыть")));
      stage.telegram.say(ANN, ANNS, "/lang xx");
      stage.telegram.await(ANNS, sent -> sent.text().contains("en, ru"));
    }
  }

  @Test
  void whatIsKeptAboutAPersonIsToldAndDeleted(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open(folder)) {
      BotMessage answer = answered(stage);
      press(stage, answer, "👍");
      stage.telegram.say(ANN, ANNS, "/privacy");
      BotMessage notice = stage.telegram.await(ANNS, sent -> sent.text().contains("What is kept about you"));
      assertThat(notice.text()).contains("Nothing leaves this machine", "48 hours");
      press(stage, notice, "Delete my data");
      // The answer and the rating; "/privacy" itself as well where its message shows before it is noted as done.
      stage.telegram.await(ANNS, sent -> sent.text().matches("(?s)Deleted: [2-4] entries.*"));
      assertThat(Files.readString(folder.resolve("data/feedback.jsonl"))).doesNotContain("Who was the first?");
      press(stage, answer, "Ask again");
      stage.await("it has expired", () -> notices(stage).stream().anyMatch(text -> text.contains("expired")));
    }
  }

  @Test
  void commandsAreOfferedByKindOfChatAndToAdministratorsMore(@TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder)) {
      stage.telegram.say(ADA, ADA.privateChat(), "/start");
      stage.begin();
      stage.await("the lists", () -> stage.telegram.commands().size() >= 5);
      assertThat(stage.telegram.commands().get("all_group_chats")).anyMatch(line -> line.contains("ask"));
      assertThat(stage.telegram.commands().get("all_private_chats")).noneMatch(line -> line.contains("reload"));
      assertThat(stage.telegram.commands().get("all_private_chats/ru")).anyMatch(line -> line.contains("забыть"));
      assertThat(stage.telegram.commands().get("chat:" + ADA.id())).anyMatch(line -> line.contains("reload"));
      stage.telegram.say(BOB, BOB.privateChat(), "/nonsense");
      stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("/help says"));
    }
  }
}

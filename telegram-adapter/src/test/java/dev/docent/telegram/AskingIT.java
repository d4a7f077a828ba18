package dev.docent.telegram;

import static dev.docent.telegram.Stage.ANN;
import static dev.docent.telegram.Stage.ANNS;
import static dev.docent.telegram.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Part;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import dev.docent.telegram.rehearsal.server.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A person asks in a private chat. */
@Execution(ExecutionMode.CONCURRENT)
class AskingIT {

  @Test
  void answersWithTheWordsAndTheirSource(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was the first ambassador?");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(answer.text()).contains("[1] reports/1933.md, How it came about, lines 14–15");
      assertThat(answer.entities()).anyMatch(e -> e.type().equals("expandable_blockquote"));
      assertThat(answer.button("Sources")).as("they stand below it whole").isEmpty();
      assertThat(answer.button("Ask again")).isPresent();
      assertThat(stage.telegram.actions(ANNS)).contains("typing");
    }
  }

  @Test
  void saysInTheLanguageOfThePersonThatTheDocumentsDontAnswer(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.abstained(question.text());
      stage.telegram.say(BOB.speaking("ru"), BOB.privateChat(), "Когда умер Буллит?");
      BotMessage answer = stage.telegram.await(BOB.privateChat(), sent -> sent.text().contains("ответа в них нет"));
      assertThat(answer.text()).contains("Источники", "строки 14–15");
      assertThat(answer.buttons()).as("what ranks the documents' words says the same again").isEmpty();
    }
  }

  @Test
  void theAnswerGrowsAsADraftAndThenStandsThereWhole(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> {
        for (int i = 1; i <= 3; i++) {
          listener.parts(List.of(Part.written("Sentence number " + i + ".", List.of(1))));
          String number = "number " + i;
          // On a slow machine it becomes a message while it grows.
          stage.await(number, () -> Stream.concat(stage.telegram.drafts(ANNS).stream().map(ShownDraft::text),
              stage.telegram.sent(ANNS).stream().map(BotMessage::text)).anyMatch(shown -> shown.contains(number)));
        }
        return Samples.written(question.text());
      };
      stage.telegram.say(ANN, ANNS, "Tell me of it?");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.text().contains("It was William Bullitt."));
      assertThat(stage.telegram.drafts(ANNS)).anyMatch(draft -> draft.text().contains("number 1"));
      assertThat(answer.text()).doesNotContain("number 1");
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  /** Scenario 19. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aSlowAnswerShowsThatItIsBeingLookedForAndCanBeCancelled(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        Thread.sleep(60_000);
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await("the note", Duration.ofSeconds(5),
          () -> stage.telegram.sent(ANNS).stream().anyMatch(m -> m.text().contains("Still searching")));
      assertThat(stage.telegram.actions(ANNS)).hasSizeGreaterThan(1);
      stage.telegram.say(ANN, ANNS, "/cancel");
      BotMessage end = stage.telegram.await(ANNS, sent -> sent.text().equals("Stopped."));
      assertThat(end.button("Try again")).isPresent();
      assertThat(stage.docent.answering).hasValue(0);
    }
  }

  /** Scenario 20. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void whatWasSaidBeforeAFailureStaysAndIsMarkedIncomplete(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        listener.parts(List.of(Part.written("The first half.", List.of(1))));
        throw new IllegalStateException("the model went away");
      };
      stage.telegram.say(ANN, ANNS, "Who?");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.text().contains("The first half."));
      assertThat(answer.text()).contains("incomplete").doesNotContain("Sources");
      assertThat(answer.button("Try again")).isPresent();
    }
  }

  /** Scenario 9. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aFailureIsToldWithANumberAndTheNextQuestionIsAnswered(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        if (question.text().startsWith("Memory")) {
          throw new OutOfMemoryError("for a test");
        }
        if (question.text().startsWith("Bad")) {
          throw new IllegalStateException("a bug");
        }
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, ANNS, "Bad?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Something went wrong"));
      stage.telegram.say(ANN, ANNS, "Memory?");
      stage.telegram.await("another failure", Duration.ofSeconds(5),
          () -> stage.telegram.sent(ANNS).stream().filter(s -> s.text().contains("Something went wrong")).count() == 2);
      stage.telegram.say(ANN, ANNS, "Good?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      assertThat(stage.bot().metrics().total("errors", "where", "answer")).isEqualTo(2);
    }
  }

  /** Scenario 21. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anAnswerWithoutEndIsCutAndSaysSo(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.prepare(folder).by(way)) {
      stage.patience = Stage.answeringWithin(Duration.ofSeconds(1));
      stage.begin();
      stage.docent.answers = (question, listener) -> {
        while (true) {
          listener.parts(List.of(Part.written("On and on.", List.of(1))));
          Thread.sleep(100);
        }
      };
      stage.telegram.say(ANN, ANNS, "Who?");
      BotMessage answer = stage.telegram.await(ANNS, sent -> sent.text().contains("On and on."));
      assertThat(answer.text()).contains("took too long");
    }
  }

  /** Scenario 22. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aQuestionThatIsTooLongIsRefusedOnceWithAllItsPieces(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.say(ANN, ANNS, "a".repeat(4_096));
      stage.telegram.say(ANN, ANNS, "b".repeat(4_096));
      stage.telegram.say(ANN, ANNS, "c".repeat(1_808));
      stage.telegram.await(ANNS, sent -> sent.text().contains("at most 4,000 characters"));
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
      assertThat(stage.docent.asked).isEmpty();
      stage.pause(Duration.ofSeconds(1));
      stage.telegram.say(ANN, ANNS, "d".repeat(3_990) + "?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
    }
  }

  @Test
  void aQuestionInPiecesIsAskedAsOne(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      var free = new CountDownLatch(1);
      stage.docent.answers = (question, listener) -> {
        if (!question.text().endsWith("?")) {
          free.await();
        }
        return Samples.grounded(question.text());
      };
      stage.telegram.say(ANN, ANNS, "who was");
      stage.telegram.say(ANN, ANNS, "the first ambassador");
      stage.telegram.say(ANN, ANNS, "to Moscow?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.docent.texts().getLast()).isEqualTo("who was the first ambassador to Moscow?");
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  /** Scenario 23. */
  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧‍👦 who? 🇬🇧", "من كان السفير الأول؟", "Z̸̢̛͍a̵̧͝l̶̨͠g̷̡͠o̸ who?",
      "who\u0000 was\u0007 it?",
      "who \uD83D was it?", "\u202Ewho was it?", "who_is *it* [x](y) `z` <b>?"})
  void oddCharactersAreAnsweredLawfully(String text, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.quoting(question.text(), text + " “so” it is");
      stage.telegram.say(ANN, ANNS, text);
      stage.telegram.await(ANNS, sent -> sent.text().contains("it is"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"   ", "🙂🙂", "?!", "\u200B"})
  void whatHoldsNoWordsIsNotAsked(String text, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, text);
      stage.telegram.await(ANNS, sent -> sent.text().contains("a question in words"));
      assertThat(stage.docent.asked).isEmpty();
    }
  }

  /** Scenario 24. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aLongAnswerWithMarksAndCodeComesInPartsThatTelegramTakes(Way way, @TempDir Path folder) {
    String table = IntStream.range(0, 400)
        .mapToObj(i -> "| row " + i + " | _a*b[c](d) <e> & f |")
        .reduce("",
            (a, b) -> a + b + "\n");
    String text = "Some **bold** words and `code`.\n\n" + table + "\n```java\n"
        + "int unclosed = 1; // _*[]()<&>\n".repeat(250);
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> Samples.saying(question.text(), text);
      stage.telegram.say(ANN, ANNS, "Show me the table?");
      BotMessage last = stage.telegram.await(ANNS, Duration.ofSeconds(20),
          sent -> sent.button("Ask again").isPresent());
      List<BotMessage> parts = stage.telegram.sent(ANNS);
      assertThat(parts).hasSizeGreaterThan(4).allMatch(part -> part.text().length() <= 4_096);
      assertThat(last.text()).contains("Sources");
      String all = String.join("\n", parts.stream().map(BotMessage::text).toList());
      assertThat(all).contains("row 0 ", "row 399 ").doesNotContain("**", "```");
      assertThat(parts.stream().filter(part -> part.entities().stream().anyMatch(e -> e.type().equals("pre"))).count())
          .isGreaterThan(1);
    }
  }

  /** Scenario 26. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void aFloodOfQuestionsGetsOneAnswerOneMoreAndOneNotice(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        while (stage.telegram.pending() > 0) {
          Thread.sleep(20);
        }
        Thread.sleep(300);
        return Samples.grounded(question.text());
      };
      for (int i = 0; i < 30; i++) {
        stage.telegram.say(ANN, ANNS, "Question number " + i + "?");
      }
      stage.telegram.await(ANNS, 3);
      stage.rest();
      assertThat(stage.docent.texts()).containsExactly("Question number 0?", "Question number 1?");
      assertThat(stage.telegram.sent(ANNS)).hasSize(3)
          .filteredOn(sent -> sent.text().contains("One question at a time"))
          .hasSize(1);
    }
  }

  /** Scenario 27. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anEditWhileTheAnswerIsMadeAsksAnewAndAnswersOnce(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.docent.answers = (question, listener) -> {
        if (question.text().contains("frist")) {
          Thread.sleep(30_000);
        }
        return Samples.quoting(question.text(), "answer to " + question.text());
      };
      UserMessage message = stage.telegram.say(ANN, ANNS, "Who was the frist?");
      stage.asked(1);
      stage.telegram.edit(message, "Who was the first?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("answer to Who was the first?"));
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  @Test
  void anEditedQuestionEditsItsAnswer(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.quoting(question.text(), "answer to " + question.text());
      UserMessage message = stage.telegram.say(ANN, ANNS, "Who was the first?");
      BotMessage before = stage.telegram.await(ANNS, sent -> sent.text().contains("answer to Who was the first?"));
      stage.telegram.edit(message, "Who was the second?");
      BotMessage after = stage.telegram.await(ANNS, sent -> sent.text().contains("answer to Who was the second?"));
      assertThat(after.id()).isEqualTo(before.id());
      assertThat(after.button("Ask again")).isPresent();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  @Test
  void aQuestionEditedWhileItsAnswerArrivesEditsItToo(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.docent.answers = (question, listener) -> Samples.quoting(question.text(), "answer to " + question.text());
      stage.telegram.faults().next("sendMessage", new Fault.LateAnswer(Duration.ofSeconds(1)));
      UserMessage message = stage.telegram.say(ANN, ANNS, "Who was the first?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("answer to Who was the first?"));
      stage.telegram.edit(message, "Who was the second?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("answer to Who was the second?"));
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }

  @Test
  void followUpsAreAskedInTheConversationUntilItIsForgotten(@TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.say(ANN, ANNS, "Who was it?");
      stage.telegram.await(ANNS, 1);
      stage.telegram.say(ANN, ANNS, "And when?");
      stage.telegram.await(ANNS, 2);
      stage.telegram.say(BOB, BOB.privateChat(), "And I?");
      stage.telegram.await(BOB.privateChat(), 1);
      var conversations = stage.docent.asked.stream().map(q -> q.conversation()).toList();
      assertThat(conversations.get(0)).isNotNull().isEqualTo(conversations.get(1)).isNotEqualTo(conversations.get(2));
      stage.telegram.say(ANN, ANNS, "/new");
      stage.telegram.await(ANNS, sent -> sent.text().contains("we start anew"));
      assertThat(stage.docent.forgotten).containsExactly(conversations.get(0));
    }
  }

  /** Scenario 35. */
  @ParameterizedTest
  @ValueSource(strings = {"voice\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"duration\":3}",
      "sticker\":{\"file_id\":\"s\",\"file_unique_id\":\"u\",\"type\":\"regular\",\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}",
      "photo\":[{\"file_id\":\"p\",\"file_unique_id\":\"u\",\"width\":9,\"height\":9}]",
      "location\":{\"latitude\":1.0,\"longitude\":2.0}", "contact\":{\"phone_number\":\"1\",\"first_name\":\"A\"}",
      "dice\":{\"emoji\":\"x\",\"value\":3}",
      "poll\":{\"id\":\"1\",\"question\":\"q\",\"options\":[],\"total_voter_count\":0,\"is_closed\":false,\"is_anonymous\":true,\"type\":\"regular\",\"allows_multiple_answers\":false}"})
  void whatHoldsNoTextGetsAHint(String field, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder)) {
      stage.telegram.send(ANN, ANNS, "", "{\"" + field + "}");
      stage.telegram.await(ANNS, sent -> sent.text().contains("only read text"));
      assertThat(stage.docent.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatTelegramItselfSaysInAChatGetsNoAnswer(Way way, @TempDir Path folder) {
    try (Stage stage = Stage.open(folder, way)) {
      stage.telegram.send(ANN, ANNS, "", "{\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":60}}");
      stage.telegram.say(ANN, ANNS, "Who?");
      stage.telegram.await(ANNS, sent -> sent.text().contains("Bullitt"));
      stage.rest();
      assertThat(stage.telegram.sent(ANNS)).hasSize(1);
    }
  }
}

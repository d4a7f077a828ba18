package dev.docent;

import static dev.docent.Asking.abstained;
import static dev.docent.Asking.ask;
import static dev.docent.Asking.checkQuotes;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.reload.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer asks the report that ships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundingReportIT {
  private static final Path KNOWLEDGE = Path.of("..", "knowledge");
  private final Docent docent;

  FoundingReportIT(@TempDir Path data) {
    docent = DocentFactory.open(DocentSettings.of(KNOWLEDGE, data));
  }

  @BeforeAll
  void read() throws InterruptedException {
    docent.reload(Progress.NONE);
    docent.fillVectors(Progress.NONE);
  }

  @AfterAll
  void close() {
    docent.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Who was the first US ambassador to Moscow? | William Bullitt
      who was the first us ambasador in moscow | William Bullitt
      FIRST SOVIET AMBASSADOR | Troyanovsky
      first soviet ambassador to america | Troyanovsky
      When did the Soviet Union and the United States establish diplomatic relations? | November 16, 1933
      Who wrote to Kalinin? | President of the United States
      How long did Washington refuse to deal with the Soviet state? | 16 years
      Which dangerous incidents does the embassy recall? | Cuban Missile Crisis
      What was William Bullitt's earlier job? | Special Assistant
      Which spacecraft docked in 1975? | Soyuz
      What principles does the embassy name? | equality
      """)
  void answersInItsWords(String question, String expected) throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    assertThat(answer.text()).contains(expected);
    checkQuotes(KNOWLEDGE, answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is the capital of Australia?", "When did Bullitt die?", "How do I bake bread?",
      "Who was the German ambassador to Moscow in 1933?", "How many people live in Washington?"})
  void declinesWhatIsNotThere(String question) throws InterruptedException {
    assertThat(abstained(ask(docent, question)).nearest()).isNotEmpty();
  }

  @Test
  void namesWhatStandsInNoDocument() throws InterruptedException {
    assertThat(abstained(ask(docent, "What is the capital of Australia?")).text()).contains("“Australia”");
  }

  @Test
  void tellsTheTopicFromTheAnswer() throws InterruptedException {
    assertThat(abstained(ask(docent, "When did Bullitt die?")).reason()).isEqualTo(Answer.Reason.NOT_SUPPORTED);
    assertThat(abstained(ask(docent, "How do I bake bread?")).reason()).isEqualTo(Answer.Reason.NO_EVIDENCE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Who was the first US ambassador to Moscow? | and the other way round? | Troyanovsky
      who was the first us ambasador in moscow | and the other way round? | Troyanovsky
      Who was the first US ambassador to Moscow? | no, the Soviet one | Troyanovsky
      Who was the first US ambassador to Moscow? | and what was his earlier job? | Special Assistant
      Who was the first US ambassador to Moscow? | When did Soyuz and Apollo dock? | 1975
      """)
  void understandsWhatFollows(String first, String then, String expected) throws InterruptedException {
    var conversation = new ConversationId(first + then);
    grounded(docent.ask(Question.in(conversation, first), AnswerListener.SILENT));
    assertThat(grounded(docent.ask(Question.in(conversation, then), AnswerListener.SILENT)).text())
        .contains(expected);
  }
}

package dev.docent;

import static dev.docent.Asking.abstained;
import static dev.docent.Asking.ask;
import static dev.docent.Asking.checkQuotes;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.answer.Answer;
import dev.docent.answer.Answer.Reason;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.corpus.Language;
import dev.docent.corpus.Locator;
import dev.docent.index.DocumentEntry;
import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import dev.docent.retrieval.Passage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocentIT {
  private final Folder folder;
  private final Docent docent;

  DocentIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = new Folder(knowledge);
    docent = DocentFactory.open(DocentSettings.of(knowledge, data));
  }

  @BeforeAll
  void fill() throws InterruptedException {
    folder.write("lighthouse.md", """
        # The lighthouse of Skarvik
        The lighthouse of Skarvik was built by Anna Petersen
        in 1933. It is 42 metres high.

        ## Keepers

        Its first keeper was Johan Lund, who lived there
        for thirty years. Lund was born in Bergen. After him came Marta Holm.

        ## Storm of 1951

        The great storm broke the lamp, because the shutters had been left open.
        It was repaired within two weeks.
        """);
    folder.write("harbour/rules.txt", """
        Harbour Rules

        Boats longer than twelve metres must moor at the eastern pier.
        The mooring fee is 15 crowns a day.

        Quiet Hours

        Engines must be off between ten in the evening and six in the morning.
        """);
    folder.write("fish.md", """
        # Fish market

        | Fish | Price |
        |------|-------|
        | Cod | 40 crowns |
        | Herring | 12 crowns |

        The market opens at five in the morning. Cod is sold only in winter.
        """);
    folder.write("picture.png", "x");
    docent.reload(Progress.NONE);
    docent.fillVectors(Progress.NONE);
  }

  @AfterAll
  void close() {
    docent.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Who built the lighthouse of Skarvik? | Anna Petersen | lighthouse.md
      When was the lighthouse built? | 1933 | lighthouse.md
      How high is the lighthouse? | 42 metres | lighthouse.md
      Who was the first keeper of the lighthouse? | Johan Lund | lighthouse.md
      Why did the lamp break in the storm? | shutters | lighthouse.md
      How much is the mooring fee? | 15 crowns | harbour/rules.txt
      Where must boats longer than twelve metres moor? | eastern pier | harbour/rules.txt
      When does the market open? | five in the morning | fish.md
      WHEN DOES THE MARKET OPEN | five in the morning | fish.md
      who bulit the lighthuose? | Anna Petersen | lighthouse.md
      """)
  void answersWithAQuoteThatStandsInTheCitedLines(String question, String expected, String document)
      throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    assertThat(answer.text()).contains(expected);
    assertThat(answer.citations().getFirst().document()).isEqualTo(document);
    checkQuotes(folder.path(), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who discovered penicillin?", "What is the boiling point of mercury?",
      "How deep is the Mariana Trench?", "How much does a ferry ticket to Oslo cost?"})
  void abstainsWhenTheDocumentsDontSay(String question) throws InterruptedException {
    Answer.Abstained answer = abstained(ask(docent, question));
    assertThat(answer.reason()).isIn(Reason.NO_EVIDENCE, Reason.NOT_SUPPORTED);
    assertThat(answer.text()).startsWith("The documents don't say");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "???", "\n\t!"})
  void saysThatThereIsNoQuestion(String question) throws InterruptedException {
    assertThat(abstained(ask(docent, question)).reason()).isEqualTo(Reason.EMPTY_QUESTION);
  }

  @Test
  void refusesAQuestionThatIsAPastedDocument() {
    assertThatThrownBy(() -> ask(docent, "why ".repeat(2_000))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8,000")
        .hasMessageContaining("4,000");
  }

  @Test
  @Timeout(15)
  void readsTheLongestQuestionThatIsAllowed() throws InterruptedException {
    assertThat(ask(docent, "lamp ab cd ".repeat(360)).text()).isNotBlank();
    assertThat(ask(docent, "灯台".repeat(2_000)).text()).isNotBlank();
  }

  @Test
  void saysThatTheQuestionIsInALanguageOfNoDocument() throws InterruptedException {
    Answer.Abstained answer = abstained(ask(docent, "Кто построил маяк?"));
    assertThat(answer.reason()).isEqualTo(Reason.OTHER_LANGUAGE);
    assertThat(answer.text()).contains("Russian", "English");
  }

  @Test
  void understandsAFollowUpUntilItForgets() throws InterruptedException {
    var conversation = new ConversationId("test");
    assertThat(say(conversation, "Who was the first keeper of the lighthouse?").text()).contains("Johan Lund");
    assertThat(say(conversation, "Where was he born?").text()).contains("Bergen");
    docent.forget(conversation);
    var trace = say(conversation, "and when?").trace();
    assertThat(trace.query().carried()).isEmpty();
  }

  @Test
  void keepsConversationsApart() throws InterruptedException {
    assertThat(say(new ConversationId("one"), "How high is the lighthouse?").text()).contains("42");
    assertThat(say(new ConversationId("two"), "and who built it?").trace().query().carried()).isEmpty();
  }

  @Test
  void answersAFirstQuestionOnANewTopicInAConversation() throws InterruptedException {
    var conversation = new ConversationId("topics");
    assertThat(say(conversation, "Who was the first keeper of the lighthouse?").text()).contains("Johan Lund");
    assertThat(say(conversation, "When does the market open?").text()).contains("five in the morning");
    assertThat(say(conversation, "How much is the mooring fee?").text()).contains("15 crowns");
  }

  @Test
  void searchesWithoutReading() {
    List<Passage> passages = docent.search("mooring fee", 2);
    assertThat(passages).hasSizeLessThanOrEqualTo(2);
    assertThat(passages.getFirst().segment().documentId()).isEqualTo("harbour/rules.txt");
    assertThat(passages.getFirst().rank()).isEqualTo(1);
    assertThat(docent.search("", 5)).isEmpty();
    assertThat(docent.search("lighthouse", 1)).hasSize(1);
  }

  @Test
  void listsItsDocumentsAndItsState() {
    assertThat(docent.documents()).extracting(DocumentEntry::id)
        .containsExactly("fish.md", "harbour/rules.txt", "lighthouse.md");
    assertThat(docent.documents()).extracting(DocumentEntry::language).containsOnly(Language.ENGLISH);
    CorpusStatus status = docent.status();
    assertThat(status.documents()).isEqualTo(3);
    assertThat(status.unreadable()).isZero();
    assertThat(status.segments()).isGreaterThanOrEqualTo(5);
    assertThat(status.vectorsMissing()).isZero();
    assertThat(docent.model()).isEqualTo(ModelName.OFFLINE);
  }

  @Test
  void saysTheHeadingsAboveAQuote() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "Who was the first keeper of the lighthouse?"));
    Locator locator = answer.citations().getFirst().locator();
    assertThat(locator.headings()).containsExactly("The lighthouse of Skarvik", "Keepers");
  }

  private Answer say(ConversationId conversation, String text) throws InterruptedException {
    return docent.ask(Question.in(conversation, text), AnswerListener.SILENT);
  }
}

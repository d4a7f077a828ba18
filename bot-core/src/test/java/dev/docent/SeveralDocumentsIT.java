package dev.docent;

import static dev.docent.Asking.abstained;
import static dev.docent.Asking.ask;
import static dev.docent.Asking.checkQuotes;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about whole documents, about one of them, and where they differ. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralDocumentsIT {
  private final Folder folder;
  private final Docent docent;

  SeveralDocumentsIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = new Folder(knowledge);
    docent = DocentFactory.open(DocentSettings.of(knowledge, data));
  }

  @BeforeAll
  void fill() throws InterruptedException {
    folder.write("contract-2023.md", """
        # Rental contract

        The tenant pays a rent of 900 crowns a month. The notice period is three months.
        The contract was signed on 4 May 2023 by Ingrid Solberg and Peter Lund.
        """);
    folder.write("contract-2024.md", """
        # Rental contract

        The tenant pays a rent of 950 crowns a month. The notice period is three months.
        The contract was signed on 7 June 2024 by Ingrid Solberg and Marta Holm.
        """);
    folder.write("house/rules.md", """
        # House rules

        Music must be off from ten in the evening. The notice period for parties is two days.
        Bicycles are kept in the cellar, and prams in the hall.
        """);
    folder.write("boats.md", """
        # Boats of the harbour

        The Sula is a trawler of 24 metres. She was built in 1968 and carries six people.

        The Havørn is a ferry of 41 metres. She was built in 1991 and carries 120 people.
        """);
    docent.reload(Progress.NONE);
    docent.fillVectors(Progress.NONE);
  }

  @AfterAll
  void close() {
    docent.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Which documents do you have?", "what documents are there", "list all documents"})
  void saysWhichDocumentsThereAre(String question) throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    assertThat(answer.citations()).extracting(Citation::document)
        .containsExactly("boats.md", "contract-2023.md", "contract-2024.md", "house/rules.md");
    assertThat(answer.text()).contains("Boats of the harbour", "House rules");
    checkQuotes(folder.path(), answer);
  }

  @Test
  void whatTheDocumentsSayDifferentlyIsShownTwiceWhateverIsAsked() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "What is the rent of the tenant?"));
    assertThat(answer.text()).contains("900 crowns", "950 crowns");
    assertThat(answer.trace().notices()).anyMatch(notice -> notice.contains("The newest is contract-2024.md"));
  }

  @Test
  void saysInWhichLanguageToAsk() throws InterruptedException {
    assertThat(abstained(ask(docent, "Wer ist die Hausmeisterin?")).text()).contains("German", "English");
  }

  @Test
  void listsTheDatesOfADocument() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "List all dates in boats.md"));
    assertThat(answer.text()).contains("1968", "1991").doesNotContain("2023");
    checkQuotes(folder.path(), answer);
  }

  @Test
  void listsWhoIsNamed() throws InterruptedException {
    assertThat(grounded(ask(docent, "List the people in contract-2024.md")).text()).contains("Marta Holm")
        .doesNotContain("Peter Lund");
  }

  @Test
  void summarisesADocumentThatIsNamed() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "Summarise the house rules"));
    assertThat(answer.citations()).extracting(Citation::document).containsOnly("house/rules.md");
  }

  @Test
  void summarisesAllDocumentsWhenNoneIsNamed() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "What is all this about?"));
    assertThat(answer.citations()).extracting(Citation::document).doesNotHaveDuplicates().hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      What does contract-2023.md say about the rent? | 900 | contract-2023.md
      How much is the rent according to the contract 2024? | 950 | contract-2024.md
      What is the notice period in the house rules? | two days | house/rules.md
      """)
  void answersFromTheDocumentThatIsNamed(String question, String expected, String document)
      throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    assertThat(answer.text()).contains(expected);
    assertThat(answer.citations()).extracting(Citation::document).containsOnly(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Compare the Sula and the Havørn", "What is the difference between the Sula and the Havørn?",
      "Sula vs Havørn"})
  void showsBothSidesOfAComparison(String question) throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    assertThat(answer.text()).contains("The Sula is a trawler of 24 metres", "The Havørn is a ferry of 41 metres");
    checkQuotes(folder.path(), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Compare contract-2023.md and contract-2024.md", "compare contract-2023 with contract-2024",
      "What is the difference between contract-2023.md and contract-2024.md?"})
  void showsWhereTwoDocumentsDiffer(String question) throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    assertThat(answer.text()).contains("900 crowns", "950 crowns", "Peter Lund", "Marta Holm");
    checkQuotes(folder.path(), answer);
  }

  @Test
  void saysOfTwoUnlikeDocumentsWhatEachSays() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "compare the boats and the house rules"));
    assertThat(answer.citations()).extracting(Citation::document).contains("boats.md", "house/rules.md");
  }

  @Test
  void comparesNothingWithWhatIsntThere() throws InterruptedException {
    assertThat(abstained(ask(docent, "Compare the Sula and the Titanic")).text()).startsWith("The documents don't say");
  }

  @Test
  void showsBothWhereDocumentsDifferAndNamesTheNewest() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "How much rent does the tenant pay a month?"));
    assertThat(answer.text()).contains("900 crowns", "950 crowns");
    assertThat(answer.notices()).hasSize(1)
        .first()
        .asString()
        .contains("contract-2023.md (2023)",
            "The newest is contract-2024.md");
  }

  @Test
  void whatTwoDocumentsSayAlikeIsSaidOnce() throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, "How long is the notice period of the rental contract?"));
    assertThat(answer.text()).containsOnlyOnce("three months");
    assertThat(answer.notices()).isEmpty();
  }

  @Test
  void picksNothingFromOtherDocuments() throws InterruptedException {
    for (String question : List.of("What does boats.md say about the rent?", "odel offline", "xyzzy plugh")) {
      assertThat(ask(docent, question)).as(question).isInstanceOf(Answer.Abstained.class);
    }
  }
}

package dev.docent;

import static dev.docent.Asking.abstained;
import static dev.docent.Asking.ask;
import static dev.docent.Asking.checkQuotes;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.answer.Answer;
import dev.docent.answer.Answer.Reason;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.corpus.Locator;
import dev.docent.reload.Folder;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of other kinds, each asked a question or two. */
class DocentCorporaIT {
  private final Path data;
  private final Folder folder;
  private final Docent docent;

  DocentCorporaIT(@TempDir Path knowledge, @TempDir Path data) {
    this.data = data;
    folder = new Folder(knowledge);
    docent = DocentFactory.open(DocentSettings.of(knowledge, data));
  }

  @AfterEach
  void close() {
    docent.close();
  }

  @Test
  void saysOfAnEmptyFolderThatThereAreNoDocuments() throws InterruptedException {
    assertThat(abstained(ask(docent, "Who built it?")).reason()).isEqualTo(Reason.NO_DOCUMENTS);
    assertThat(docent.reload(Progress.NONE).changedAnything()).isFalse();
    assertThat(abstained(ask(docent, "Who built it?")).reason()).isEqualTo(Reason.NO_DOCUMENTS);
    assertThat(docent.search("it", 5)).isEmpty();
    assertThat(docent.documents()).isEmpty();
    docent.fillVectors(Progress.NONE);
  }

  @Test
  void namesAFolderThatIsMissingAndMakesNothingForIt() {
    Path gone = folder.path().resolve("gone");
    DocentSettings settings = DocentSettings.of(gone, data);

    assertThatThrownBy(() -> DocentFactory.open(settings)).isInstanceOf(CorpusUnavailableException.class)
        .hasMessageContaining(gone.toString());
    assertThat(DocentFactory.indexFolder(settings)).doesNotExist();
  }

  @Test
  void keepsTheIndexOfAFolderThatWentMissing() throws IOException, InterruptedException {
    folder.write("a.md", "The lamp was built by Anna Petrova.\n");
    docent.reload(Progress.NONE);
    Files.delete(folder.path().resolve("a.md"));
    Files.delete(folder.path());
    try (Docent lost = DocentFactory.open(DocentSettings.of(folder.path(), data))) {
      assertThat(lost.documents()).hasSize(1);
      assertThatThrownBy(() -> lost.reload(Progress.NONE)).isInstanceOf(CorpusUnavailableException.class);
    }
  }

  @Test
  void saysARowOfAMarkedUpTableWithTheNamesOfItsColumns() throws InterruptedException {
    folder.write("branches.md", """
        # Branches

        The branches and who leads them:

        | City | Desks | Head |
        |------|-------|------|
        | Kiel | 14 | Jensen |
        | Turku | 22 | Niemi |
        """);
    docent.reload(Progress.NONE);
    Answer.Grounded answer = grounded(ask(docent, "How many desks does Turku have?"));

    assertThat(answer.citations()).singleElement().satisfies(c -> {
      assertThat(c.quote()).isEqualTo("City: Turku; Desks: 22; Head: Niemi");
      assertThat(((Locator.Lines) c.locator()).first()).isEqualTo(8);
    });
    assertThat(answer.text()).contains("City: Turku; Desks: 22; Head: Niemi");
  }

  @Test
  void showsTheNamesOfTheColumnsWithARowOfATable() throws InterruptedException {
    folder.write("branches.txt", """
        Branches

        The branches and who leads them:

        | City | Desks | Head |
        |------|-------|------|
        | Kiel | 14 | Jensen |
        | Turku | 22 | Niemi |
        """);
    docent.reload(Progress.NONE);
    Answer.Grounded answer = grounded(ask(docent, "How many desks does Turku have?"));

    assertThat(answer.text()).contains("| City | Desks | Head |", "| Turku | 22 | Niemi |");
    assertThat(answer.citations()).singleElement()
        .satisfies(c -> assertThat(c.quote()).isEqualTo("| Turku | 22 | Niemi |"));
    checkQuotes(folder.path(), answer);
  }

  @Test
  void listsWholeDatesAndNoOtherNumbers() throws InterruptedException {
    folder.write("depot.md", """
        # The depot

        The depot was planned in November of a dry year.

        In 1933 its mill burned down.

        The depot was founded on November 16, 1933 by the county.

        It was inspected on 2025-11-16 at last.

        A box in it holds 1850 screws.

        The program is version 1.12.24 and listens on port 2020.
        """);
    docent.reload(Progress.NONE);
    Answer.Grounded answer = grounded(ask(docent, "list all dates"));

    assertThat(answer.text()).contains("founded on November 16, 1933", "In 1933", "on 2025-11-16")
        .doesNotContain("screws", "version");
    assertThat(answer.parts()).flatExtracting(part -> part.marked()).contains("November 16, 1933", "2025-11-16");
    checkQuotes(folder.path(), answer);
  }

  @Test
  void answersRussianFromRussianWithoutVectors() throws InterruptedException {
    folder.write("маяк.md", """
        # Маяк

        Маяк на мысе Северном построила инженер Анна Петрова
        в 1933 г. Высота маяка 42 метра.

        Первым смотрителем маяка был Иван Лунин. Он родился в Архангельске.
        """);
    docent.reload(Progress.NONE);
    assertThat(docent.status().vectorsMissing()).isZero();
    Answer.Grounded answer = grounded(ask(docent, "Кто построил маяк?"));
    assertThat(answer.text()).contains("Анна Петрова");
    checkQuotes(folder.path(), answer);
    assertThat(grounded(ask(docent, "Кто был первым смотрителем маяка?")).text()).contains("Иван Лунин");
    assertThat(abstained(ask(docent, "Who built the lighthouse?")).reason()).isEqualTo(Reason.OTHER_LANGUAGE);
  }

  @Test
  void saysOfHowManyDocumentsItNamesSome() throws InterruptedException {
    for (int i = 0; i < 12; i++) {
      folder.write("note-" + i + ".md",
          "# Note " + i + "\n\nThe boat number " + i + " has been in the harbour since " + (1950 + i) + ".\n");
    }
    docent.reload(Progress.NONE);
    assertThat(grounded(ask(docent, "Which documents do you have?")).trace().notices())
        .anyMatch(notice -> notice.contains("10 of 12 documents"));
    folder.write("log.md", "# Log\n\n" + IntStream.range(1900, 1920)
        .mapToObj(year -> "The boat came back in " + year + ".")
        .collect(Collectors.joining(" ")));
    docent.reload(Progress.NONE);
    assertThat(grounded(ask(docent, "List all dates in log.md")).trace().notices())
        .anyMatch(notice -> notice.contains("the first 12; there may be more"));
  }

  @Test
  void answersEachQuestionFromTheDocumentsOfItsLanguage() throws InterruptedException {
    folder.write("en.md", "The old bridge over the river was built by the engineer John Miller in 1899.");
    folder.write("ru.md", "Новый мост через реку построил инженер Пётр Орлов в 1957 году.");
    docent.reload(Progress.NONE);
    assertThat(grounded(ask(docent, "Who built the bridge?")).citations().getFirst().document()).isEqualTo("en.md");
    assertThat(grounded(ask(docent, "Кто построил мост?")).citations().getFirst().document()).isEqualTo("ru.md");
  }

  @Test
  void answersAsSoonAsItIsReloadedAndNeverFromWhatIsGone() throws InterruptedException {
    folder.write("gate.md", "The gate of the boat house is locked with the code 4711.");
    docent.reload(Progress.NONE);
    String question = "What is the code of the boat house gate?";
    assertThat(grounded(ask(docent, question)).text()).contains("4711");
    folder.write("gate.md", "The gate of the boat house is locked with the code 8520.");
    docent.reload(Progress.NONE);
    assertThat(grounded(ask(docent, question)).text()).contains("8520").doesNotContain("4711");
    folder.delete("gate.md");
    docent.reload(new ReloadRequest(true, false), Progress.NONE);
    assertThat(abstained(ask(docent, question)).reason()).isEqualTo(Reason.NO_DOCUMENTS);
  }

  @Test
  void findsTheSameIndexAgain() throws InterruptedException {
    folder.write("gate.md", "The gate of the boat house is locked with the code 4711.");
    docent.reload(Progress.NONE);
    try (Docent again = DocentFactory.open(DocentSettings.of(folder.path(), data))) {
      assertThat(again.documents()).hasSize(1);
      assertThat(again.reload(Progress.NONE).changedAnything()).isFalse();
    }
  }

  @Test
  void answersTheFirstSentenceBelowAHeadingWithoutABlankLine() throws InterruptedException {
    folder.write("a.md",
        "# Gate\nThe gate of the boat house is locked with the code 4711.\n# Bell\nIt rings at noon.\n");
    docent.reload(Progress.NONE);
    Answer.Grounded answer = grounded(ask(docent, "What is the code of the boat house gate?"));
    assertThat(answer.citations().getFirst().quote())
        .isEqualTo("The gate of the boat house is locked with the code 4711.");
    checkQuotes(folder.path(), answer);
  }
}

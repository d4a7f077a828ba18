package dev.docent;

import static dev.docent.Asking.ask;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import dev.docent.corpus.Locator;
import dev.docent.corpus.files.WrittenFiles;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormatIT {
  private final Path folder;
  private final Docent docent;
  private ReloadReport report = new ReloadReport(List.of(), List.of(), List.of(), 0, List.of(), List.of(), 0, 0,
      List.of(), 0);

  EveryFormatIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = knowledge;
    docent = Docents.open(DocentSettings.of(knowledge, data));
  }

  @BeforeAll
  void fill() throws IOException, InterruptedException {
    WrittenFiles.pdf(folder.resolve("lighthouse.pdf"), List.of("The lighthouse of Skarvik stands on a rock.",
        "The lighthouse was built by Anna Petersen in 1933."), List.of(), "");
    WrittenFiles.docx(folder.resolve("contract.docx"), """
        # Moorings
        The mooring fee is 15 crowns a day.
        """);
    WrittenFiles.pptx(folder.resolve("ferries.pptx"), List.of(Map.entry("Ferries", "There are two of them."),
        Map.entry("Departure", "The ferry to Oslo departs at noon.")));
    WrittenFiles.xlsx(folder.resolve("fish.xlsx"),
        new LinkedHashMap<>(Map.of("Prices", List.of("Fish|Price in crowns", "Cod|40", "Herring|12"))));
    Files.writeString(folder.resolve("crew.csv"), "Name,Job\nJohan Lund,keeper\nMarta Holm,cook\n");
    WrittenFiles.odt(folder.resolve("storm.odt"), "<text:h text:outline-level=\"1\">Storm</text:h>"
        + "<text:p>The great storm of 1951 broke the lamp.</text:p>");
    Files.writeString(folder.resolve("market.html"),
        "<title>Market</title><main><h1>Market</h1><p>The market opens at five in the morning.</p></main>");
    WrittenFiles.epub(folder.resolve("whales.epub"), "Whales",
        "<h1>Whales</h1><p>The blue whale weighs 150 tonnes.</p>");
    Files.writeString(folder.resolve("bakery.rtf"), "{\\rtf1\\ansi\\pard The bakery is owned by Ole Berg.\\par}");
    Files.writeString(folder.resolve("lamp.eml"),
        "From: a@example.org\r\nSubject: Lamp\r\nContent-Type: text/plain\r\n\r\nThe new lamp arrives on Thursday.\r\n");
    WrittenFiles.pdf(folder.resolve("scan.pdf"), List.of(""), List.of(), "");
    Files.writeString(folder.resolve(".docentignore"), "drafts/");
    Files.createDirectory(folder.resolve("drafts"));
    Files.writeString(folder.resolve("drafts/a.md"), "The mooring fee is 99 crowns a day.");
    report = docent.reload(Progress.NONE);
  }

  @AfterAll
  void close() {
    docent.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Who built the lighthouse? | Anna Petersen | lighthouse.pdf | page 2
      How much is the mooring fee? | 15 crowns | contract.docx | Moorings
      When does the ferry to Oslo depart? | noon | ferries.pptx | page 2
      What is the price of cod? | 40 | fish.xlsx | page 1
      What is the job of Johan Lund? | keeper | crew.csv | line 2
      When did the great storm break the lamp? | 1951 | storm.odt | Storm
      When does the market open? | five in the morning | market.html | Market
      How much does the blue whale weigh? | 150 tonnes | whales.epub | Whales
      Who owns the bakery? | Ole Berg | bakery.rtf | ''
      When does the new lamp arrive? | Thursday | lamp.eml | Lamp
      """)
  void answersFromItAndSaysWhere(String question, String expected, String document, String place)
      throws InterruptedException {
    Answer.Grounded answer = grounded(ask(docent, question));
    Citation citation = answer.citations().getFirst();
    assertThat(citation.quote()).contains(expected);
    assertThat(citation.document()).isEqualTo(document);
    assertThat(place(citation.locator())).isEqualTo(place);
  }

  @Test
  void saysWhichFileItCouldntReadAndWhy() {
    assertThat(report.failed()).singleElement().satisfies(refusal -> {
      assertThat(refusal.document()).isEqualTo("scan.pdf");
      assertThat(refusal.reason()).contains("OCR");
    });
    assertThat(report.added()).hasSize(10);
  }

  private static String place(Locator locator) {
    return switch (locator) {
      case Locator.Page page -> "page " + page.page();
      case Locator.Lines lines -> "line " + lines.first();
      case Locator.Heading heading -> String.join(" > ", heading.headings());
    };
  }
}

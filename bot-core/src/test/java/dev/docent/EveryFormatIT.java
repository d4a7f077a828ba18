package dev.docent;

import static dev.docent.Asking.ask;
import static dev.docent.Asking.grounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import dev.docent.corpus.Locator;
import dev.docent.corpus.files.RealFolder;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadReport.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
  private static final Map<String, Charset> CHARSETS = Map.of("utf16le.txt", StandardCharsets.UTF_16, "utf16be.txt",
      StandardCharsets.UTF_16, "кафе.txt", Charset.forName("windows-1251"), "склад.csv",
      Charset.forName("windows-1251"), "сад.txt", Charset.forName("KOI8-R"), "mühle.txt",
      Charset.forName("windows-1252"), "渔港.txt", Charset.forName("GB18030"));

  private final Path folder;
  private final Path elsewhere;
  private final Docent docent;
  private ReloadReport report = new ReloadReport(List.of(), List.of(), List.of(), 0, List.of(), List.of(), 0, 0,
      List.of(), 0);

  EveryFormatIT(@TempDir Path knowledge, @TempDir Path data) {
    folder = knowledge;
    elsewhere = data;
    docent = DocentFactory.open(DocentSettings.of(knowledge, data));
  }

  @BeforeAll
  void fill() throws IOException, InterruptedException {
    new RealFolder(folder, elsewhere).fill();
    report = docent.reload(Progress.NONE);
  }

  @AfterAll
  void close() {
    docent.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Who built the lighthouse? | Anna Petersen | lighthouse.pdf | page 2
      Who opened the dry dock? | opened in 1887 by the mayor of Skarvik, Peter Dahl, who | columns.pdf | page 1
      How much does the crane lift? | The crane beside it lifts forty tonnes and was made in Glasgow | columns.pdf | page 1
      Who awards the life-saving medal? | harbourmaster | hyphens.pdf | page 1
      Who designed the medal? | Ingrid Solberg | hyphens.pdf | page 1
      After what hour does nobody play music? | ten in the evening | outlined.pdf | page 2
      When is the washing of boats allowed? | Mondays | outlined.pdf | page 2
      What is the bilge pump primed with? | two litres of paraffin | manual.pdf | page 217
      Кто открыл музей морского флота? | Степан Макаров | reports/отчёт.pdf | page 2
      How much is the mooring fee? | 15 crowns | contract.docx | Moorings
      Who owns berth A1? | Nils Brandt | contract.docx | Moorings
      Who was elected as treasurer? | Sigrid Moen | reports/old stuff – März/minutes.docx | Minutes
      When does the ferry to Oslo depart? | noon | ferries.pptx | page 2
      What is the longest beach called? | Sandvika | tourism.ppt | page 2
      What is the price of halibut? | 95 | fish.xlsx | sheet 2 row 5
      Who is the skipper of the Havfruen? | Eva Nygaard | fish.xlsx | sheet 1 row 2
      What is the salary of the harbourmaster? | 6100 | salaries.xls | sheet 1 row 4
      Which port has high water at 07:45? | Vesterhaven | tides.ods | sheet 1 row 3
      What is the job of Johan Lund? | keeper | crew.csv | line 2
      What is the job of Holm, Marta? | cook | crew.csv | line 3
      На какой полке фонарь медный? | В2 | склад.csv | line 3
      Who is the driver of the mail coach? | Solveig Ness | trains.tsv | line 3
      When did the great storm break the lamp? | 1951 | storm.odt | Storm
      Who founded the choir? | Lise Aas | choir.odp | ''
      Who owns the bakery? | Ole Berg | bakery.rtf | ''
      До какого часа работает аптека на площади? | девяти вечера | аптека.rtf | ''
      How much does the blue whale weigh? | 150 tonnes | whales.epub | Whales > Weight
      When does the market open? | five in the morning | market.html | Market
      Кто построил волнорез старого порта? | Фёдор Бурачек | порт.htm | Старый порт
      Who feeds the octopus? | Hanne Lie | saved page.html | Aquarium > Octopus
      What colour is the curtain of the theatre? | green | theatre.xhtml | Theatre
      When does the new lamp arrive? | Thursday | lamp.eml | Lamp
      Where do the spare keys hang? | behind the barometer | keys.eml | Keys
      How much is the invoice for the new anchor? | 740 crowns | invoice.eml | Invoice
      When is the museum closed? | Tuesdays | museum.md | line 9
      Wann wurde die alte Brücke gebaut? | 1848 | reports/old stuff – März/Brücke.md | line 3
      Who keeps the password of the library terminal? | Astrid Fjeld | README | line 1
      What did the watchman see near the pier? | a seal | watch.log | line 1
      Where was the school bell cast? | Bergen | school.rst | line 4
      How many pipes has the chapel organ? | nine hundred | chapel.adoc | line 3
      What does the weather vane show? | golden cockerel | bom.txt | line 1
      How often does the fog horn sound? | every forty seconds | utf16le.txt | line 1
      Who won the rowing race? | Kaja Strand | utf16be.txt | line 1
      Кто держит кафе у моря? | Зинаида Орлова | кафе.txt | line 1
      Кто заложил ботанический сад? | Павел Нестеров | сад.txt | line 1
      Wem gehört die Mühle? | Käthe Grünwald | mühle.txt | line 1
      灯塔建于哪一年？ | 一九三三年 | 渔港.txt | line 1
      """)
  void answersFromItAndThePlaceHoldsTheQuote(String question, String expected, String document, String place)
      throws InterruptedException, IOException {
    Answer.Grounded answer = grounded(ask(docent, question));
    Citation citation = answer.citations().getFirst();
    assertThat(citation.quote()).as("%s", answer.trace().reading()).contains(expected);
    assertThat(citation.document()).isEqualTo(document);
    assertThat(place(citation.locator())).isEqualTo(place);
    String there = new Reopened(folder, CHARSETS).at(citation);
    // What a PDF parts at the end of a line, and how a row is joined, are Docent's own doing.
    assertThat(words(there)).contains(words(citation.quote()));
  }

  @Test
  void readsEveryFileThatHoldsText() {
    assertThat(report.added()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      scan.pdf | text recognition (OCR)
      secret.pdf | password
      secret.docx | password
      torn.docx | damaged
      torn.pdf | damaged
      empty.md | empty
      """)
  void saysWhichFileItCouldntReadAndWhatToDo(String document, String reason) {
    assertThat(report.failed()).hasSize(6);
    assertThat(report.failed()).filteredOn(refusal -> refusal.document().equals(document))
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.reason()).contains(reason));
  }

  @Test
  void passesOverLeavingsAndFollowsNoLinks() {
    assertThat(report.skipped()).extracting(Refusal::document)
        .containsExactly("out", "out.md", "photo.png", "reports/loop");
  }

  /** Letters and digits alone. */
  private static String words(String text) {
    return text.replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }

  private static String place(Locator locator) {
    return switch (locator) {
      case Locator.Page page -> "page " + page.page();
      case Locator.Lines lines -> "line " + lines.first();
      case Locator.Rows rows -> "sheet " + rows.sheet() + " row " + rows.first();
      case Locator.Heading heading -> String.join(" > ", heading.headings());
    };
  }
}

package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import dev.docent.corpus.Pages;
import dev.docent.corpus.files.parser.ParserLink;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatReaderIT {
  private static final ParserLink PARSER = new ParserLink();

  private final Path folder;

  FormatReaderIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsThePagesOfAPdfAndTheTitlesOfItsOutline() throws IOException {
    WrittenFiles.pdf(file("a.pdf"), List.of("""
        Harbour Office

        The harbour of Skarvik was founded in 1784 and its old light-
        house is still in use. Boats come at dawn.""", """
        Moorings and fees
        The fee is paid at the office.

        It is 15 crowns a day."""), List.of("Moorings and fees"), "");
    Document document = read("a.pdf");
    assertThat(document.title()).isEqualTo("Harbour Office");
    assertThat(document.text()).contains("its old lighthouse is still in use").doesNotContain("light-");
    assertThat(headings(document)).containsExactly("Harbour Office", "Moorings and fees");
    assertThat(pageOf(document, "Boats come")).isEqualTo(1);
    assertThat(pageOf(document, "The fee")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void readsAPdfThatIsEncryptedOnlyToForbidChanges(int bits) throws IOException {
    WrittenPdf.unchangeable(file("a.pdf"), "The harbour is old.", bits);
    assertThat(read("a.pdf").text()).contains("The harbour is old.");
  }

  @Test
  void readsOneColumnOfAPdfAfterTheOther() throws IOException {
    WrittenPdf.columns(file("a.pdf"), List.of("The dock was opened", "in 1887 by the mayor,", "who paid for it."),
        List.of("The crane beside it", "lifts forty tonnes and", "was made in Glasgow."));
    assertThat(read("a.pdf").text().replaceAll("\\s+", " "))
        .isEqualTo("The dock was opened in 1887 by the mayor, who paid for it. "
            + "The crane beside it lifts forty tonnes and was made in Glasgow.");
  }

  @Test
  void leavesTheRowsOfATableInAPdfTogether() throws IOException {
    WrittenPdf.columns(file("a.pdf"), List.of("Fish", "Cod", "Herring", "Mackerel"),
        List.of("Price", "40", "12", "31"));
    assertThat(read("a.pdf").text()).contains("Fish: Cod; Price: 40", "Fish: Herring; Price: 12");
  }

  @Test
  void readsHeadingsAndTablesOfADocx() throws IOException {
    WrittenFiles.docx(file("a.docx"), """
        # Fish market
        The market opens at five.
        | Fish | Price | Season
        | Cod | 40 | winter
        """);
    Document document = read("a.docx");
    assertThat(headings(document)).containsExactly("Fish market");
    assertThat(document.text()).contains("The market opens at five.", "- Fish: Cod; Price: 40; Season: winter");
    assertThat(document.title()).isEqualTo("Fish market");
    assertThat(document.pages()).isEqualTo(Pages.FLOWING);
  }

  @Test
  void readsSlidesAsPages() throws IOException {
    WrittenFiles.pptx(file("a.pptx"),
        List.of(Map.entry("Ferries", "They leave at noon."), Map.entry("Tickets", "They cost 9 crowns.")));
    Document document = read("a.pptx");
    assertThat(headings(document)).containsExactly("Ferries", "Tickets");
    assertThat(pageOf(document, "They leave")).isEqualTo(1);
    assertThat(pageOf(document, "They cost")).isEqualTo(2);
  }

  @Test
  void readsRowsOfSheetsWithTheirColumns() throws IOException {
    var sheets = new LinkedHashMap<String, List<String>>();
    sheets.put("Nets", List.of("Net|Length|Maker", "Drift||Holm", "Trawl|30|Lund"));
    sheets.put("Boats", List.of("Prices of 2020", "Boat|Price", "Gull|900"));
    WrittenFiles.xlsx(file("a.xlsx"), sheets);
    Document document = read("a.xlsx");
    assertThat(headings(document)).containsExactly("Nets", "Boats");
    assertThat(document.text()).contains("- Net: Drift; Maker: Holm\n- Net: Trawl; Length: 30; Maker: Lund",
        "- Prices of 2020\n", "- Boat: Gull; Price: 900");
    assertThat(pageOf(document, "Net: Trawl")).isEqualTo(1);
    assertThat(pageOf(document, "Boat: Gull")).isEqualTo(2);
  }

  @Test
  void readsHeadingsListsAndTablesOfAnOdt() throws IOException {
    WrittenFiles.odt(file("a.odt"), """
        <text:h text:outline-level="1">Ropes</text:h><text:p>Hemp is <text:span>strong</text:span>.</text:p>
        <text:list><text:list-item><text:p>Coil it dry.</text:p></text:list-item></text:list>""");
    Document document = read("a.odt");
    assertThat(headings(document)).containsExactly("Ropes");
    assertThat(document.text()).contains("Hemp is strong.", "- Coil it dry.");
  }

  @Test
  void readsTheMainTextOfAWebPageInItsOldEncoding() throws IOException {
    Files.write(file("a.html"), """
        <html><head><title>Порт</title><meta charset="windows-1251"><style>p {}</style></head><body>
        <nav><ul><li>Домой</li></ul></nav><main><h1>Старый порт</h1><p>Порт построили
        <b>рыбаки</b>.</p><script>alert(1)</script></main><footer>Права</footer></body></html>
        """.getBytes(Charset.forName("windows-1251")));
    Document document = read("a.html");
    assertThat(document.title()).isEqualTo("Порт");
    assertThat(document.text()).isEqualTo("Старый порт\n\nПорт построили рыбаки.");
    assertThat(headings(document)).containsExactly("Старый порт");
  }

  @Test
  void readsABook() throws IOException {
    WrittenFiles.epub(file("a.epub"), "Tides", "<h2>Spring tide</h2><p>It comes with the new moon.</p>");
    Document document = read("a.epub");
    assertThat(document.title()).isEqualTo("Tides");
    assertThat(headings(document)).containsExactly("Spring tide");
    assertThat(document.text()).contains("It comes with the new moon.");
  }

  @Test
  void readsRichText() throws IOException {
    Files.writeString(file("a.rtf"),
        "{\\rtf1\\ansi\\ansicpg1252\\pard {\\b The caf\\'e9} opens at six.\\par It closes late.\\par}");
    assertThat(read("a.rtf").text()).isEqualTo("The café opens at six.\n\nIt closes late.");
  }

  @Test
  void readsAMailWithItsLetterhead() throws IOException {
    Files.writeString(file("a.eml"), """
        From: Anna Petersen <anna@example.org>
        To: Johan Lund <johan@example.org>
        Subject: The new lamp
        Date: Mon, 6 Mar 1995 10:00:00 +0000
        Content-Type: text/plain; charset=utf-8

        Dear Johan,

        the lamp arrives on Thursday.
        """.replace("\n", "\r\n"));
    Document document = read("a.eml");
    assertThat(document.title()).isEqualTo("The new lamp");
    assertThat(document.text()).contains("From: Anna Petersen", "To: Johan Lund", "Date: 1995-03-06",
        "Dear Johan,\n\nthe lamp arrives on Thursday.");
  }

  @Test
  void readsTheMainPartOfAMailWithAttachments() throws IOException {
    Files.writeString(file("b.eml"), """
        From: anna@example.org
        Subject: Two ways
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/plain

        The lamp is green.
        --x
        Content-Type: text/html

        <p>The lamp is green.</p>
        --x--
        """.replace("\n", "\r\n"));
    assertThat(read("b.eml").text()).containsOnlyOnce("The lamp is green.");
  }

  @Test
  void leavesNoFilesBehind() throws IOException {
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    long before = tikaFiles(temp);
    readsABook();
    readsTheMainTextOfAWebPageInItsOldEncoding();
    readsRowsOfSheetsWithTheirColumns();
    assertThat(tikaFiles(temp)).isEqualTo(before);
  }

  private static long tikaFiles(Path temp) throws IOException {
    try (var files = Files.list(temp)) {
      return files.filter(file -> String.valueOf(file.getFileName()).matches("(?:apache-tika|poifiles|PDFBox).*"))
          .count();
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Document read(String name) throws IOException {
    ReadOutcome outcome = new FormatReader((text, candidates) -> Language.ENGLISH, PARSER).read(new Found(name, "s"),
        file(name));
    assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
    return ((ReadOutcome.Read) outcome).document();
  }

  private static List<String> headings(Document document) {
    return document.blocks()
        .stream()
        .filter(block -> block.kind() == Kind.HEADING)
        .map((Block block) -> document.text().substring(block.start(), block.end()))
        .toList();
  }

  private static int pageOf(Document document, String words) {
    return document.pages().at(document.text().indexOf(words));
  }
}

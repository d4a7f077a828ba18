package dev.docent.corpus.files.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.WrittenPdf;
import dev.docent.corpus.files.WrittenPdf.Words;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfFileIT {
  private static final List<String> LEFT = List.of("The dock was opened in", "the year 1887 by the",
      "mayor, who had paid for",
      "it out of his own pocket", "and who was never given");
  private static final List<String> MIDDLE = List.of("a penny of it back. The", "crane beside it lifts as",
      "much as forty tonnes and",
      "was made in the city of", "Glasgow by a firm which");
  private static final List<String> RIGHT = List.of("no longer exists. It is", "inspected in the spring",
      "by two engineers, one of",
      "whom is chosen by the", "board of the harbour.");

  private final Path file;

  PdfFileIT(@TempDir Path folder) {
    file = folder.resolve("a.pdf");
  }

  static List<Path> measured() throws IOException {
    return PdfReading.documents();
  }

  /** Written by LaTeX, groff and LibreOffice: columns, footnotes, heads, tables, hyphens. */
  @ParameterizedTest
  @MethodSource("measured")
  void readsTheWordsThatWentIn(Path truth) throws IOException {
    PdfReading reading = PdfReading.of(truth, PdfReading.pdf(truth));
    assertThat(reading.share()).as(reading.toString()).isGreaterThan(0.995);
  }

  @Test
  void readsColumnsThatAreWrittenLineByLine() throws IOException {
    assertThat(flowing(columns(LEFT, MIDDLE))).isEqualTo(String.join(" ", LEFT) + " " + String.join(" ", MIDDLE));
    assertThat(flowing(columns(LEFT, MIDDLE, RIGHT)))
        .isEqualTo(String.join(" ", LEFT) + " " + String.join(" ", MIDDLE) + " " + String.join(" ", RIGHT));
  }

  @Test
  void letsASentenceRunOnFromTheLastColumnToTheNextPage() throws IOException {
    var first = new ArrayList<>(columns(LEFT, MIDDLE));
    first.addFirst(new Words(60, 60, 18, true, "The dock and all that belongs to it, in one page or two"));
    WrittenPdf.placed(file, List.of(first, columns(RIGHT, LEFT)));
    Extracted read = PdfFile.read(file);
    assertThat(read.text().replace('\n', ' ')).contains("by a firm which no longer exists.");
    assertThat(read.pages().at(read.text().indexOf("no longer"))).isEqualTo(2);
    assertThat(read.pages().at(read.text().indexOf("Glasgow"))).isEqualTo(1);
  }

  @Test
  void letsASentenceRunOnPastItsFootnoteAndATable() throws IOException {
    Words line = Words.at(60, 100, "The first warden of the light was given a house of stone and lived in it");
    WrittenPdf.placed(file,
        List.of(
            List.of(line, line.raised("1"), Words.at(line.end() + 7, 100, "with all of"),
                new Words(60, 700, 8, false, "1 It burned down later.")),
            List.of(Words.at(60, 100, "Year"), Words.at(160, 100, "Boats"), Words.at(260, 100, "Crew"),
                Words.at(60, 114, "1901"), Words.at(160, 114, "12"), Words.at(260, 114, "40"),
                Words.at(60, 128, "1902"),
                Words.at(160, 128, "14"), Words.at(260, 128, "44"),
                Words.at(60, 172, "his seven sons until the great storm."))));
    Extracted read = PdfFile.read(file);
    assertThat(read.text().replace('\n', ' ')).contains("lived in it with all of his seven sons until the great storm.",
        "1 It burned down later.", "Year: 1901; Boats: 12; Crew: 40");
    assertThat(read.pages().at(read.text().indexOf("It burned"))).isEqualTo(1);
    assertThat(read.pages().at(read.text().indexOf("his seven"))).isEqualTo(2);
  }

  @Test
  void keepsPowersAndUnits() throws IOException {
    Words area = Words.at(60, 100, "The hall has 40 m");
    Words people = Words.at(area.end() + 7, 100, "and holds 10");
    assertThat(flowing(List.of(area, area.raised("2"), people, people.raised("3"),
        Words.at(people.end() + 7, 100, "people."), new Words(60, 700, 8, false, "2 Without the stage."))))
        .contains("The hall has 40 m² and holds 10³ people.");
  }

  @Test
  void givesNamesOnlyWhereTheyAreSure() throws IOException {
    assertThat(rows(grid(false, "Lift", "Firm", "North", "Alder", "South", "Birch", "Goods", "Cedar")))
        .containsExactly("- Lift Firm", "- North Alder", "- South Birch", "- Goods Cedar");
    assertThat(rows(grid(true, "Lift", "Firm", "North", "Alder", "South", "Birch", "Goods", "Cedar")))
        .contains("- Lift: North; Firm: Alder", "- Lift: Goods; Firm: Cedar");
    assertThat(rows(grid(false, "North", "none", "South", "12 March", "Goods", "2 April", "East", "3 May")))
        .containsExactly("- North none", "- South 12 March", "- Goods 2 April", "- East 3 May");
    assertThat(rows(grid(false, "Lift", "Load", "North", "630", "South", "", "Goods", "2500", "East", "100")))
        .contains("- Lift: South", "- Lift: Goods; Load: 2500");
  }

  @Test
  void letsATableRunOnOverThePage() throws IOException {
    WrittenPdf.placed(file, List.of(grid(true, "Lift", "Load", "North", "630", "South", "1000"),
        grid(true, "Lift", "Load", "Goods", "2500", "East", "300")));
    assertThat(PdfFile.read(file).text()).contains("- Lift: Goods; Load: 2500", "- Lift: East; Load: 300");
    WrittenPdf.placed(file, List.of(grid(true, "Lift", "Load", "North", "630", "South", "1000"),
        grid(false, "Goods", "2500", "East", "300", "West", "200")));
    assertThat(PdfFile.read(file).text()).contains("- Lift: Goods; Load: 2500", "- Lift: West; Load: 200");
  }

  @Test
  void takesNoRowForAHeading() throws IOException {
    WrittenPdf.placed(file, List.of(grid(false, "Lift", "Firm", "North", "Alder", "South", "Birch")));
    assertThat(PdfFile.read(file).blocks()).noneMatch(block -> block.kind() == Kind.HEADING);
  }

  @Test
  void readsWhatWasFilledIntoAForm() throws IOException {
    WrittenPdf.form(file);
    assertThat(PdfFile.read(file).text().lines()).contains("Application for a berth", "Home port: Vellmar",
        "Quay: Southern quay",
        "Number of the file: 17", "Remarks:");
    assertThat(PdfFile.read(file).text())
        .contains("Name of the owner: Ada Brandt", "Telephone: 555 0143", "Insured: yes",
            "Heated in winter: no", "By card: yes")
        .doesNotContain("swordfish", "Cash: yes");
  }

  @Test
  void saysThatAFormIsOfAKindThatHoldsNoPages() throws IOException {
    WrittenPdf.xfa(file);
    assertThatThrownBy(() -> PdfFile.read(file)).hasMessageContaining("XFA");
    assertThatThrownBy(() -> PdfFile.read(file))
        .satisfies(e -> assertThat(Refusal.of(e)).contains("print it to a new PDF"));
  }

  private String flowing(List<Words> page) throws IOException {
    WrittenPdf.placed(file, List.of(page));
    return PdfFile.read(file).text().replace('\n', ' ');
  }

  private List<String> rows(List<Words> page) throws IOException {
    WrittenPdf.placed(file, List.of(page));
    Extracted read = PdfFile.read(file);
    return read.blocks()
        .stream()
        .filter(block -> block.kind().row())
        .map(block -> read.text().substring(block.start(), block.end()))
        .toList();
  }

  @SafeVarargs
  private static List<Words> columns(List<String>... columns) {
    var words = new ArrayList<Words>();
    for (int line = 0; line < columns[0].size(); line++) {
      for (int column = 0; column < columns.length; column++) {
        words.add(Words.at(60 + 140 * column, 100 + 12 * line, columns[column].get(line)));
      }
    }
    return words;
  }

  /** Cells of two columns, row by row; the first may be bold. */
  private static List<Words> grid(boolean bold, String... cells) {
    var words = new ArrayList<Words>();
    for (int i = 0; i < cells.length; i++) {
      words.add(new Words(60 + 120 * (i % 2), 100 + 16 * (i / 2), 10, bold && i < 2, cells[i]));
    }
    return words;
  }
}

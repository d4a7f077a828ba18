package dev.docent.corpus.files.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTextTest {
  private static final String ENGLISH = "\nThe boats of the town and the nets are in the harbour, and the light is on.";

  @Test
  void makesPartedWordsWhole() {
    assertThat(text("The light-\nhouse is old." + ENGLISH)).startsWith("The lighthouse is old.");
    assertThat(text("A well-\nknown man.\n\nHe is well-known.")).startsWith("A well-known man.");
    assertThat(text("From 10-\n12 boats, in Skar-\nVik")).isEqualTo("From 10-12 boats, in Skar-Vik");
    assertThat(text("Ein Licht\u00AD\nschein. Das Schiff\u2010\nchen.")).isEqualTo("Ein Lichtschein. Das Schiffchen.");
  }

  @ParameterizedTest
  @CsvSource({"non,refundable", "self,service", "price,determining", "state-of-the,art", "well,kept", "twenty,five",
      "vice,chairman", "fire,proof", "long,term", "cross,border", "two,storey", "rent,free", "water,repellent"})
  void keepsTheHyphenOfAnEnglishCompound(String left, String right) {
    assertThat(text("It is a " + left + "-\n" + right + " one." + ENGLISH)).startsWith("It is a " + left + "-" + right);
  }

  @ParameterizedTest
  @CsvSource({"exam,ple", "light,house", "informa,tion", "develop,ment", "non,sense", "pre,sent", "for,mality",
      "moor,ings", "co,operation", "under,stand", "in,spection", "govern,mentally", "regis,ter", "vis,itors",
      "all,owance", "car,go", "per,mission", "ad,vantageous"})
  void makesAnEnglishWordWhole(String left, String right) {
    assertThat(text("It is a " + left + "-\n" + right + " one." + ENGLISH)).startsWith("It is a " + left + right + " ");
  }

  @ParameterizedTest
  @CsvSource({"Versiche,rung,Versicherung", "Hafen,amt,Hafenamt", "E,Mail,E-Mail", "Nord,Ostsee,Nord-Ostsee",
      "deutsch,französischen,deutsch-französischen", "zu,rück,zurück", "по,русски,по-русски", "кто,то,кто-то",
      "какой,нибудь,какой-нибудь", "из,за,из-за", "научно,технический,научно-технический", "Нью,Йорк,Нью-Йорк",
      "страхо,вание,страхование", "по,дарок,подарок", "благо,дарность,благодарность", "рабо,та,работа",
      "северо,западный,северо-западный", "социально,экономического,социально-экономического"})
  void knowsGermanAndRussianHyphens(String left, String right, String whole) {
    assertThat(text("Das ist " + left + "-\n" + right + " und so.")).isEqualTo("Das ist " + whole + " und so.");
  }

  @Test
  void followsWhatTheDocumentWritesElsewhere() {
    assertThat(text("The boat-\nhouse is new.\n\nA boathouse." + ENGLISH)).startsWith("The boathouse is new.");
    assertThat(text("The boat-\nhouse is new.\n\nA boat-house." + ENGLISH)).startsWith("The boat-house is new.");
    assertThat(text("Der Haupt-\nund der Nebeneingang")).isEqualTo("Der Haupt-\nund der Nebeneingang");
  }

  @Test
  void letsASentenceRunOnOverThePage() {
    Extracted whole = of("Boats come at dawn and", "leave at dusk.", "Nets dry.");
    assertThat(whole.text()).isEqualTo("Boats come at dawn and\nleave at dusk.\n\nNets dry.");
    assertThat(pages(whole, "Boats", "leave", "Nets")).containsExactly(1, 2, 3);
  }

  @Test
  void letsASentenceRunOnBeforeAName() {
    assertThat(
        text("The quay was paid by the city and\nthe crane was ordered from the", "Northgate firm. It was dear."))
        .isEqualTo("The quay was paid by the city and\nthe crane was ordered from the\nNorthgate firm. It was dear.");
  }

  @Test
  void leavesAPartedWordOnThePageItBeginsOn() {
    Extracted whole = of("It was an exam-", "ple of courage. Nets dry.");
    assertThat(whole.text()).isEqualTo("It was an example of courage. Nets dry.");
    assertThat(pages(whole, "example", "of courage")).containsExactly(1, 2);
  }

  @Test
  void countsPagesWithoutText() {
    Extracted whole = of("Boats come.", "", "Nets dry.");
    assertThat(pages(whole, "Boats", "Nets")).containsExactly(1, 3);
  }

  @Test
  void leavesOutWhatStandsOnEveryPage() {
    Extracted whole = of("Harbour report\n\nBoats come and\n\nPage 1 of 3", "Harbour report\n\nleave.\n\nPage 2 of 3",
        "Harbour report\n\nNets dry.\n\nPage 3 of 3");
    assertThat(whole.text()).isEqualTo("Boats come and\nleave.\n\nNets dry.");
  }

  @Test
  void leavesOutHeadsOfChaptersAndSides() {
    Extracted whole = of("Wardens 1\n\nThe first warden lived with", "2 Book of Light\n\nhis sons. They were",
        "Wardens 3\n\nseven. The coal came by", "4 Book of Light\n\nboat. It was wet. The ruin",
        "Ruin 5\n\nis closed.");
    assertThat(whole.text().replace('\n', ' ')).isEqualTo(
        "The first warden lived with his sons. They were seven. The coal came by boat. It was wet. The ruin is closed.");
  }

  @Test
  void leavesOutRomanNumbers() {
    Extracted whole = of("Boats come and\nlie in the basin by\n\ni", "day in the summer and\n\nii",
        "by night. They are red.\n\niii");
    assertThat(whole.text().replace('\n', ' '))
        .isEqualTo("Boats come and lie in the basin by day in the summer and by night. They are red.");
  }

  @Test
  void leavesOutTheHeadOfTwoPages() {
    Extracted whole = of("Harbour Authority - Annual Report\n\nThe crane was ordered with",
        "Harbour Authority - Annual Report\n\nthree others.\nIt is red.");
    assertThat(whole.text().replace('\n', ' ')).isEqualTo("The crane was ordered with three others. It is red.");
  }

  @Test
  void keepsLinesThatOnlyBeginAlike() {
    Extracted whole = of("Boats come at dawn.\nThey are red.", "Boats leave at dusk.\nThey are blue.");
    assertThat(whole.text()).contains("Boats come", "They are red.", "Boats leave", "They are blue.");
  }

  @Test
  void keepsWhatIsAllThatAPageSays() {
    Extracted whole = of("Pumps\n\nStep 1 concerns the engine.\n\n- 1 -",
        "Pumps\n\nStep 2 concerns the engine.\n\n- 2 -",
        "Pumps\n\nStep 3 concerns the engine.\n\n- 3 -", "Pumps\n\nThe bilge pump is blue.\n\n- 4 -");
    assertThat(whole.text()).isEqualTo("Step 1 concerns the engine.\n\nStep 2 concerns the engine.\n\n"
        + "Step 3 concerns the engine.\n\nThe bilge pump is blue.");
  }

  @Test
  void keepsRowsWhoseNumbersAreTheirOwn() {
    Extracted whole = of("Berth 7 is leased.\nIt costs 40 crowns.", "Berth 31 is leased.\nIt costs 12 crowns.",
        "Berth 9 is leased.\nIt costs 33 crowns.");
    assertThat(whole.text()).contains("Berth 7 is", "40 crowns", "Berth 31 is", "12 crowns", "Berth 9 is", "33 crowns");
  }

  @Test
  void makesItemsAndSteps() {
    Extracted whole = of("To moor:\n1. Slow down.\n2. Throw the line.\n\n• bring oil\n• bring rope");
    assertThat(whole.blocks()).extracting(block -> block.kind())
        .containsExactly(Kind.PARAGRAPH, Kind.STEP, Kind.STEP, Kind.LIST_ITEM, Kind.LIST_ITEM);
  }

  private static String text(String... pages) {
    return of(pages).text();
  }

  private static Extracted of(String... pages) {
    return PdfText.of(List.of(pages).stream().map(PdfTextTest::page).toList(), Map.of());
  }

  /** Lines of 10 points, 12 apart, 30 where a line is empty. */
  private static List<PdfRow> page(String lines) {
    var rows = new ArrayList<PdfRow>();
    double base = 60;
    for (String line : lines.split("\n", -1)) {
      base += line.isEmpty() ? 18 : 12;
      if (!line.isEmpty()) {
        rows.add(new PdfRow(List.of(new Chunk(line, 60, 60 + 5 * line.length(), base, 10, false, false))));
      }
    }
    return rows;
  }

  private static List<Integer> pages(Extracted whole, String... words) {
    return List.of(words).stream().map(word -> whole.pages().at(whole.text().indexOf(word))).toList();
  }
}

package dev.docent.corpus.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PdfTextTest {

  @Test
  void makesPartedWordsWhole() {
    assertThat(text("The light-\nhouse is old.")).isEqualTo("The lighthouse is old.");
    assertThat(text("A well-\nknown man.\n\nHe is well-known.")).startsWith("A well-known man.");
    assertThat(text("From 10-\n12 boats, in Skar-\nVik")).isEqualTo("From 10-\n12 boats, in Skar-\nVik");
  }

  @Test
  void letsASentenceRunOnOverThePage() {
    Extracted whole = of("Boats come at dawn and", "leave at dusk.", "Nets dry.");
    assertThat(whole.text()).isEqualTo("Boats come at dawn and\nleave at dusk.\n\nNets dry.");
    assertThat(pages(whole, "Boats", "leave", "Nets")).containsExactly(1, 2, 3);
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

  private static String text(String page) {
    return of(page).text();
  }

  private static Extracted of(String... pages) {
    return PdfText.of(List.of(pages), Map.of());
  }

  private static List<Integer> pages(Extracted whole, String... words) {
    return List.of(words).stream().map(word -> whole.pages().at(whole.text().indexOf(word))).toList();
  }
}

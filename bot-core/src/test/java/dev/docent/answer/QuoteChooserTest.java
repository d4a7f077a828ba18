package dev.docent.answer;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteChooserTest {
  private static final Segment OFFICE = segment("office.md",
      "The office is in Berlin. It opens at nine\nand closes at six. Dogs are welcome on Fridays.");

  @Test
  void choosesTheSentenceThatSharesMostWithTheClaim() {
    var view = new InMemoryIndexView(OFFICE);
    assertThat(QuoteChooser.choose("Opening is at nine, closing at six: it opens early.", OFFICE, view))
        .isEqualTo("It opens at nine\nand closes at six.");
  }

  @Test
  void prefersRareTermsToFrequentOnes() {
    var view = new InMemoryIndexView(OFFICE, segment("a.md", "The office."), segment("b.md", "The Berlin office."));
    assertThat(QuoteChooser.choose("Dogs office", OFFICE, view)).isEqualTo("Dogs are welcome on Fridays.");
  }

  @Test
  void quotesTheBodyAndNotTheHeading() {
    var headed = new Segment("h.md", "H", 0, List.of("Dogs"), "# Dogs\n\nThey are welcome.", 8, 0, 1,
        Language.ENGLISH);
    assertThat(QuoteChooser.choose("Dogs are nice.", headed, new InMemoryIndexView(headed)))
        .isEqualTo("They are welcome.");
  }

  @Test
  void givesTheFirstSentenceWhenNothingIsShared() {
    assertThat(QuoteChooser.choose("Кошки", OFFICE, new InMemoryIndexView(OFFICE)))
        .isEqualTo("The office is in Berlin.");
  }
}

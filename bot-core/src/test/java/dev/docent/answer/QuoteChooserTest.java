package dev.docent.answer;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Block;
import dev.docent.corpus.Language;
import dev.docent.corpus.Pages;
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

  @Test
  void holdsTheFigureThatTheClaimNames() {
    Segment fees = segment("fees.md",
        "Members of the club pay for the boat by the day, and guests pay for it too. A day is 18 euro.");
    assertThat(QuoteChooser.choose("Members pay 18 euro for the boat.", fees, new InMemoryIndexView(fees)))
        .contains("18 euro");
  }

  @Test
  void takesTwoSentencesWhereEachHoldsAFactOfTheClaim() {
    Segment team = segment("team.md", "Work began in 1998. It was led by a woman called Ann Sorrel. Rain fell.");
    assertThat(QuoteChooser.choose("Under its head Sorrel the work began in 1998", team, new InMemoryIndexView(team)))
        .isEqualTo("Work began in 1998. It was led by a woman called Ann Sorrel.");
  }

  @Test
  void takesAnItemAsAWhole() {
    String text = "Bring with you:\n\n- a jacket. One for each\n- the key. It hangs in the shed";
    var list = new Segment("l.md", "L", 0, List.of(), text, 0, 0, 1, Pages.NONE,
        List.of(new Block(Block.Kind.PARAGRAPH, 0, 0, 15), new Block(Block.Kind.LIST_ITEM, 0, 17, 41),
            new Block(Block.Kind.LIST_ITEM, 0, 42, text.length())),
        Language.ENGLISH);
    assertThat(QuoteChooser.choose("The key hangs there.", list, new InMemoryIndexView(list)))
        .isEqualTo("- the key. It hangs in the shed");
  }

  @Test
  void whatIsShownOutOfItsPlaceBringsWhatItLeadsTo() {
    String text = "You must bring with you:\n\n- a life jacket\n- the key of the shed";
    var list = new Segment("l.md", "L", 0, List.of(), text, 0, 0, 1, Pages.NONE,
        List.of(new Block(Block.Kind.PARAGRAPH, 0, 0, 24), new Block(Block.Kind.LIST_ITEM, 0, 26, 41),
            new Block(Block.Kind.LIST_ITEM, 0, 42, text.length())),
        Language.ENGLISH);
    assertThat(QuoteChooser.telling("parking", list, new InMemoryIndexView(list)).of(text)).isEqualTo(text);
  }

  @Test
  void anAnswerOfOneWordIsShownWithTheSentenceAfterIt() {
    Segment dogs = segment("dogs.md", "No. Dogs stay ashore, for the boats have no railing. Cats may come on board.");
    assertThat(QuoteChooser.telling("parking", dogs, new InMemoryIndexView(dogs)).of(dogs.text()))
        .isEqualTo("No. Dogs stay ashore, for the boats have no railing.");
  }
}

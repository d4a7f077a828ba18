package dev.docent.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void countsThePagesBeforeAPlace() {
    var pages = new Pages(1, List.of(10, 10, 20));
    assertThat(List.of(0, 9, 10, 19, 20, 99)).map(pages::at).containsExactly(1, 1, 3, 3, 4, 4);
    assertThat(Pages.NONE.at(5)).isZero();
  }

  @Test
  void countsFromTheStartOfAPart() {
    var pages = new Pages(1, List.of(10, 20, 30));
    String text = "-".repeat(40);
    assertThat(pages.within(10, 25, text)).isEqualTo(new Pages(2, List.of(10)));
    assertThat(Pages.NONE.within(10, 25, text)).isEqualTo(Pages.NONE);
  }

  @Test
  void countsTheRowsOfSheets() {
    String text = "Fish\n\n- a\n- b\n- d\nNets\n\n- x";
    int d = text.indexOf("- d");
    int nets = text.indexOf("Nets");
    int x = text.indexOf("- x");
    var pages = new Pages(1, List.of(nets), List.of(new Pages.Row(6, 2), new Pages.Row(d, 7), new Pages.Row(nets, 0),
        new Pages.Row(x, 1)));
    assertThat(List.of(0, 6, 11, d, nets, x)).map(at -> pages.rowAt(at, text)).containsExactly(0, 2, 3, 7, 0, 1);
    Pages part = pages.within(10, nets + 2, text);
    String cut = text.substring(10, nets + 2);
    assertThat(List.of(0, d - 10, nets - 10)).map(at -> part.rowAt(at, cut)).containsExactly(3, 7, 0);
  }

  @Test
  void namesOnlyTheHeadingsOfATextThatFlows() {
    String text = "Boats come.";
    var document = new Document("a.docx", "a", Language.ENGLISH, text,
        List.of(new Block(Kind.PARAGRAPH, 0, 0, text.length())), Pages.FLOWING, "");
    Segment segment = new Splitter().split(document).getFirst();
    assertThat(segment.locate(0, 5)).isEqualTo(new Locator.Heading(List.of()));
  }

  @Test
  void refusesWhatCantBe() {
    assertThatThrownBy(() -> new Pages(1, List.of(5, 4))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pages(0, List.of(5))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void locatesAQuoteOnThePageItBeginsOn() {
    String text = "Boats come at dawn and they\nleave at dusk.\n\nNets dry.";
    int second = text.indexOf("leave");
    int third = text.indexOf("Nets");
    var blocks = List.of(new Block(Kind.PARAGRAPH, 0, 0, third - 2),
        new Block(Kind.PARAGRAPH, 0, third, text.length()));
    var document = new Document("a.pdf", "a", Language.ENGLISH, text, blocks, new Pages(1, List.of(second, third)), "");
    Segment segment = new Splitter().split(document).getFirst();
    assertThat(segment.locate(0, third - 2)).isEqualTo(new Locator.Page(1, List.of()));
    assertThat(segment.locate(second, second + 5)).isEqualTo(new Locator.Page(2, List.of()));
    assertThat(segment.locate(third, third + 4)).isEqualTo(new Locator.Page(3, List.of()));
  }
}

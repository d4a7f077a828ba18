package dev.docent.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Part;
import dev.docent.corpus.Locator;
import dev.docent.corpus.TextRange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartTextTest {
  private static final List<Integer> ONE = List.of(1);

  private final StringWriter shown = new StringWriter();

  @Test
  void wordsWrapBetweenWordsAndNeverInside() {
    show(24, prose("The keys of the boathouse hang in the blue cabinet beside the printer."));
    assertThat(shown.toString().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(24))
        .containsExactly("“The keys of the", "boathouse hang in the", "blue cabinet beside the", "printer.” [1]");
  }

  @Test
  void aLongerWordThanALineStandsOnALineOfItsOwn() {
    show(20, prose("See https://example.org/a/very/long/address/indeed for more."));
    assertThat(shown.toString().lines()).containsExactly("“See", "https://example.org/a/very/long/address/indeed",
        "for more.” [1]");
  }

  @Test
  void wideLettersCountTwiceAndMayBeParted() {
    show(12, prose("钥匙挂在打印机旁边的柜子里"));
    assertThat(shown.toString().lines()).allSatisfy(line -> assertThat(WordWrap.columns(line)).isLessThanOrEqualTo(12));
    assertThat(shown.toString().replace("\n", "")).startsWith("“钥匙挂在打印机旁边的柜子里”");
  }

  @Test
  void aListHasItsItemsBelowItsLeadIn() {
    show(80, prose("Only these can't be referred:"),
        new Part(Part.Kind.LIST, "- who applied before\n  - in six months\n- contractors", List.of(), ONE));
    assertThat(shown.toString().lines()).containsExactly("Only these can't be referred: [1]", "  • who applied before",
        "    • in six months", "  • contractors");
  }

  @Test
  void stepsKeepTheirNumbersAndHangBelowThem() {
    show(20, new Part(Part.Kind.STEPS, "1. Open the window first\n2. Then the door", List.of(), ONE));
    assertThat(shown.toString().lines()).containsExactly("  1. Open the window", "     first",
        "  2. Then the door", "     [1]");
  }

  @Test
  void codeStandsAsItIs() {
    show(10, prose("Run:"), new Part(Part.Kind.CODE, "sudo ufw   allow depot\n  --now", List.of(), ONE));
    assertThat(shown.toString().lines()).containsExactly("Run: [1]", "    sudo ufw   allow depot", "      --now");
  }

  @Test
  void rowsThatSayTheirNamesStandInColumns() {
    show(80, new Part(Part.Kind.TABLE, "Grade; Employer\n- Grade: 11 - 12; Employer: 7 % matched", List.of(), ONE));
    assertThat(shown.toString().lines()).containsExactly("  Grade    Employer", "  11 - 12  7 % matched [1]");
  }

  @Test
  void rowsThatDontFitAreShownAsTheyAre() {
    show(16, new Part(Part.Kind.TABLE, "Grade; Employer\n- Grade: 11 - 12; Employer: 7 % matched", List.of(), ONE));
    assertThat(shown.toString()).contains("Grade: 11 -").doesNotContain("11 - 12  7");
  }

  @Test
  void whatIsLeftOutIsCountedWithItsPlace() {
    show(80, new Part(Part.Kind.LIST, "- a net\n- a rope", List.of(), ONE,
        new Part.More(14, new Locator.Lines(40, 53, List.of()))));
    assertThat(shown.toString().lines()).endsWith("  … 14 more, lines 40-53");
  }

  @Test
  void marksAreBoldWhereATerminalShowsThemAndNothingElsewhere() {
    var marked = new Part(Part.Kind.PROSE, "Open at nine.", List.of(new TextRange(8, 12)), ONE);
    new PartText(new PrintWriter(shown), screen(80, Style.ANSI)).show(List.of(marked));
    assertThat(shown.toString()).startsWith("“Open at \033[1mnine\033[22m.” [1]");
  }

  private void show(int width, Part... parts) {
    var text = new PartText(new PrintWriter(shown), screen(width, Style.PLAIN));
    text.show(List.of(parts));
    text.end();
  }

  private static Screen screen(int width, Style style) {
    return new Screen(new PrintWriter(new StringWriter()), true, style, false, () -> width);
  }

  private static Part prose(String text) {
    return new Part(Part.Kind.PROSE, text, List.of(), ONE);
  }
}

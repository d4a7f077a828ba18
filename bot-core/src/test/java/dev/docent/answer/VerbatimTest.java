package dev.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.TextRange;
import org.junit.jupiter.api.Test;

class VerbatimTest {

  @Test
  void findsWordsAcrossLineBreaksAndTellsTheirPlace() {
    String text = "\uFEFFThe office\n   opens\u00A0at nine.";
    Verbatim verbatim = Verbatim.of(text);
    TextRange range = verbatim.find("office opens at nine.", 0).orElseThrow();
    assertThat(text.substring(range.start(), range.end())).isEqualTo("office\n   opens\u00A0at nine.");
    assertThat(verbatim.words(range)).isEqualTo("office opens at nine.");
  }

  @Test
  void ignoresCharactersWithoutWidthOnBothSides() {
    assertThat(Verbatim.of("Donau\u00ADdampf\u200Bschiff").holds("Donaudampfschiff")).isTrue();
    assertThat(Verbatim.of("Donaudampfschiff").holds("\uFEFFDonau\u00ADdampfschiff")).isTrue();
  }

  @Test
  void findsAQuoteAcrossFormsAndGivesTheOriginalBack() {
    String original = java.text.Normalizer.normalize("Die B\u00E4cke\u00ADrei \u00F6ffnet. \uC5F4\uC1E0\uB294",
        java.text.Normalizer.Form.NFD);
    Verbatim verbatim = Verbatim.of(original);
    TextRange range = verbatim.find("B\u00E4ckerei \u00F6ffnet.", 0).orElseThrow();
    assertThat(original.substring(range.start(), range.end())).isEqualTo("Ba\u0308cke\u00ADrei o\u0308ffnet.");
    assertThat(verbatim.find("\uC5F4\uC1E0", range.end())).isPresent();
    assertThat(verbatim.holds("Backerei")).isFalse();
  }

  @Test
  void findsNothingForWordsThatShowNothing() {
    assertThat(Verbatim.of("text").holds(" \n\u200B")).isFalse();
    assertThat(Verbatim.of("").holds("text")).isFalse();
    assertThat(Verbatim.of(" \uFEFF ").holds("text")).isFalse();
  }

  @Test
  void tellsWordsApartFromTheSameLettersInOne() {
    Verbatim verbatim = Verbatim.of(" they came to gether");
    assertThat(verbatim.holds("together")).isFalse();
    assertThat(verbatim.find("they", 0)).contains(new TextRange(1, 5));
    assertThat(verbatim.original()).isEqualTo(" they came to gether");
  }

  @Test
  void looksFromAPlaceOn() {
    Verbatim verbatim = Verbatim.of("one two one");
    assertThat(verbatim.find("one", 1)).contains(new TextRange(8, 11));
    assertThat(verbatim.find("one", 9)).isEmpty();
    assertThat(verbatim.find("one", 99)).isEmpty();
  }

  @Test
  void startsWithTheFirstOfSeveralLettersThatStandAtOnePlace() {
    Verbatim verbatim = Verbatim.of("\uFB01ne \uFB03x");
    assertThat(verbatim.find("fine", 0)).contains(new TextRange(0, 3));
    assertThat(verbatim.find("ffix", 4)).contains(new TextRange(4, 6));
    assertThat(Verbatim.of("\uFB03x").find("ffix", 0)).contains(new TextRange(0, 2));
    assertThat(Verbatim.of("a \uFB03").find("ffi", 2)).contains(new TextRange(2, 3));
    assertThat(Verbatim.of("abc\uFB03").find("ffi", 3)).contains(new TextRange(3, 4));
  }

  @Test
  void keepsLettersOutsideOfTheBasicPlane() {
    Verbatim verbatim = Verbatim.of("a 𝔅 b");
    assertThat(verbatim.find("𝔅", 0).map(verbatim::words)).contains("𝔅");
  }
}

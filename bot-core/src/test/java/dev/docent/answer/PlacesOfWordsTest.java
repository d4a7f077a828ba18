package dev.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.TextRange;
import org.junit.jupiter.api.Test;

class PlacesOfWordsTest {

  @Test
  void wordsAreFoundFromAPlaceOn() {
    Verbatim text = Verbatim.of("two,    two, two");
    assertThat(text.find("two", 0)).contains(new TextRange(0, 3));
    assertThat(text.find("two", 5)).contains(new TextRange(8, 11));
    assertThat(text.find("two", 8)).contains(new TextRange(8, 11));
    assertThat(text.find("two", 9)).contains(new TextRange(13, 16));
    assertThat(text.find("two", 14)).isEmpty();
    assertThat(text.find("two", 99)).isEmpty();
  }

  @Test
  void aCharacterThatIsSeveralInItsNormalFormIsFoundFromItsPlace() {
    assertThat(Verbatim.of("\u0958y").find("\u0958y", 0)).contains(new TextRange(0, 2));
    assertThat(Verbatim.of("xy\u0958z").find("\u0958z", 2)).contains(new TextRange(2, 4));
  }

  @Test
  void aSpaceBetweenWordsMustBeThere() {
    assertThat(Verbatim.of("the rapist").holds("therapist")).isFalse();
    assertThat(Verbatim.of("therapist").holds("the rapist")).isFalse();
    assertThat(Verbatim.of("  the \n rapist").holds(" the rapist ")).isTrue();
  }
}

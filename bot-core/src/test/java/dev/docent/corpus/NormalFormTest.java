package dev.docent.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bäckerei", "예비 열쇠", "Ёлка", "café", "Việt Nam", "が行", "Å𝔅"})
  void isTheSameForAnAccentInItsLetterAndBesideIt(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(NormalForm.text(apart)).isEqualTo(NormalForm.text(text))
        .isEqualTo(
            Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  @Test
  void leavesOutWhatShowsNothing() {
    assertThat(NormalForm.text("Сти\u00ADраль\u200Bные\u2060 \uFEFFма\u200Dши\u200Cны\u200E"))
        .isEqualTo("Стиральные машины");
  }

  @Test
  void readsLettersOfAnotherShapeAsThemselves() {
    assertThat(NormalForm.text("ﬁnal ｆｕｌｌ ｶﾞｽ ﻻ")).isEqualTo("final full ガス لا");
  }

  @Test
  void makesNoOtherNumberOfAPower() {
    assertThat(NormalForm.text("10² m № 5 ½")).isEqualTo("10² m № 5 ½");
  }

  @Test
  void knowsWhereEachCharacterStands() {
    String original = "a\u0301\u00ADb\uFB01 한";
    NormalForm form = NormalForm.of(Normalizer.normalize(original, Normalizer.Form.NFD));
    assertThat(form.text()).isEqualTo("ábfi 한");
    assertThat(form.start(0)).isZero();
    assertThat(form.end(0)).isEqualTo(2);
    assertThat(form.start(1)).isEqualTo(3);
    assertThat(form.start(2)).isEqualTo(4);
    assertThat(form.start(3)).isEqualTo(4);
    assertThat(form.end(3)).isEqualTo(5);
    assertThat(form.start(5)).isEqualTo(6);
    assertThat(form.end(5)).isEqualTo(9);
    assertThat(form.start(6)).isEqualTo(9);
  }

  @Test
  void isTheTextItselfWhereThereIsNothingToDo() {
    String text = "Plain words, naïve Größe, и русские.";
    assertThat(NormalForm.of(text).text()).isSameAs(text);
    assertThat(NormalForm.of(text).end(3)).isEqualTo(4);
  }
}

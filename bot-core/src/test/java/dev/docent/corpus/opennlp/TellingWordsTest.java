package dev.docent.corpus.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingWordsTest {

  @Test
  void tellEnglishAndRussian() {
    assertThat(TellingWords.language(
        "The old harbour was built by fishermen who came down the river every spring with their nets."))
        .contains(Language.ENGLISH);
    assertThat(TellingWords.language(
        "Когда построили порт, его знали только рыбаки, которые спускались по реке, чтобы продать улов."))
        .contains(Language.RUSSIAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      // Danish, Dutch, German, Ukrainian, Bulgarian, Serbian
      "Den gamle havn blev bygget af fiskere, som hvert forår kom ned ad floden og havde deres net med til byen.",
      "De oude haven werd gebouwd door vissers die elke lente met hun netten de rivier af kwamen, of dat zegt men.",
      "Der alte Hafen wurde von Fischern gebaut, und das war der Ort, den sie von da an für den Markt nutzten.",
      "Старий порт збудували рибалки, які щовесни спускалися річкою зі своїми сітками, щоб їх продати на ринку.",
      "Старото пристанище е построено от рибари, които всяка пролет слизали по реката, за да продадат рибата си.",
      "Стару луку су саградили рибари који су сваког пролећа силазили низ реку са својим мрежама, јер је било хладно.",
      // Too little of it
      "Ключи от лодки у Анны.", "The gate code is 4711.", "1933 — 1975: 42 %", ""})
  void tellNothingOfTheirNeighboursAndOfTooLittle(String text) {
    assertThat(TellingWords.language(text)).isEmpty();
  }

  @Test
  void aQuotationInALongTextDoesNotTell() {
    String german = "Der alte Hafen wurde von Fischern gebaut, die jedes Jahr mit ihren Netzen kamen. ".repeat(6);
    assertThat(TellingWords.language(german + "“This is the end of the line, and that was by design.”")).isEmpty();
  }
}

package dev.docent.corpus.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenNlpLanguageDetectorIT {
  private static final Set<Language> ALL = EnumSet.complementOf(EnumSet.of(Language.OTHER));
  private static final OpenNlpLanguageDetector DETECTOR = new OpenNlpLanguageDetector();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ENGLISH | The old harbour was built by fishermen who came down the river every spring with their nets.
      RUSSIAN | Старый порт построили рыбаки, которые каждую весну спускались по реке со своими сетями.
      GERMAN | Der alte Hafen wurde von Fischern gebaut, die jedes Frühjahr mit ihren Netzen den Fluss herunterkamen.
      FRENCH | Le vieux port a été construit par des pêcheurs qui descendaient la rivière chaque printemps.
      SPANISH | El viejo puerto fue construido por pescadores que bajaban por el río cada primavera con sus redes.
      ITALIAN | Il vecchio porto fu costruito dai pescatori che scendevano lungo il fiume ogni primavera.
      PORTUGUESE | O velho porto foi construído por pescadores que desciam o rio todas as primaveras com suas redes.
      TURKISH | Eski liman, her ilkbaharda ağlarıyla birlikte nehirden aşağı inen balıkçılar tarafından yapıldı.
      ARABIC | بنى الميناء القديم صيادون كانوا ينزلون مع النهر كل ربيع ومعهم شباكهم.
      CHINESE | 这个旧港口是渔民建造的,他们每年春天带着渔网沿河而下。
      JAPANESE | この古い港は、毎年春に網を持って川を下ってきた漁師たちによって作られました。
      KOREAN | 오래된 항구는 매년 봄 그물을 들고 강을 따라 내려온 어부들이 지었습니다.
      """)
  void tellsTheTwelveLanguages(Language language, String text) {
    assertThat(DETECTOR.detect(text, ALL)).isEqualTo(language);
  }

  @Test
  void saysOtherOfALongTextInALanguageThatIsNoneOfOurs() {
    String ukrainian = "Старий порт збудували рибалки, які щовесни спускалися річкою зі своїми сітками. Вони жили в "
        + "маленьких хатинах біля берега, сушили рибу на сонці та їздили з нею на ярмарок. Їхні діти вчилися плавати "
        + "раніше, ніж ходити, а найстарші з них пам'ятали ще ту зиму, коли річка замерзла до самого дна.";
    String finnish = "Vanhan sataman rakensivat kalastajat, jotka tulivat joka kevät jokea alas verkkoineen. He asuivat "
        + "pienissä mökeissä rannan lähellä, kuivasivat kalaa auringossa ja veivät sitä markkinoille. Heidän lapsensa "
        + "oppivat uimaan ennen kuin kävelemään, ja vanhimmat muistivat talven, jolloin joki jäätyi pohjaan asti.";
    assertThat(DETECTOR.detect(ukrainian, ALL)).isEqualTo(Language.OTHER);
    assertThat(DETECTOR.detect(finnish, ALL)).isEqualTo(Language.OTHER);
  }

  @Test
  void answersOnlyFromTheCandidates() {
    assertThat(DETECTOR.detect("The harbour is old.", EnumSet.of(Language.RUSSIAN))).isIn(Language.RUSSIAN,
        Language.OTHER);
    assertThat(DETECTOR.detect("The harbour is old.", Set.of())).isEqualTo(Language.OTHER);
  }

  @Test
  void isNotLedAstrayByCodesBetweenTheWords() {
    var list = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      list.append("Записка номер ")
          .append(i)
          .append(" о лодках ")
          .append(Integer.toString(i * 7919, 36))
          .append(".\n\n");
    }
    assertThat(DETECTOR.detect(list.toString(), ALL)).isEqualTo(Language.RUSSIAN);
  }

  @Test
  void saysOtherOfTextWithoutLetters() {
    assertThat(DETECTOR.detect("1933 — 1975: 42 %", ALL)).isEqualTo(Language.OTHER);
    assertThat(DETECTOR.detect("", ALL)).isEqualTo(Language.OTHER);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ENGLISH | The wifi password is on the fridge.
      ENGLISH | Anna keeps the keys of the boat house.
      ENGLISH | The gate code is 4711.
      RUSSIAN | Ключи от лодки у Анны.
      GERMAN | Anna hat die Schlüssel zum Bootshaus.
      """)
  void tellsAShortNote(Language language, String text) {
    assertThat(DETECTOR.detect(text, ALL)).isEqualTo(language);
  }
}

package dev.docent.answer.claim;

import dev.docent.answer.Draft;
import dev.docent.answer.SpanReader;
import dev.docent.answer.Verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimSupportTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The fee is 1,000 euros.                       | The fee is 1000 euros.
      The fee is 1000 euros.                        | The fee is 1.000 euros.
      The rate is 3.5 percent.                      | Der Satz: rate 3,5 percent.
      It was built on 4 March 1933.                 | Built: 1933-03-04
      There are 3 rooms.                            | There are three rooms.
      There are three rooms.                        | Rooms: 3
      The notice is twenty-five days.               | The notice is 25 days.
      Bullitt's staff was small.                    | The staff of Bullitt was small.
      The American envoy stayed.                    | The envoy of America stayed.
      They met the USA envoy.                       | They met the envoy of the United States of America.
      They met Mueller and Zoë there.               | They met Mueller and Zoe there.
      Employees may work from home.                 | Employees may work from home, but not on Mondays.
      Smoking is not allowed.                       | Smoking is prohibited.
      The term is 30 days.                          | The term is not more than 30 days.
      It says “dogs may come” there.                | It is written: dogs may come on Fridays.
      Construction ended early.                     | They ended the works early.
      In May the envoy met Lund.                    | The envoy met Lund in May.
      The first envoy to Moscow was William Bullitt. | William Bullitt was the first envoy to Moscow, named by Roosevelt.
      Lund runs the office.                         | Lund (whom Berg and Holm hired) runs the office.
      Read http://docs.example/a for it.            | Read http://docs.example/a for it all.
      Посол Буллит прибыл в 1933.                   | Ambassador Bullitt arrived in 1933.
      """)
  void letsThroughWhatThePassageCarries(String claim, String passage) {
    assertThat(objection(claim, passage)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The fee is 2,000 euros.                       | The fee is 1000 euros.                     | number 2,000
      The fee is 10 euros.                          | The fee is 1000 euros.                     | number 10
      The rate is 35 percent.                       | The rate is 3.5 percent.                   | number 35
      There are four rooms.                         | There are three rooms.                     | number four
      The notice is thirty days.                    | The notice is 60 days.                     | number thirty
      The envoy was Joseph Davies.                  | The envoy was William Bullitt.             | name Joseph
      William Davies was the envoy.                 | The envoy was William Bullitt.             | name Davies
      The chief of Globex is Ann Lee.               | The chief is Ann Lee.                      | name Globex
      It was built in May.                          | It was built in June.                      | name May
      The office is open on Sundays.                | The office is not open on Sundays.         | says yes
      The office isn't open on Sundays.             | The office is open on Sundays.             | says yes
      It says “cats may come too” there.            | It says dogs may come.                     | quotes words
      It says "cats may come too" there.            | It says dogs may come.                     | quotes words
      Mr Lund paid Mrs Berg the whole deposit.      | Mrs Berg paid Mr Lund the whole deposit.   | says
      The lease of Room 4 costs more than Room 9.   | The lease of Room 9 costs more than Room 4. | says
      The path to the lake is five miles long.      | The path to the lake is five km long.      | another unit
      The debt has grown to 3 billion dollars.      | The debt has grown to 3 million dollars.   | another unit
      Prices in the town rose last winter.          | Prices in the town fell last winter.       | says
      Pay the rent after the first of the month.    | Pay the rent before the first of the month. | says
      Read more at http://evil.example/x of it.     | Read more of it in the handbook.           | links to
      See ![a](x.png) in the handbook.              | See the handbook.                          | links to
      It is not true that dogs may come on Fridays. | Dogs may come on Fridays.                  | says yes
      """)
  void objectsToWhatThePassageDoesNotCarry(String claim, String passage, String reason) {
    assertThat(objection(claim, passage)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      RUSSIAN | Офис открыт в воскресенье.       | Офис не открыт в воскресенье.
      GERMAN  | Das Büro ist sonntags offen.     | Das Büro ist sonntags nicht offen.
      FRENCH  | Le bureau est ouvert dimanche.   | Le bureau n'est pas ouvert dimanche.
      SPANISH | La oficina abre los domingos.    | La oficina no abre los domingos.
      """)
  void tellsNoFromYesInOtherLanguages(Language language, String claim, String passage) {
    assertThat(objection(claim, segment(passage, language))).contains("says yes");
    assertThat(objection(passage, segment(passage, language))).isEmpty();
  }

  private static final String ENVOY = "In 1933 William Bullitt was appointed the first ambassador of the United States to "
      + "Moscow, while Alexander Troyanovsky went to Washington for the Soviet Union.";

  @ParameterizedTest
  @ValueSource(strings = {"Der erste Botschafter der Vereinigten Staaten in Moskau war William Bullitt.",
      "Botschafter William Bullitt wurde 1933 ernannt.", "Der erste US-Botschafter in Moskau war William Bullitt.",
      "Le premier ambassadeur des États-Unis à Moscou était William Bullitt.",
      "El primer embajador de los Estados Unidos en Moscú fue William Bullitt.",
      "Il primo ambasciatore degli Stati Uniti a Mosca è stato William Bullitt.",
      "Первым послом США в Москве стал Уильям Буллит."})
  void letsThroughAnAnswerInTheLanguageOfTheQuestion(String claim) {
    assertThat(objection(claim, ENVOY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Der erste Botschafter in Moskau war Joseph Davies.                       | name Davies
      Le premier ambassadeur des États-Unis à Berlin était William Bullitt.    | name Berlin
      El primer embajador de Francia en Moscú fue William Bullitt.             | name Francia
      Der erste Botschafter der Vereinigten Staaten wurde 1934 ernannt.        | number 1934
      """)
  void objectsToAnInventionInTheLanguageOfTheQuestion(String claim, String reason) {
    assertThat(objection(claim, ENVOY)).contains(reason);
  }

  private static String objection(String claim, String passage) {
    return objection(claim, segment(passage, Language.ENGLISH));
  }

  private static String objection(String claim, Segment segment) {
    var document = Verbatim.of(segment.text());
    return new ClaimSupport(new InMemoryIndexView(segment), SpanReader.NONE, "")
        .objection(claim, List.of(new Draft.Support(segment, segment.text())), document::holds)
        .orElse("");
  }

  private static Segment segment(String text, Language language) {
    return new Segment("d.md", "notes", 0, List.of(), text, 0, 0, 1, language);
  }
}

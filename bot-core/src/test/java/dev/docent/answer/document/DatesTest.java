package dev.docent.answer.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"Inspected on 2025-11-16 by the county.; 2025-11-16",
      "Built on 16 November 2025 in a hurry.; 16 November 2025", "Signed on November 16, 1933.; November 16, 1933",
      "Dated 16.11.2025.; 16.11.2025", "In 1933 the mill burned.; 1933", "The meeting is at 10/12/24.; 10/12/24",
      "They met on 11/16/1933.; 11/16/1933", "Opened on 3 May.; 3 May", "It closed on Nov 5, 2021.; Nov 5, 2021",
      "On 5 Sept. 2021 it opened.; 5 Sept. 2021", "On the 3rd of May 1950 it rained.; 3rd of May 1950",
      "The panic of the 1930s.; 1930s", "We meet in March.; March", "Since November 2025 all is well.; November 2025",
      "The 1933 treaty holds.; 1933", "In 1933 ships sailed.; 1933", "Founded 1850 (rebuilt).; 1850",
      "The year 1850 is far.; 1850", "He lived in the 18th century.; 18th century", "We meet on Friday.; Friday",
      "The report: 1933 was dry.; 1933"})
  void findsWholeDates(String text, String date) {
    assertThat(Dates.in(text, Language.ENGLISH)).containsExactly(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The release is version 1.2.3 of it.", "Get version 1.12.24 now.",
      "Call 030 1234 5678 or +49 30 1933 2025.", "It costs 1999 crowns, or $2,025.50, or €2025.",
      "A box holds 1850 screws.", "It listens on 192.168.10.12 and port 2020.", "They march along; May leads.",
      "The ratio is 10/12.", "Room 1807 is upstairs.", "Order 2023-44871, part 12-34-5678.",
      "The fund holds 2020.5 shares.", "ISO 9001 and RFC 1918 apply.", "The road is 1500 metres long.",
      "About 2000 people came."})
  void otherNumbersAreNone(String text) {
    assertThat(Dates.in(text, Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"GERMAN; Am 3. Oktober 1990 war es kalt.; 3. Oktober 1990",
      "GERMAN; Seit 1933 steht sie.; 1933", "RUSSIAN; Построен 16 ноября 1933 года.; 16 ноября 1933",
      "RUSSIAN; Это было в 1933 году.; 1933", "FRENCH; Signé le 16 novembre 1933 à Paris.; 16 novembre 1933",
      "SPANISH; Firmado el 16 de noviembre de 1933.; 16 de noviembre de 1933"})
  void findsThemInOtherLanguages(Language language, String text, String date) {
    assertThat(Dates.in(text, language)).containsExactly(date);
  }
}

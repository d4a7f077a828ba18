package dev.docent.corpus.files.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetNumbersTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"4006381333931 | 0 | General | 4006381333931",
      "12345678901 | 0 | General | 12345678901", "4006381333931 | 11 | 0.00E+00 | 4006381333931",
      "0.30000000000000004 | 0 | General | 0.3", "1234567890123.5 | 0 | General | 1234567890123.5",
      "0.00000000012 | 0 | General | 0.00000000012", "0.125 | 10 | 0.00% | 12.50%", "1234.5 | 4 | #,##0.00 | 1,234.50",
      "12 | 164 | #,##0.00 \"€\" | 12.00 €", "9.5 | 165 | [$£-809]#,##0.00 | £9.50", "7 | 1 | 0 | 7",
      "-4006381333931 | 0 | General | -4006381333931"})
  void showsNumbersWithAllTheirDigits(double value, int index, String format, String shown) {
    assertThat(new SheetNumbers(false).text(value, index, format)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"45356 | 14 | m/d/yy | 2024-03-05", "45356 | 164 | dd/mm/yyyy;@ | 2024-03-05",
      "45356.75 | 22 | m/d/yy h:mm | 2024-03-05 18:00",
      "45356.7504398148 | 164 | yyyy\\-mm\\-dd hh:mm:ss | 2024-03-05 18:00:38",
      "45356 | 165 | [$-407]d. mmmm yyyy | 2024-03-05", "45356 | 17 | mmm-yy | 2024-03", "45356 | 166 | yyyy | 2024",
      "0.3125 | 20 | h:mm | 07:30", "0.8125 | 18 | h:mm AM/PM | 19:30", "1.25 | 46 | [h]:mm:ss | 30:00:00",
      "45356.75 | 14 | m/d/yy | 2024-03-05"})
  void showsDaysAndHoursInOneWay(double value, int index, String format, String shown) {
    assertThat(new SheetNumbers(false).text(value, index, format)).isEqualTo(shown);
  }
}

package dev.docent.corpus.files.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of sheets as text that can be read in one way only: days as {@code 2024-03-05}, whole numbers with all their
 * digits; what is left as the sheet shows it. Not safe for use by several threads.
 */
final class SheetNumbers {
  private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d(?:[.,]\\d+)?E[+-]?\\d+");
  /** What of a format isn't about days or hours. */
  private static final Pattern SAID = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]|;.*");
  private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+]");
  private static final Pattern HALF_OF_DAY = Pattern.compile("am/pm|a/p");
  /** Whole numbers beyond it may not be whole in a sheet. */
  private static final double EXACT = 1e15;

  /** What a sheet shows by its exponent, and POI cuts off. */
  private static final double SMALL = 1e-4;

  private final DataFormatter formatter = new DataFormatter(Locale.US);
  private final boolean from1904;

  /** @param from1904 whether the workbook counts days from 1904 on */
  SheetNumbers(boolean from1904) {
    this.from1904 = from1904;
  }

  /** @param index the number of the format, which counts if it is one that programs know */
  String text(double value, int index, String format) {
    if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
      return day(value, index, format);
    }
    String shown = formatter.formatRawCellContents(value, index, format, from1904).strip();
    if (value != 0 && Math.abs(value) < SMALL && format.equals("General")) {
      return digits(value);
    }
    if (SCIENTIFIC.matcher(shown).matches()) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
      boolean meant = format.toUpperCase(Locale.ROOT).contains("E+") || format.toUpperCase(Locale.ROOT).contains("E-");
      return whole || !meant ? digits(value) : shown;
    }
    return shown;
  }

  static boolean scientific(String shown) {
    return SCIENTIFIC.matcher(shown).matches();
  }

  static String digits(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private String day(double value, int index, String format) {
    String parts = HALF_OF_DAY.matcher(SAID.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("")).replaceAll("h");
    boolean elapsed = ELAPSED.matcher(parts).find();
    boolean hours = parts.indexOf('h') >= 0 || parts.indexOf('s') >= 0;
    boolean years = parts.indexOf('y') >= 0;
    boolean days = parts.indexOf('d') >= 0;
    boolean months = parts.indexOf('m') >= 0 && (years || days || !hours);
    LocalDateTime when = DateUtil.getLocalDateTime(value, from1904, true);
    if (elapsed || when == null || !years && !months && days && parts.contains("ddd")) {
      return formatter.formatRawCellContents(value, index, format, from1904).strip();
    }
    if (hours && !years && !days) {
      return hour(when);
    }
    String day = days || !years
        ? when.format(DateTimeFormatter.ISO_LOCAL_DATE)
        : when.format(DateTimeFormatter.ofPattern(months ? "uuuu-MM" : "uuuu", Locale.ROOT));
    return hours ? day + " " + hour(when) : day;
  }

  private static String hour(LocalDateTime when) {
    return when.format(DateTimeFormatter.ofPattern(when.getSecond() == 0 ? "HH:mm" : "HH:mm:ss", Locale.ROOT));
  }
}

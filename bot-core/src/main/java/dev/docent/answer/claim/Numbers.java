package dev.docent.answer.claim;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.docent.corpus.Language;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbers of a text, however they are written: digits of any script, grouped or not, small ones in words. */
final class Numbers {
  private static final Pattern NUMBER = Pattern
      .compile("\\d{1,3}(?:([ .,'’\u00A0\u202F])\\d{3})(?:\\1\\d{3})*(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[ .,'’\u00A0\u202F]\\d{3})+");
  private static final Map<String, Integer> ENGLISH = Map.ofEntries(Map.entry("two", 2), Map.entry("three", 3),
      Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8),
      Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12),
      Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15), Map.entry("sixteen", 16),
      Map.entry("seventeen", 17), Map.entry("eighteen", 18), Map.entry("nineteen", 19), Map.entry("twenty", 20),
      Map.entry("thirty", 30), Map.entry("forty", 40),
      Map.entry("fifty", 50), Map.entry("sixty", 60), Map.entry("seventy", 70), Map.entry("eighty", 80),
      Map.entry("ninety", 90));
  private static final int LARGEST_IN_WORDS = 100;

  private Numbers() {}

  /** The first number of the claim that the evidence doesn't hold. */
  static Optional<String> missing(String claim, String evidence, Language language) {
    Set<String> held = in(evidence);
    var written = NUMBER.matcher(ascii(claim));
    while (written.find()) {
      Set<String> forms = forms(written.group());
      if (forms.stream().noneMatch(held::contains) && forms.stream().noneMatch(f -> inWords(f, evidence, language))) {
        return Optional.of(written.group());
      }
    }
    return language == Language.ENGLISH ? missingWord(claim, evidence, held) : Optional.empty();
  }

  /** A number in digits in the one form in which it is compared. */
  static String plain(String written) {
    String number = ascii(written).replaceAll("['’\u00A0\u202F]", ",");
    return GROUPED.matcher(number).matches()
        ? bare(number.replaceAll("\\D", ""))
        : bare(number.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "").replace(',', '.'));
  }

  /** The digits of a small number in words. */
  static Optional<String> ofWord(String word, Language language) {
    if (language != Language.ENGLISH) {
      return Optional.empty();
    }
    String[] parts = word.toLowerCase(Locale.ROOT).split("-");
    Integer tens = ENGLISH.get(parts[0]);
    Integer ones = parts.length == 2 ? parts[1].equals("one") ? Integer.valueOf(1) : ENGLISH.get(parts[1]) : null;
    if (tens == null || parts.length > 2 || parts.length == 2 && (ones == null || tens < 20 || ones > 9)) {
      return Optional.empty();
    }
    return Optional.of(Integer.toString(ones == null ? tens : tens + ones));
  }

  /** Every form in which the numbers of a text can be meant, with a point before the fraction. */
  static Set<String> in(String text) {
    var all = new HashSet<String>();
    var written = NUMBER.matcher(ascii(text));
    while (written.find()) {
      all.addAll(forms(written.group()));
      // "section 3 100 units" looks like 3100 but needn't be it.
      for (String part : written.group().split("[ \u00A0\u202F]")) {
        all.addAll(forms(part));
      }
    }
    return all;
  }

  private static Set<String> forms(String number) {
    var forms = new HashSet<String>();
    forms.add(bare(number.replace(',', '.')));
    if (GROUPED.matcher(number).matches()) {
      forms.add(bare(number.replaceAll("\\D", "")));
    } else {
      int fraction = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
      if (fraction > 0 && GROUPED.matcher(number.substring(0, fraction)).matches()) {
        forms.add(bare(number.substring(0, fraction).replaceAll("\\D", "") + "." + number.substring(fraction + 1)));
      }
    }
    return forms;
  }

  private static String bare(String number) {
    String digits = number.replaceFirst("^0+(?=\\d)", "");
    return digits.contains(".") && digits.indexOf('.') == digits.lastIndexOf('.')
        ? digits.replaceFirst("\\.?0+$", "")
        : digits;
  }

  private static boolean inWords(String number, String evidence, Language language) {
    if (language == Language.OTHER || !number.matches("\\d{1,3}") || Integer.parseInt(number) > LARGEST_IN_WORDS) {
      return false;
    }
    String word = new RuleBasedNumberFormat(language.locale(), RuleBasedNumberFormat.SPELLOUT)
        .format(Long.parseLong(number))
        .replace("\u00AD", "");
    return language.unspaced() ? evidence.contains(word) : hasWord(evidence, word);
  }

  private static Optional<String> missingWord(String claim, String evidence, Set<String> held) {
    return ENGLISH.entrySet()
        .stream()
        .filter(word -> hasWord(claim, word.getKey()) && !hasWord(evidence, word.getKey())
            && !held.contains(word.getValue().toString()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether the word stands alone; "twenty" doesn't in "twenty-five". */
  private static boolean hasWord(String text, String word) {
    return Pattern.compile("(?<!\\p{L}-?)" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?!-?\\p{L})")
        .matcher(text.toLowerCase(Locale.ROOT))
        .find();
  }

  private static String ascii(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        line.append(Character.getNumericValue(c));
      } else {
        line.appendCodePoint(c);
      }
    });
    return line.toString();
  }
}

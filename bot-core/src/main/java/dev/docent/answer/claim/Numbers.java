package dev.docent.answer.claim;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.corpus.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of a text, however they are written: digits of any script, grouped or not, small ones in words. Stateless. */
final class Numbers {
  private static final Pattern NUMBER = Pattern
      .compile("\\d{1,3}(?:([ .,'’\u00A0\u202F])\\d{3})(?:\\1\\d{3})*(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[ .,'’\u00A0\u202F]\\d{3})+");
  private static final Pattern ITEM = Pattern
      .compile("\\s*(?:[-*+•–]|\\(?\\w{1,3}[.)]|#{1,6})\\s+\\S.*|\\s*\\|.*[\\p{L}\\p{Nd}].*");
  private static final Pattern NEXT = Pattern.compile("[\\s\u00A0-]*((?:[%$€£¥₽°]|\\p{L}+))");
  private static final int LARGEST_IN_WORDS = 100;
  private static final int LARGEST_COUNT = 20;
  private static final List<MeasureUnit> UNITS = List.of(MeasureUnit.SECOND, MeasureUnit.MINUTE, MeasureUnit.HOUR,
      MeasureUnit.DAY, MeasureUnit.WEEK, MeasureUnit.MONTH, MeasureUnit.YEAR, MeasureUnit.PERCENT, MeasureUnit.METER,
      MeasureUnit.KILOMETER, MeasureUnit.MILE, MeasureUnit.KILOGRAM, MeasureUnit.GRAM, MeasureUnit.LITER);
  private static final Map<Language, Set<String>> UNIT_WORDS = new ConcurrentHashMap<>();
  private static final Map<Language, Map<String, Integer>> SPELLED = new ConcurrentHashMap<>();

  private Numbers() {}

  /** The first number of a statement that wasn't shown and isn't counted or reckoned from what it cites. */
  static Optional<String> missing(String text, Said said, Language language, Shown shown) {
    Set<BigDecimal> made = new HashSet<>();
    for (Found found : found(text, language)) {
      boolean held = found.forms.stream()
          .anyMatch(form -> shown.numbers().contains(form) || inWords(form, shown));
      if (!held) {
        if (made.isEmpty()) {
          made.addAll(made(text, said, shown));
        }
        boolean counted = !found.measured && counted(found, text, said);
        if (!counted && found.forms.stream().noneMatch(form -> plain(form).filter(made::contains).isPresent())) {
          return Optional.of(found.written);
        }
      }
    }
    return Optional.empty();
  }

  /** Every form in which the numbers of a text can be meant, with a point before the fraction. */
  static Set<String> in(String text) {
    var all = new HashSet<String>();
    Matcher written = NUMBER.matcher(ascii(text));
    while (written.find()) {
      all.addAll(forms(written.group()));
      // "section 3 100 units" looks like 3100 but needn't be it.
      for (String part : written.group().split("[ \u00A0\u202F]")) {
        all.addAll(forms(part));
      }
    }
    return all;
  }

  /** A number as it is written, and whether a unit of time, money or measure follows. */
  private record Found(String written, Set<String> forms, boolean measured) {}

  private static List<Found> found(String text, Language language) {
    var found = new ArrayList<Found>();
    String digits = ascii(text);
    Matcher written = NUMBER.matcher(digits);
    while (written.find()) {
      boolean money = written.start() > 0 && "$€£¥₽".indexOf(digits.charAt(written.start() - 1)) >= 0;
      found.add(new Found(written.group(), forms(written.group()), money || measured(text, written.end(), language)));
    }
    if (language == Language.ENGLISH) {
      Shown.WORD.matcher(text).results().forEach(word -> {
        Integer number = spelled(language).get(word.group().toLowerCase(Locale.ROOT));
        if (number != null && number > 1) {
          found.add(new Found(word.group(), Set.of(number.toString()), measured(text, word.end(), language)));
        }
      });
    }
    return found;
  }

  private static boolean measured(String text, int from, Language language) {
    Matcher next = NEXT.matcher(text).region(Math.min(from, text.length()), text.length());
    return next.lookingAt() && UNIT_WORDS.computeIfAbsent(language, Numbers::units)
        .contains(next.group(1).toLowerCase(Locale.ROOT));
  }

  /** What units are called after a number, as the language's locale data have it. */
  private static Set<String> units(Language language) {
    var format = MeasureFormat.getInstance(language.locale(), FormatWidth.WIDE);
    return UNITS.stream()
        .flatMap(unit -> Stream.of(1, 2, 5).map(n -> format.formatMeasures(new Measure(n, unit))))
        .flatMap(formatted -> Stream.of(formatted.toLowerCase(Locale.ROOT).split("[\\p{Nd}\\s\\p{Z}]+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(() -> new HashSet<>(Set.of("%", "$", "€", "£", "¥", "₽", "°"))));
  }

  /** Sums and differences of the numbers that a statement repeats and of those it rests on; of what it names also the half, the double, product and share. */
  private static Set<BigDecimal> made(String text, Said said, Shown shown) {
    List<BigDecimal> named = plain(in(text).stream().filter(shown.numbers()::contains));
    List<BigDecimal> all = plain(Stream.concat(in(text).stream().filter(shown.numbers()::contains),
        said.support().stream().flatMap(support -> in(support.quote()).stream())));
    var made = new HashSet<BigDecimal>();
    for (BigDecimal one : all) {
      for (BigDecimal other : all) {
        if (!one.equals(other)) {
          made.add(bare(one.add(other)));
          made.add(bare(one.subtract(other).abs()));
        }
      }
    }
    for (BigDecimal one : named) {
      for (BigDecimal other : Stream.concat(named.stream(), Stream.of(BigDecimal.TWO)).toList()) {
        made.add(bare(one.multiply(other)));
        if (other.signum() != 0) {
          made.add(bare(one.divide(other, 2, RoundingMode.HALF_UP)));
        }
      }
    }
    return made;
  }

  private static List<BigDecimal> plain(Stream<String> forms) {
    return forms.distinct().flatMap(form -> plain(form).stream()).limit(LARGEST_COUNT).toList();
  }

  private static Optional<BigDecimal> plain(String form) {
    return form.matches("\\d{1,12}(?:\\.\\d{1,6})?") ? Optional.of(bare(new BigDecimal(form))) : Optional.empty();
  }

  private static BigDecimal bare(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /** Whether so many items, rows or things in a row are named in the statement or the passages it cites. */
  private static boolean counted(Found found, String text, Said said) {
    String form = found.forms.iterator().next();
    return found.forms.size() == 1 && form.matches("\\d{1,2}") && Integer.parseInt(form) <= LARGEST_COUNT && Stream
        .concat(Stream.of(text), said.support().stream().map(Support::segment).distinct().map(s -> s.text()))
        .flatMap(Numbers::counts)
        .anyMatch(Integer.valueOf(form)::equals);
  }

  private static Stream<Integer> counts(String text) {
    var counts = new ArrayList<Integer>();
    int items = 0;
    int outer = 0;
    int first = 0;
    for (String line : (text + "\nend").split("\n")) {
      int indent = line.length() - line.stripLeading().length();
      if (ITEM.matcher(line).matches()) {
        first = items == 0 ? indent : first;
        outer += indent <= first ? 1 : 0;
        items++;
      } else if (!line.isBlank() && (indent <= first || items == 0)) {
        counts.add(items);
        counts.add(outer);
        items = 0;
        outer = 0;
      }
    }
    for (String sentence : text.split("[.;:!?]\\s|\n")) {
      int commas = sentence.split(",\\s").length;
      counts.addAll(commas > 1 ? List.of(commas, commas + 1) : List.of());
    }
    return counts.stream();
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

  private static boolean inWords(String form, Shown shown) {
    if (!form.matches("\\d{1,3}") || Integer.parseInt(form) > LARGEST_IN_WORDS) {
      return false;
    }
    String text = shown.text().toLowerCase(Locale.ROOT);
    return shown.languages()
        .stream()
        .filter(language -> language != Language.OTHER)
        .flatMap(language -> spelled(language).entrySet()
            .stream()
            .filter(word -> word.getValue().toString().equals(form))
            .map(word -> language.unspaced()
                ? text.contains(word.getKey())
                : hasWord(text, word.getKey(), language == Language.RUSSIAN)))
        .anyMatch(held -> held);
  }

  private static Map<String, Integer> spelled(Language language) {
    return SPELLED.computeIfAbsent(language, l -> {
      var format = new RuleBasedNumberFormat(l.locale(), RuleBasedNumberFormat.SPELLOUT);
      return IntStream.rangeClosed(1, LARGEST_IN_WORDS)
          .boxed()
          .collect(Collectors.toMap(n -> format.format(n.longValue()).replace("\u00AD", ""), n -> n, (a, b) -> a));
    });
  }

  /** Whether the word stands alone; "twenty" doesn't in "twenty-five". Russian has other endings in each case. */
  private static boolean hasWord(String text, String word, boolean declined) {
    String stem = declined && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    return Pattern.compile("(?<!\\p{L}-?)" + Pattern.quote(stem) + (declined ? "\\p{L}{0,3}" : "") + "(?!-?\\p{L})")
        .matcher(text)
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

package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in a sentence what has the shape of an answer: a date for "when", a number for "how many", a name for "who". */
public final class AnswerShape {
  private static final String YEAR = "(?<![\\d.,])(?:1[0-9]{3}|20[0-9]{2})(?:s|'s|-х)?(?![\\d])";
  private static final Pattern NUMERIC_DATE = Pattern
      .compile("\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern DAY = Pattern.compile("\\p{L}{3,}\\.?\\s+\\d{1,2}\\b|\\b\\d{1,2}\\.?\\s+\\p{L}{3,}");
  private static final String NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
      + "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
      + "hundreds?|thousands?|millions?|billions?|half|twice|once|dozens?|third|quarter|double|triple|majority|"
      + "один|одна|одно|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двух|трёх|трех|четырёх|четырех|пяти|"
      + "двадцать|тридцать|сорок|пятьдесят|сто|двести|тысяч[аи]?|миллион\\w*|миллиард\\w*|половин\\w*|треть|четверть|"
      + "eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|"
      + "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|due|tre|quattro|cinque|sei|sette|otto|nove|dieci";
  private static final Pattern NUMBER = Pattern.compile(
      "[\\p{Nd}][\\p{Nd}.,]*\\s?%?|(?<!\\p{L})(?:" + NUMBER_WORDS + ")(?!\\p{L})",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern DURATION = Pattern.compile("(?:" + NUMBER.pattern()
      + "|many|several|few|нескольк\\w*)\\s*[- ]?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur\\w+|"
      + "лет|год\\w*|месяц\\w*|недел\\w*|д(?:ень|ня|ней)|час\\w*|минут\\w*|jahre?n?|monate?n?|tage?n?|ans?|années?|mois|jours?|años?|anni|anos?)"
      + "|(?:from|since|between|с|von|de|desde)\\s+" + YEAR + ".{1,20}" + YEAR + "|" + YEAR + "\\s*[–-]\\s*" + YEAR,
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NAME = Pattern.compile(
      "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s+(?:(?:de|von|van|of|the|and|der|la|al|bin|du|di)\\s+){0,2}\\p{Lu}[\\p{L}\\p{M}'’.-]*)*");

  private AnswerShape() {}

  /** What in the sentence could answer a question of the kind and isn't in the question already, in order. */
  public static List<String> find(QuestionKind kind, String sentence, Language language, Set<String> questionWords) {
    return switch (kind) {
      case WHEN -> fresh(dates(language), sentence, questionWords);
      case HOW_MANY -> fresh(NUMBER, sentence, questionWords);
      case HOW_LONG -> fresh(DURATION, sentence, questionWords);
      case WHO, WHERE -> names(sentence, questionWords);
      case WHY, HOW, LIST, SUMMARY, OTHER -> List.of();
    };
  }

  /** Whether a date says the day and not the year alone, which is what "when" asks for. */
  static boolean exact(String date) {
    return NUMERIC_DATE.matcher(date).find() || DAY.matcher(date).find();
  }

  /** Whether the kind's answers have a shape that can be told in the language at all. */
  static boolean tells(QuestionKind kind, Language language) {
    return switch (kind) {
      case WHEN, HOW_MANY, HOW_LONG -> true;
      case WHO, WHERE -> switch (language) {
        case ENGLISH, RUSSIAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, TURKISH -> true;
        case GERMAN, ARABIC, CHINESE, JAPANESE, KOREAN, OTHER -> false;
      };
      case WHY, HOW, LIST, SUMMARY, OTHER -> false;
    };
  }

  private static List<String> fresh(Pattern pattern, String sentence, Set<String> questionWords) {
    var found = new ArrayList<String>();
    Matcher matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      String shape = matcher.group().strip();
      if (!questionWords.contains(shape.toLowerCase(Locale.ROOT))) {
        found.add(shape);
      }
    }
    return found;
  }

  private static List<String> names(String sentence, Set<String> questionWords) {
    var found = new ArrayList<String>();
    Matcher matcher = NAME.matcher(sentence);
    while (matcher.find()) {
      // The first word of a sentence is a capital whatever it is; alone it is no name.
      boolean first = sentence.substring(0, matcher.start()).codePoints().noneMatch(Character::isLetterOrDigit);
      boolean several = matcher.group().contains(" ");
      boolean asked = Arrays.stream(matcher.group().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
          .allMatch(word -> word.length() < 2 || questionWords.contains(word));
      if (!asked && (!first || several)) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  private static Pattern dates(Language language) {
    String months = Arrays.stream(DateFormatSymbols.getInstance(language.locale()).getMonths())
        .filter(m -> m.length() > 2)
        .map(m -> Pattern.quote(m.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("|"));
    String month = months.isEmpty() ? "" : "|(?<!\\p{L})(?:" + months + ")(?!\\p{L})(?:\\s+\\d{1,2})?";
    return Pattern.compile("(?:\\d{1,2}\\.?\\s+)?" + YEAR + month + "|" + NUMERIC_DATE.pattern()
        + "|(?:century|centuries|decade|век\\w*|столети\\w*|jahrhundert\\w*|siècle|siglo|secolo|século|yüzyıl|世纪|世紀|年|년)"
        + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ago|today|yesterday",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

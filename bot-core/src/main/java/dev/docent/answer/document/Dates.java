package dev.docent.answer.document;

import dev.docent.answer.extractive.AnswerShape;
import dev.docent.corpus.Language;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the dates of a text for a list of them, each whole: a day with its month and year, not the year alone. A number
 * that may be a year, but is counted, paid or dialled, is none. {@link AnswerShape} asks for less, and weights rest on
 * what it finds.
 */
final class Dates {
  private static final String YEAR = "(?:1[0-9]{3}|20[0-9]{2})";
  private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String MONTH = "(?:0?[1-9]|1[0-2])";
  /** No part of a longer number, such as an address on the net or a version. */
  private static final String BEGINS = "(?<![\\p{L}\\d.,/+-])(?<!(?i:version|release) )";
  private static final String ENDS = "(?![\\p{L}\\d]|[.,/-]\\d)";
  private static final String NUMERIC = BEGINS + "(?:" + YEAR + "-" + MONTH + "-" + DAY + "|(?:" + DAY + "([./-])"
      + MONTH + "|" + MONTH + "([/-])" + DAY + ")(?:\\1|\\2)(?:" + YEAR + "|\\d{2}))" + ENDS;
  private static final String COUNTED = "(?i:people|men|women|%|percent|per cent|[€$£]|euros?|dollars?|crowns?|"
      + "k?m|c?m²|kg|metres?|meters?|feet|miles?|tons?|tonnes?|руб\\p{L}*|человек\\p{L}*|километр\\p{L}*|метр\\p{L}*)";
  private static final String VERBS = "(?:was|is|has|as|its|this|does|thus|plus|always|perhaps)";
  /** After these a number of four digits is a year, whatever follows. */
  private static final String WHEN = "(?i:in|since|until|till|before|after|during|by|year|seit|im|jahr|года?|году)";
  private static final String LONE_YEAR = "(?<![\\p{L}\\d.,/+€$£-])(?<!\\d[ -])"
      + "(?<!(?i:room|port|rfc|iso|no\\.|nr\\.|№|number|page|line|version|extension|zip|model|zimmer|seite) ?)"
      + YEAR + "(?:s|'s|-х)?" + ENDS + "(?![ -]\\d{3})(?! ?" + COUNTED + "(?![\\p{L}]))";
  private static final String OTHERS = "(?i:(?:\\S+ )?(?:century|centuries|decade|век\\w*|столети\\w*|jahrhundert\\w*|"
      + "siècle|siglo|secolo|século|yüzyıl)|世纪|世紀|\\d+年|\\d+년|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b"
      + "|\\S+ \\S+ ago\\b|\\btoday\\b|\\byesterday\\b)";

  private Dates() {}

  /** In the order of the text, as they are written. */
  static List<String> in(String text, Language language) {
    return pattern(language).matcher(text).results().map(MatchResult::group).map(String::strip).toList();
  }

  private static Pattern pattern(Language language) {
    String months = months(language);
    String named = months.isEmpty() ? "" : named(months, language);
    String counted = language == Language.ENGLISH
        ? "(?:(?<=\\b" + WHEN + " .{4})|(?! (?!" + VERBS + "\\b)\\p{Ll}+s\\b))"
        : "";
    return Pattern.compile(NUMERIC + "|" + named + LONE_YEAR + counted + "|" + OTHERS, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static String named(String months, Language language) {
    String day = "\\d{1,2}(?:st|nd|rd|th|\\.|º|er)?";
    String year = "(?:,? (?:(?:de|del|of) )?" + YEAR + "(?!\\d))";
    String month = "(?<!\\p{L})(?:" + months + ")(?:\\.(?= ?\\d))?(?!\\p{L})";
    // In English "May" and "March" are other words, too.
    String alone = language == Language.ENGLISH
        ? "(?<=\\b(?:in|since|until|by|from|early|late|mid|last|next|every) )"
        : "";
    return "(?<![\\p{L}\\d.,])" + day + " (?:de |of )?" + month + year + "?|" + month + "(?: " + day + "(?!\\d)" + year
        + "?|" + year + ")|" + alone + month + "|";
  }

  private static String months(Language language) {
    var names = new DateFormatSymbols(language.locale());
    Stream<String> shortened = language == Language.ENGLISH
        ? Stream.concat(Arrays.stream(names.getShortMonths()), Stream.of("Sept"))
        : Stream.empty();
    // Written as the language writes them: "march" is no month.
    return Stream.concat(Arrays.stream(names.getMonths()), shortened)
        .filter(month -> month.length() > 2)
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}

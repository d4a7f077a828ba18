package dev.docent.answer.claim;

import dev.docent.answer.extractive.Rewording;
import dev.docent.corpus.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a language that corruptions need. The opposites are not those the checks know: some are, some aren't. */
record CorruptWords(List<String> monthNames, Pattern months, String[][] units, String[][] opposites, Pattern auxiliary,
    String not, Pattern negation, String instead) {

  static CorruptWords of(Language language) {
    return switch (language) {
      case RUSSIAN -> new CorruptWords(
          List.of("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
              "ноября", "декабря"),
          new String[][]{{"метров", "километров"}, {"миллионов", "миллиардов"}, {"лет", "месяцев"}, {"часов", "минут"},
              {"млн", "млрд"}},
          new String[][]{{"первый", "последний"}, {"до", "после"}, {"больше", "меньше"}, {"более", "менее"},
              {"север", "юг"}, {"северной", "южной"}, {"крупнейший", "мельчайший"}, {"высокий", "низкий"},
              {"увеличение", "уменьшение"}, {"большой", "малый"}},
          "\\b(был|была|было|были|является|являются|может|могут|стал|имеет|имел)\\b", "не $1",
          "(?<!\\p{L})не (?!только)", "");
      case GERMAN -> new CorruptWords(
          List.of("Januar", "Februar", "März", "April", "Juni", "Juli", "August", "September", "Oktober", "November",
              "Dezember"),
          new String[][]{{"Meter", "Kilometer"}, {"Millionen", "Milliarden"}, {"Jahre", "Monate"}, {"Euro", "Dollar"}},
          new String[][]{{"erste", "letzte"}, {"vor", "nach"}, {"mehr", "weniger"}, {"hoch", "niedrig"},
              {"steigt", "sinkt"}, {"groß", "klein"}, {"älteste", "jüngste"}},
          "\\b(ist|sind|war|waren|wurde|wurden|kann|darf|hat)\\b", "$1 nicht", "\\bnicht ", "");
      default -> new CorruptWords(List.of(Rewording.MONTHS.split("\\|")),
          new String[][]{{"kilometres", "miles"}, {"kilometers", "miles"}, {"km", "mi"}, {"metres", "feet"},
              {"meters", "feet"}, {"million", "billion"}, {"years", "months"},
              {"days", "weeks"}, {"hours", "minutes"}, {"dollars", "euros"}, {"\\$", "€"}, {"tons", "pounds"},
              {"acres", "hectares"}, {"century", "decade"}, {"thousand", "million"}, {"kg", "g"},
              {"minutes", "seconds"}},
          new String[][]{{"increase", "decrease"}, {"increased", "decreased"}, {"increases", "decreases"},
              {"increasing", "decreasing"}, {"first", "last"}, {"before", "after"}, {"more", "less"}, {"most", "least"},
              {"high", "low"}, {"higher", "lower"}, {"highest", "lowest"}, {"north", "south"}, {"northern", "southern"},
              {"east", "west"}, {"eastern", "western"}, {"large", "small"}, {"larger", "smaller"},
              {"largest", "smallest"}, {"early", "late"}, {"earlier", "later"}, {"above", "below"}, {"old", "new"},
              {"oldest", "newest"}, {"majority", "minority"}, {"best", "worst"}, {"begin", "end"}, {"began", "ended"},
              {"won", "lost"}, {"win", "lose"}, {"major", "minor"}, {"strong", "weak"}, {"positive", "negative"},
              {"public", "private"}, {"maximum", "minimum"}, {"upper", "lower"}, {"rise", "fall"}, {"rose", "fell"},
              {"long", "short"}, {"rich", "poor"}, {"open", "closed"}, {"internal", "external"}, {"inside", "outside"},
              {"allowed", "forbidden"}, {"legal", "illegal"}, {"possible", "impossible"}, {"always", "never"},
              {"over", "under"}, {"until", "since"}, {"all", "no"}, {"easy", "hard"}, {"greater", "lesser"},
              {"male", "female"}, {"men", "women"}, {"left", "right"}, {"same", "different"}},
          "\\b(was|is|were|are|has|had|can|could|will|would|may|must|should)\\b(?! (?:not|never|no)\\b)", "$1 not",
          "\\b(?:not|never) |n't\\b", "");
    };
  }

  private CorruptWords(List<String> months, String[][] units, String[][] opposites, String auxiliary, String not,
      String negation, String instead) {
    this(months, Pattern.compile("(?<!\\p{L})(?:" + String.join("|", months) + ")(?!\\p{L})"), units, opposites,
        Pattern.compile(auxiliary, Pattern.UNICODE_CHARACTER_CLASS), not,
        Pattern.compile(negation, Pattern.UNICODE_CHARACTER_CLASS), instead);
  }

  Optional<String> negated(String claim) {
    Matcher verb = auxiliary.matcher(claim);
    return verb.find() ? Optional.of(verb.replaceFirst(not)) : Optional.empty();
  }

  Optional<String> affirmed(String claim) {
    Matcher word = negation.matcher(claim);
    return word.find() ? Optional.of(word.replaceFirst(instead)) : Optional.empty();
  }
}

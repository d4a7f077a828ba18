package dev.docent.answer.extractive;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.docent.corpus.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a sentence says in another way, by rule; nothing when the rule doesn't fit the sentence. English only. */
public enum Rewording {
  AS_IT_IS("as it is") {
    @Override
    public Optional<String> of(Source source) {
      return Optional.of(source.sentence());
    }
  },
  FRAMED("framed: “According to the document, …”") {
    @Override
    public Optional<String> of(Source source) {
      return Optional.of("According to the document, " + begunSmall(source.sentence()));
    }
  },
  CLAUSE_DROPPED("a clause or bracket dropped") {
    @Override
    public Optional<String> of(Source source) {
      Matcher clause = DROPPABLE.matcher(source.sentence());
      while (clause.find()) {
        String rest = source.sentence().substring(0, clause.start()) + source.sentence().substring(clause.end());
        if (rest.split(" ").length >= FEWEST_WORDS) {
          return Optional.of(begunLarge(rest.strip()));
        }
      }
      return Optional.empty();
    }
  },
  LEAD_DROPPED("the leading phrase dropped") {
    @Override
    public Optional<String> of(Source source) {
      return lead(source.sentence()).map(lead -> begunLarge(lead.group(2)));
    }
  },
  REORDERED("the leading phrase moved to the end") {
    @Override
    public Optional<String> of(Source source) {
      return lead(source.sentence())
          .map(lead -> begunLarge(lead.group(2).replaceFirst("[.]$", "")) + " " + begunSmall(lead.group(1)) + ".");
    }
  },
  TURNED("“X is Y” turned into “Y is X”") {
    @Override
    public Optional<String> of(Source source) {
      return first(COPULA, source.sentence())
          .map(m -> begunLarge(m.group(3)) + " " + m.group(2) + " " + begunSmall(m.group(1)) + ".");
    }
  },
  VOICE("active made passive, or the reverse") {
    @Override
    public Optional<String> of(Source source) {
      Optional<String> active = first(PASSIVE, source.sentence())
          .map(m -> begunLarge(m.group(4)) + " " + m.group(3) + " " + begunSmall(m.group(1)) + m.group(5) + ".");
      return active.isPresent()
          ? active
          : first(ACTIVE, source.sentence())
              .map(m -> begunLarge(m.group(3)) + " was " + m.group(2) + " by " + begunSmall(m.group(1)) + ".");
    }
  },
  NUMBERS("a number in words, or in digits") {
    @Override
    public Optional<String> of(Source source) {
      Matcher digits = SMALL_NUMBER.matcher(source.sentence());
      if (digits.find()) {
        return Optional.of(digits.replaceFirst(SPELLED.format(Long.parseLong(digits.group()))));
      }
      Matcher word = NUMBER_WORD.matcher(source.sentence());
      if (word.find()) {
        for (int n = 2; n < LARGEST; n++) {
          if (SPELLED.format(n).equals(word.group().toLowerCase(Locale.ROOT))) {
            return Optional.of(begunLarge(word.replaceFirst(Integer.toString(n))));
          }
        }
      }
      Matcher grouped = Pattern.compile("(?<![\\d,])(\\d{1,3}),(\\d{3})(?![\\d,])").matcher(source.sentence());
      return grouped.find() ? Optional.of(grouped.replaceFirst("$1$2")) : Optional.empty();
    }
  },
  DATE("a date written otherwise") {
    @Override
    public Optional<String> of(Source source) {
      Matcher day = Pattern.compile("\\b(\\d{1,2}) (" + MONTHS + ") (\\d{4})\\b").matcher(source.sentence());
      if (day.find()) {
        return Optional.of(day.replaceFirst("$2 $1, $3"));
      }
      Matcher month = Pattern.compile("\\b(" + MONTHS + ") (\\d{1,2}), (\\d{4})\\b").matcher(source.sentence());
      if (month.find()) {
        return Optional.of(month.replaceFirst("$2 $1 $3"));
      }
      Matcher year = Pattern.compile("\\b[Ii]n (\\d{4})\\b").matcher(source.sentence());
      return year.find() ? Optional.of(begunLarge(year.replaceFirst("in the year $1"))) : Optional.empty();
    }
  },
  PRONOUN("a pronoun resolved from the sentence before") {
    @Override
    public Optional<String> of(Source source) {
      Optional<MatchResult> subject = first(Pattern.compile("^(?:The )?" + NAME), source.before());
      return subject.isPresent() && source.sentence().matches("(?:He|She|It) .*")
          ? Optional.of(subject.get().group() + source.sentence().replaceFirst("^\\w+", ""))
          : Optional.empty();
    }
  },
  SYNONYMS("words replaced by others that mean the same") {
    @Override
    public Optional<String> of(Source source) {
      String text = source.sentence();
      if (text.matches(".*[\"“«‘].*")) {
        return Optional.empty();
      }
      for (String[] pair : SAME) {
        text = text.replaceAll("\\b" + pair[0] + "\\b", pair[1]);
      }
      return text.equals(source.sentence()) ? Optional.empty() : Optional.of(text);
    }
  },
  SHORT("short: “It was X.”") {
    @Override
    public Optional<String> of(Source source) {
      return Optional.of("It was " + source.answer() + ".");
    }
  },
  SHORTEST("shorter: “X.”") {
    @Override
    public Optional<String> of(Source source) {
      return Optional.of(begunLarge(source.answer()) + ".");
    }
  };

  public static final String MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
  private static final String NAME = "\\p{Lu}[\\p{L}'’-]+(?: (?:of |de |von |van )?\\p{Lu}[\\p{L}'’-]+)*";
  private static final Pattern LEAD = Pattern.compile(
      "^((?:In|On|By|After|Before|When|While|Although|During|With|For|From|At|As|Since|Under|Because|Despite|Until) [^,]{4,80}), ([^;]{20,})$");
  private static final Pattern DROPPABLE = Pattern.compile(
      " \\([^)]*\\)|, (?:which|who|where|including|such as|because|while|although|whereas)\\b[^,;.]{4,120}(?:,|(?=\\.$))|; [^;]+(?=\\.$)");
  private static final Pattern COPULA = Pattern
      .compile("^([^,;:]{3,60}) (was|is|were|are|became) (the [^,;]{6,90})(?:\\.$|,.*)");
  private static final Pattern PASSIVE = Pattern
      .compile("^([^,;]{3,60}) (was|were) (\\w+ed) by ((?:the |a )?" + NAME + ")((?: (?:in|on|at|for)\\b[^,;]*)?)\\.$");
  private static final Pattern ACTIVE = Pattern
      .compile("^((?:The )?" + NAME + ") ((?!need|belong)[a-z]{3,}ed) ((?:the |a |an )[^,;]{4,60})\\.$");
  private static final Pattern SMALL_NUMBER = Pattern
      .compile("(?<![\\d.,$€£–-])\\b[2-9]\\d?\\b(?![\\d.,%–°-]|\\s*(?:" + MONTHS + "))");
  private static final Pattern NUMBER_WORD = Pattern.compile(
      "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty)\\b(?!-)",
      Pattern.CASE_INSENSITIVE);
  private static final RuleBasedNumberFormat SPELLED = new RuleBasedNumberFormat(Locale.ENGLISH,
      RuleBasedNumberFormat.SPELLOUT);
  private static final String[][] SAME = {{"began", "started"}, {"large", "big"}, {"established", "founded"},
      {"located", "situated"}, {"many", "numerous"}, {"approximately", "about"}, {"however", "but"}, {"also", "too"},
      {"obtain", "get"}, {"required", "needed"}, {"created", "made"}, {"people", "persons"},
      {"important", "significant"},
      {"known as", "called"}, {"often", "frequently"}, {"main", "chief"}, {"built", "constructed"},
      {"died", "passed away"}};
  private static final int FEWEST_WORDS = 6;
  private static final int LARGEST = 100;

  private final String title;

  Rewording(String title) {
    this.title = title;
  }

  public abstract Optional<String> of(Source source);

  public String title() {
    return title;
  }

  /** Whether next to nothing but the answer itself is said. */
  public boolean isShort() {
    return this == SHORT || this == SHORTEST;
  }

  static boolean speaks(Language language) {
    return language == Language.ENGLISH;
  }

  /**
   * What is reworded.
   *
   * @param before the sentence before, or empty
   * @param answer the words that answer the question
   */
  public record Source(String sentence, String before, String answer) {}

  private static Optional<MatchResult> lead(String sentence) {
    return first(LEAD, sentence).filter(m -> m.group(2).split(" ").length >= FEWEST_WORDS);
  }

  private static Optional<MatchResult> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static String begunSmall(String text) {
    return text.matches(
        "(?:The|A|An|In|On|By|After|Before|When|While|Although|During|With|For|From|At|As|Since|Under|It|He|She|They|This|These|There|Some|Many|Its|His|Her|Their|One|Because|Despite|Until|Most|Other|Each|All|However)\\b.*")
            ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
            : text;
  }

  private static String begunLarge(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}

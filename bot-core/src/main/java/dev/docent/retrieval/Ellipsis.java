package dev.docent.retrieval;

import dev.docent.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what a follow-up leaves out, from the question before it: the noun that "one" stands for, the question that
 * "in 1975?" is a variant of, the two sides that "the other way round" changes over. By rule, for English. Stateless.
 */
final class Ellipsis {
  private static final Pattern ONE = Pattern.compile("(?i)\\b(?<=\\p{L} )ones?\\b");
  private static final String PREPOSITIONS = "in|on|at|by|to|for|from|with|of|before|after|during|since|until";
  private static final Pattern BARE_PHRASE = Pattern.compile("(?i)^(" + PREPOSITIONS + ")\\s+[^?]{1,40}\\??$");
  private static final Pattern PHRASE_END = Pattern.compile("(?i)\\s+(?:" + PREPOSITIONS + "|and|or|,)\\b|[?.!,]|$");
  private static final Pattern SIDE = Pattern
      .compile(
          "(?<=\\p{L}\\s)(?:U\\.?S\\.?A?|USSR|UK|UN|EU|\\p{Lu}\\p{Ll}[\\p{L}\\p{M}]+)(?:\\s\\p{Lu}[\\p{L}\\p{M}]+)*");

  private static final Pattern SMALL_SIDES = Pattern
      .compile("(?<=\\s)([\\p{L}-]+)(\\s[\\p{L}-]+\\s(?:in|to|at|for|of|from)\\s(?:the\\s)?)([\\p{L}-]+)");

  private static final Pattern OPENING = Pattern.compile(
      "(?i)^(?:who|what|when|where|which|how|why)\\s+(?:is|are|was|were|did|does|do|became|has been)\\s+");

  private Ellipsis() {}

  /** The follow-up with its gap filled; empty where it has none that these rules know. */
  static Optional<String> filled(String own, String before) {
    if (ONE.matcher(own).find()) {
      return noun(before).map(noun -> ONE.matcher(own).replaceFirst(Matcher.quoteReplacement(noun)))
          .map(phrase -> asking(before, phrase));
    }
    Matcher bare = BARE_PHRASE.matcher(own.strip());
    if (bare.matches()) {
      Matcher same = Pattern.compile("(?i)\\s" + bare.group(1) + "\\s").matcher(before);
      if (same.find()) {
        Matcher end = PHRASE_END.matcher(before).region(same.end(), before.length());
        int to = end.find() ? end.start() : before.length();
        return Optional.of(before.substring(0, same.start() + 1) + own.strip().replaceAll("\\?+$", "")
            + before.substring(to));
      }
    }
    return Optional.empty();
  }

  /** The phrase with the words before it that made the question a question: "who was" + "the first Soviet ambassador". */
  private static String asking(String before, String phrase) {
    if (QuestionWords.contains(phrase.split("\\s+", 2)[0], Language.ENGLISH)
        && !phrase.matches("(?i)(?:the|a|an)\\s.*")) {
      return phrase;
    }
    Matcher opening = OPENING.matcher(before);
    return opening.find() ? opening.group() + phrase : phrase;
  }

  /** The question with its two sides changed over: "the first US ambassador to Moscow", "… Moscow ambassador to US". */
  static Optional<String> reversed(String before) {
    List<int[]> sides = new ArrayList<>();
    Matcher matcher = SIDE.matcher(before);
    while (matcher.find()) {
      sides.add(new int[]{matcher.start(), matcher.end()});
    }
    if (sides.size() < 2) {
      return reversedInSmallLetters(before);
    }
    int[] first = sides.getFirst();
    int[] last = sides.getLast();
    return Optional.of(before.substring(0, first[0]) + before.substring(last[0], last[1])
        + before.substring(first[1], last[0]) + before.substring(first[0], first[1]) + before.substring(last[1]));
  }

  /** Without capitals the sides are the words around the noun: "the first us ambassador in moscow". */
  private static Optional<String> reversedInSmallLetters(String before) {
    Matcher sides = SMALL_SIDES.matcher(before);
    if (!sides.find() || QuestionWords.contains(sides.group(1), Language.ENGLISH)) {
      return Optional.empty();
    }
    return Optional.of(before.substring(0, sides.start(1)) + sides.group(3) + sides.group(2) + sides.group(1)
        + before.substring(sides.end(3)));
  }

  /** The noun of the question's first phrase: its last content word before a preposition or the end. */
  private static Optional<String> noun(String before) {
    String noun = "";
    for (String word : before.split("[^\\p{L}\\p{M}\\p{Nd}'’-]+")) {
      boolean preposition = word.toLowerCase(Locale.ROOT).matches(PREPOSITIONS);
      if (preposition && !noun.isEmpty()) {
        break;
      }
      if (!word.isEmpty() && !preposition && !QuestionWords.contains(word, Language.ENGLISH)) {
        noun = word;
      }
    }
    return noun.isEmpty() ? Optional.empty() : Optional.of(noun);
  }
}

package dev.docent.corpus.files.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a hyphen at the end of a line belongs to its word. What the document writes elsewhere counts most,
 * then what is usual: prefixes and endings that are written with a hyphen, and, for English, whether the word as a whole
 * or its halves are words. A doubtful English one keeps its hyphen; in other languages, which have fewer of them, it
 * loses it.
 */
final class LineEnds {
  private static final Pattern WORD = Pattern
      .compile("[\\p{L}\\p{M}\\p{Nd}]+(?:[-\\u2010\\u2011][\\p{L}\\p{M}\\p{Nd}]+)*");
  private static final Pattern BEFORE = Pattern.compile(
      "(?<!\\S)\\S*?((?:[\\p{L}\\p{M}\\p{Nd}]+[-\\u2010\\u2011/])*)([\\p{L}\\p{M}\\p{Nd}]+)(?<hyphen>[-\\u2010\\u00AD])$");
  private static final Pattern AFTER = Pattern
      .compile("^([\\p{L}\\p{M}\\p{Nd}]+)((?:[-\\u2010\\u2011][\\p{L}\\p{M}\\p{Nd}]+)*)");
  /** "Vor- und Nachteile": the hyphen stands for what follows later. */
  private static final Set<String> BETWEEN = Set.of("and", "or", "to", "und", "oder", "bis", "sowie", "bzw", "и", "или",
      "et", "ou", "y", "o", "e");
  private static final Set<String> ENGLISH_PREFIXES = Set.of("self", "ex", "well", "cross", "half", "quasi", "vice",
      "ill",
      "two", "three", "four", "five", "seven", "eight", "nine", "twelve", "twenty", "thirty", "forty", "fifty", "sixty",
      "seventy", "eighty", "ninety", "first", "second", "third", "single", "double", "triple", "twentieth",
      "nineteenth",
      "fast", "slow", "cost", "late", "early", "better", "best", "worst", "much", "would");
  /** Before a word that is known, or at least long: else they are rather syllables. */
  private static final Set<String> LOOSE_PREFIXES = Set.of("non", "semi", "anti", "multi", "co", "post", "pre", "neo",
      "ultra", "mid", "pro", "so", "by", "off", "all", "one", "ten", "six", "time", "state", "user", "right", "left",
      "then", "open", "close", "long", "short", "near", "far", "hard", "soft", "part", "full", "high", "low", "great",
      "free");
  private static final Set<String> RUSSIAN_PREFIXES = Set.of("вице", "экс", "обер", "унтер", "штаб", "северо", "юго",
      "пресс", "мини", "макси", "онлайн", "интернет", "бизнес", "научно", "социально", "общественно", "культурно",
      "военно", "учебно", "финансово", "торгово", "русско", "немецко", "англо", "франко", "материально", "жилищно",
      "программно", "хозяйственно", "лечебно", "историко", "светло", "тёмно", "темно", "бело", "чёрно", "черно", "сине",
      "красно", "жёлто", "зелено");
  private static final Pattern GERMAN_PAIR = Pattern
      .compile("\\p{L}*(?:isch|lich|deutsch|haft|anglo|franko)-\\p{L}{2,}(?:isch|lich)(?:e[mnrs]?)?");
  private static final Set<String> ENDINGS = Set.of("то", "либо", "нибудь", "таки", "ка", "за", "под", "il", "elle",
      "ils", "elles", "ce", "ci", "là", "même", "mêmes", "moi", "toi", "vous", "nous");
  private static final Pattern COMPOUND_ADJECTIVE = Pattern
      .compile(
          "\\p{IsCyrillic}{4,}(?:ционн|альн|енн|ивн|ическ|ско|тельн)о-\\p{IsCyrillic}{4,}(?:[ыио]й|ая|[ои]е|ые|[ое]го|[ое]му|[ыи]ми|[ыи]х|ую|[ыи]м|ом|ою)");
  private static final Pattern RUSSIAN_ADVERB = Pattern.compile("по-\\p{IsCyrillic}{2,}(?:ски|цки|ому|ему|ьи)");
  private static final Set<String> ENGLISH = Set.of("the", "and", "of", "is", "to", "in", "was", "for", "are", "with");
  private static final double ENGLISH_SHARE = 0.1;
  private static final int LONG = 6;

  private final Supplier<String> text;
  private @Nullable Map<String, Integer> words;
  private boolean english = false;

  /** @param text all of the document, asked for once and only when there is a hyphen to decide on */
  LineEnds(Supplier<String> text) {
    this.text = text;
  }

  /** Two lines put together: with a line end between, or as one word. */
  String joined(String line, String next) {
    if (line.isEmpty() || "-\u2010\u00AD".indexOf(line.charAt(line.length() - 1)) < 0) {
      return line + "\n" + next;
    }
    Matcher before = BEFORE.matcher(line.substring(Math.max(0, line.length() - 80)));
    Matcher after = AFTER.matcher(next);
    if (!before.find() || !after.find() || BETWEEN.contains(after.group(1).toLowerCase(Locale.ROOT))
        && !before.group("hyphen").equals("\u00AD")) {
      return line + "\n" + next;
    }
    String kept = line.substring(0, line.length() - 1);
    String hyphen = before.group("hyphen");
    return !hyphen.equals("\u00AD") && keeps(before.group(1), before.group(2), after.group(1), after.group(2))
        ? kept + hyphen + next
        : kept + next;
  }

  private boolean keeps(String leading, String left, String right, String following) {
    boolean small = Character.isLowerCase(right.codePointAt(0));
    boolean capitals = left.length() > 1 && left.equals(left.toUpperCase(Locale.ROOT))
        && right.equals(right.toUpperCase(Locale.ROOT)) && right.length() > 1;
    if (!small && !capitals || !Character.isLetter(left.codePointBefore(left.length()))) {
      return true;
    }
    if (left.codePointCount(0, left.length()) == 1) {
      return true;
    }
    String one = left.toLowerCase(Locale.ROOT);
    String other = right.toLowerCase(Locale.ROOT);
    int together = count(one + other);
    int apart = count(one + "-" + other);
    if (together != apart) {
      return apart > together;
    }
    if (!leading.isEmpty() || !following.isEmpty()) {
      // Part of a word with further hyphens: it is halved at one of them, unless a half is none of a word's.
      return !english() || !EnglishWords.isWord(one + other);
    }
    return usual(one, other);
  }

  private boolean usual(String left, String right) {
    String word = left + "-" + right;
    if (ENDINGS.contains(right) || COMPOUND_ADJECTIVE.matcher(word).matches()
        || RUSSIAN_ADVERB.matcher(word).matches()) {
      return !ENDINGS.contains(right) || fits(left, right);
    }
    if (!english()) {
      return RUSSIAN_PREFIXES.contains(left) || GERMAN_PAIR.matcher(word).matches();
    }
    if (EnglishWords.isWord(left + right)) {
      return false;
    }
    boolean known = count(right) > 0 || EnglishWords.isWord(right) && !EnglishWords.isEnding(right);
    boolean lengthy = right.length() > LONG && !EnglishWords.isEnding(right);
    return ENGLISH_PREFIXES.contains(left) || LOOSE_PREFIXES.contains(left) && (known || lengthy)
        || (count(left) > 0 || EnglishWords.isWord(left)) && (known || lengthy);
  }

  /** Russian and French endings are ones only after certain words. */
  private static boolean fits(String left, String right) {
    return switch (right) {
      case "за", "под" -> left.equals("из");
      case "ка" -> left.endsWith("й") || left.endsWith("и") || left.endsWith("те");
      case "то", "либо", "нибудь", "таки" ->
        left.matches("(?:[кчгщ]|ка|ко|че|ст|вс|за|по|от|да|до|где|как|так|все|всё|чей|чья|чь).*") || left.length() <= 5;
      default -> left.matches(".*[tdsrex]|celui|celle|ceux|lui|elle|eux|moi|toi|nous|vous|ce");
    };
  }

  private boolean english() {
    count("");
    return english;
  }

  /** How often the document has the word, in any case of its letters, and also as the beginning of a longer one. */
  private int count(String word) {
    Map<String, Integer> counts = words;
    if (counts == null) {
      counts = counted(text.get());
      words = counts;
      Map<String, Integer> all = counts;
      int common = ENGLISH.stream().mapToInt(one -> all.getOrDefault(one, 0)).sum();
      int latin = counts.values().stream().mapToInt(n -> n).sum();
      english = common >= ENGLISH_SHARE * latin;
    }
    int said = counts.getOrDefault(word, 0);
    for (String ending : List.of("s", "es", "ed", "d", "ing", "ly", "e", "en", "n", "er", "а", "я", "ы", "и", "о", "у",
        "е", "ом", "ой", "ый", "ая", "ое", "ые", "ого", "ых", "ий")) {
      if (said > 0) {
        break;
      }
      said = counts.getOrDefault(word + ending, 0);
      if (said == 0 && word.length() > ending.length() + 4 && word.endsWith(ending)) {
        said = counts.getOrDefault(word.substring(0, word.length() - ending.length()), 0);
      }
    }
    return said;
  }

  private static Map<String, Integer> counted(String text) {
    var counts = new HashMap<String, Integer>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      boolean parted = found.end() < text.length() && "-\u2010\u00AD".indexOf(text.charAt(found.end())) >= 0
          && found.end() + 1 < text.length() && text.charAt(found.end() + 1) == '\n';
      boolean rest = found.start() > 1 && text.charAt(found.start() - 1) == '\n'
          && "-\u2010\u00AD".indexOf(text.charAt(found.start() - 2)) >= 0;
      if (!parted && !rest) {
        counts.merge(found.group().toLowerCase(Locale.ROOT).replace('\u2010', '-').replace('\u2011', '-'), 1,
            Integer::sum);
      }
    }
    return counts;
  }
}

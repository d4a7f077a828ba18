package dev.docent.langchain4j.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of text and the passages cited in it, whatever form the model gave its markers. Code is left alone.
 *
 * @param text without the markers
 * @param cited by the place in the text before which a marker stood, the numbers
 */
record Markers(String text, TreeMap<Integer, Set<Integer>> cited) {
  private static final String NOUN = "(?:(?:passages?|sources?|documents?|docs?|excerpts?|refs?|references?|citations?|отрыв\\p{L}*|источник\\p{L}*|пассаж\\p{L}*|"
      + "quellen?|passagen?|textstellen?|fuentes?|pasajes?|fonti?|passagg\\p{L}*|trechos?|№|#|id)\\s*[:№#]?\\s*)?";
  private static final String NUMBERS = NOUN + "\\d{1,3}(?:†[^\\]】]*)?(?:\\s*(?:[,;–—-]|and|und|и|y|e|et|&)\\s*" + NOUN
      + "\\d{1,3}(?:†[^\\]】]*)?)*";
  /** Most places of a text are seen at a glance to begin none. */
  private static final String BEGINNING = "(?=\\s*+(?:\\*\\*|__)?[`\\[\\\\【［<(¹²³⁴⁵⁶⁷⁸⁹⁰])";
  private static final Pattern MARKER = Pattern.compile("(?iu)" + BEGINNING
      + "(?:(?<code>`[^`\\n]+`)|\\s*(?:\\*\\*|__)?(?:"
      + "\\[\\[(?<a>" + NUMBERS + ")\\]\\](?:\\([^)\\s]*\\))?"
      + "|\\\\?\\[\\^?(?<b>" + NUMBERS + ")\\\\?\\](?:\\(#?[^)\\s]*\\))?"
      + "|【(?<c>" + NUMBERS + ")】|［(?<d>" + NUMBERS + ")］|<sup>\\[?(?<e>" + NUMBERS + ")\\]?</sup>"
      + "|<(?:cite|ref|source)[^>\\d]*(?<f>" + NUMBERS + ")[^>]*/?>(?:</\\w+>)?"
      + "|\\((?<g>(?=\\p{L}|№|#)" + NUMBERS + ")\\)|(?<=[\\p{L}\\p{Nd}.!?…)”\"»])(?<h>[¹²³⁴⁵⁶⁷⁸⁹⁰]+))(?:\\*\\*|__)?)");
  /** A number in round brackets, where a marker stands and nothing is listed. */
  private static final Pattern ROUND = Pattern
      .compile("(?<=[\\p{L}\\p{Nd}`\"”»).!?]) ?\\((\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)\\)(?=\\s*(?:[.!?;,]|$|\\())");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[–—-]\\s*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*[–—-]\\s*\\D{0,10}(\\d{1,3})");
  private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int LONGEST_RANGE = 20;
  /** A marker that is a word of its sentence: "According to [1], …", "[2] says that …". */
  private static final Pattern SUBJECT = Pattern.compile("(?:^|[.!?]\\s|[,;:]\\s)(?:\\p{L}+\\s+){0,2}\\p{L}{1,4}\\s*$");
  private static final Pattern NAMED = Pattern.compile(
      "(?iu)(?:^|[.!?:]\\s+)(?:the\\s+)?(?:passages?|sources?|documents?|excerpts?|отрывок|источник|документ)?\\s*$");

  /** @param titles names what a number cites, to stand in the sentence in its place; empty for a number that is none */
  static Markers of(String line, boolean round, IntFunction<String> titles) {
    var text = new StringBuilder();
    var cited = new TreeMap<Integer, Set<Integer>>();
    int at = 0;
    for (MatchResult found : found(line, round)) {
      String between = line.substring(at, found.start());
      List<Integer> numbers = numbers(found.group());
      if (!cited.isEmpty() && BETWEEN.matcher(between).matches() && cited.lastKey() == text.length()) {
        // "[1]–[3]"
        numbers = range(cited.lastEntry().getValue().stream().reduce(0, (a, b) -> b), numbers.getFirst(), numbers);
        between = "";
      }
      text.append(between);
      at = found.end();
      String named = titles.apply(numbers.getFirst());
      Matcher label = NAMED.matcher(text);
      String behind = line.substring(at);
      boolean begins = behind.matches("(?s)\\s+\\p{Ll}.*") && label.find();
      if (!named.isEmpty() && (begins || behind.startsWith(",") && SUBJECT.matcher(text).find()
          && !Character.isDigit(text.charAt(text.length() - 1)))) {
        if (begins) {
          String before = text.substring(0, label.start());
          String kept = label.group().replaceAll("(?iu)\\p{L}+\\s*", "");
          text.setLength(0);
          text.append(before).append(kept.stripTrailing()).append(kept.isBlank() ? "" : " ");
        }
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ").append(named);
      }
      cited.computeIfAbsent(text.length(), place -> new LinkedHashSet<>()).addAll(numbers);
    }
    return new Markers(text.append(line.substring(at)).toString(), cited);
  }

  /** Whether any marker in square brackets or the like stands in the text; then round ones are none. */
  static boolean any(String text) {
    return MARKER.matcher(text).results().anyMatch(found -> found.group("code") == null);
  }

  private static List<MatchResult> found(String line, boolean round) {
    List<MatchResult> found = new ArrayList<>(
        MARKER.matcher(line).results().filter(one -> one.group("code") == null).toList());
    if (found.isEmpty() && round) {
      found.addAll(ROUND.matcher(line).results().toList());
    }
    return found;
  }

  private static List<Integer> numbers(String marker) {
    String digits = marker.codePoints()
        .map(c -> SUPERSCRIPT.indexOf(c) >= 0 ? '0' + SUPERSCRIPT.indexOf(c) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll("†[^\\]】]*", "")
        .replaceAll("\\]\\(.*", "");
    var numbers = new ArrayList<Integer>();
    NUMBER.matcher(digits).results().forEach(n -> numbers.add(Integer.valueOf(n.group())));
    Matcher range = RANGE.matcher(digits);
    return range.find() ? range(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), numbers) : numbers;
  }

  private static List<Integer> range(int first, int last, List<Integer> otherwise) {
    if (last <= first || last - first > LONGEST_RANGE) {
      return otherwise;
    }
    var all = new ArrayList<Integer>();
    for (int n = first; n <= last; n++) {
      all.add(n);
    }
    otherwise.stream().filter(n -> n > last).forEach(all::add);
    return all;
  }

  /** The numbers cited behind one place and up to another. */
  Set<Integer> between(int from, int to) {
    var numbers = new LinkedHashSet<Integer>();
    cited.subMap(from, false, to, true).values().forEach(numbers::addAll);
    return numbers;
  }

  Set<Integer> all() {
    return between(-1, Integer.MAX_VALUE);
  }
}

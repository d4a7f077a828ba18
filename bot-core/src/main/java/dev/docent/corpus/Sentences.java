package dev.docent.corpus;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the sentences of a text: the JDK's boundaries of the language, mended where it breaks after an abbreviation,
 * and bounded where it finds no end, as in texts without capitals. Stateless.
 */
public final class Sentences {

  /** No sentence is longer than this many characters; what goes on is cut at the end of a clause. */
  public static final int MAX_LENGTH = 700;

  /** A new list item, table row, heading or paragraph ends a sentence whatever its punctuation. */
  private static final Pattern BLOCK_START = Pattern
      .compile(
          "\\n[ \\t]*\\n|\\n(?=[ \\t>]*(?:[-*+•–][ \\t]|\\d{1,3}[.)][ \\t]|#{1,6}[ \\t]|\\||[-=]{2,}[ \\t]*(?:\\n|$)))|(?<=[؟۔])\\s+");
  /** The line of a heading, or the rule below one: what follows begins anew. */
  private static final Pattern HEADING_LINE = Pattern.compile("[ \\t>]*(?:#{1,6}[ \\t][^\\n]*|[-=]{2,}[ \\t]*)\\n");
  /** A line that ends without a stop, and sentences below it. */
  private static final Pattern BARE_HEADING = Pattern.compile(
      "(?s)[ \\t]*(?<heading>\\p{Lu}[^\\n]{1,58}[\\p{L}\\p{Nd}])[ \\t]*\\n[ \\t]*(?<rest>(?<next>\\p{Lu}\\S*).*[.!?…][\"'”’»)\\]]*\\s*)");
  private static final int HEADING_WORDS = 6;
  /** Fewer words below it hardly are a sentence. */
  private static final int LEAST_WORDS = 4;
  /** Of a line's width; letters differ in theirs. */
  private static final double FITTING = 0.8;
  private static final Pattern MARKER = Pattern
      .compile("^[\\s>\\uFEFF]*(?:(?:[-*+•–]|\\d{1,3}[.)]|#{1,6})[ \\t]+)?(?:\\[[ xX]\\][ \\t]+)?");
  private static final Pattern SETEXT = Pattern.compile("[-=*_ \\t|:]{2,}");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+)\\.[\"'”’»)\\]]*\\s*$");
  private static final Pattern ANY_STOP = Pattern.compile("[.!?…]+[\"'”’»)\\]]*\\s+");
  private static final List<Pattern> CLAUSES = List.of(Pattern.compile("[;:—]\\s+"), Pattern.compile(",\\s+"),
      Pattern.compile("\\s+"));
  private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "mt", "jr", "sr",
      "gen",
      "col", "lt", "sgt", "capt", "gov", "sen", "rep", "rev", "hon", "vs", "etc", "inc", "ltd", "co", "corp", "ca",
      "cf", "al", "approx", "est", "dept", "e.g", "i.e", "a.m", "p.m", "jan", "feb", "aug",
      "sept", "oct", "nov", "dec", "bzw", "usw", "z.b", "d.h", "u.a", "hr", "fr", "mme", "mlle",
      "av",
      "sra", "dra", "ud", "uds", "pág", "sig", "dott", "ecc", "г", "гг", "им", "ул", "т.е", "т.д", "т.п", "т.к", "см",
      "тыс", "млн", "млрд", "руб", "проф", "напр", "вв", "акад", "св", "др", "vb", "vd", "ör", "s.p.a", "u.s", "u.k",
      "u.n");

  /** Those that are one only before a number; else they are words. */
  private static final Set<String> NUMBERED = Set.of("no", "nos", "vol", "pp", "fig", "art", "nr", "str", "стр", "рис");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.)+\\p{Lu}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}\\.");
  private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{L}\\.\\s\\p{L}\\.\\s*$");
  /** German writes ordinals with a stop; only what is usually counted so tells them from a number at an end. */
  private static final Pattern ORDINAL = Pattern.compile("(?<!\\S)\\d{1,2}\\.\\s+$");
  private static final Pattern ORDERED = Pattern.compile("(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August"
      + "|September|Oktober|November|Dezember|Jahrhundert|Weltkrieg|Etage|Stock|Auflage|Klasse|Kapitel)");
  /** How much of a sentence's end is looked at. */
  private static final int TAIL = 40;

  private Sentences() {}

  /** The sentences in order, without overlap, trimmed of white space and of list and heading marks. */
  public static List<TextRange> of(String text, Language language) {
    var sentences = new ArrayList<TextRange>();
    Matcher blocks = BLOCK_START.matcher(text);
    int from = 0;
    while (blocks.find()) {
      ofBlock(text, from, blocks.start(), language, sentences);
      from = blocks.end();
    }
    ofBlock(text, from, text.length(), language, sentences);
    return sentences;
  }

  private static void ofBlock(String text, int from, int to, Language language, List<TextRange> sentences) {
    Matcher heading = HEADING_LINE.matcher(text).region(from, to);
    if (heading.lookingAt()) {
      ofBlock(text, from, heading.end() - 1, language, sentences);
      ofBlock(text, heading.end(), to, language, sentences);
      return;
    }
    Matcher marker = MARKER.matcher(text).region(from, to);
    int start = marker.lookingAt() ? marker.end() : from;
    if (text.startsWith("|", start) && start < to) {
      bounded(text, start, to, sentences);
      return;
    }
    int bare = bareHeading(text, start, to);
    if (bare > 0) {
      bounded(text, start, bare, sentences);
    }
    ofWords(text, bare > 0 ? bare + 1 : start, to, language, sentences);
  }

  private static void ofWords(String text, int start, int to, Language language, List<TextRange> sentences) {
    // Lines of one paragraph are one run of words: a line end is a space to the iterator.
    String block = text.substring(start, to).replace('\n', ' ');
    BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
    breaks.setText(block);
    int begin = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < block.length() && goesOn(block, begin, end)) {
        continue;
      }
      bounded(text, start + begin, start + end, sentences);
      begin = end;
    }
  }

  /**
   * Where the first line of a paragraph ends, if it is a heading without marks: short, without a stop, and broken off
   * although what follows, which is written as sentences, would have fitted into the line; else -1. It never ends a
   * part of a block that is too long, for it stands at its beginning.
   */
  private static int bareHeading(String text, int from, int to) {
    Matcher paragraph = BARE_HEADING.matcher(text).region(from, to);
    if (!paragraph.matches() || paragraph.group("heading").split("\\s+").length > HEADING_WORDS) {
      return -1;
    }
    String rest = paragraph.group("rest");
    int width = rest.lines().mapToInt(line -> line.strip().length()).max().orElse(0);
    int full = paragraph.end("heading") - from + 1 + paragraph.group("next").length();
    return rest.split("\\s+").length >= LEAST_WORDS && full <= width * FITTING
        ? text.indexOf('\n', paragraph.end("heading"))
        : -1;
  }

  /** Whether the iterator's end is the stop of an abbreviation or of an ordinal number. */
  private static boolean goesOn(String block, int begin, int end) {
    String tail = block.substring(Math.max(begin, end - TAIL), end);
    String next = block.substring(end, Math.min(block.length(), end + TAIL));
    if (ORDINAL.matcher(tail).find() && ORDERED.matcher(next).lookingAt()) {
      return true;
    }
    Matcher last = LAST_WORD.matcher(tail);
    if (!last.find()) {
      return false;
    }
    String word = last.group(1);
    if (word.length() == 1) {
      // "z. B.", "т. е.": letters that go together
      if (Character.isUpperCase(word.charAt(0)) || LETTER.matcher(next).lookingAt() || LETTERS.matcher(tail).find()) {
        return true;
      }
    }
    String lower = word.toLowerCase(java.util.Locale.ROOT);
    return ABBREVIATIONS.contains(lower) || NUMBERED.contains(lower) && Character.isDigit(next.codePointAt(0))
        || INITIALS.matcher(word).matches();
  }

  private static void bounded(String text, int from, int to, List<TextRange> sentences) {
    int begin = from;
    while (to - begin > MAX_LENGTH) {
      int cut = lastEnd(ANY_STOP, text, begin, begin + MAX_LENGTH);
      if (cut < begin + MAX_LENGTH / 4) {
        cut = -1;
        for (Pattern clause : CLAUSES) {
          cut = cut < 0 ? lastEnd(clause, text, begin + MAX_LENGTH / 2, begin + MAX_LENGTH) : cut;
        }
      }
      if (cut <= begin) {
        cut = begin + MAX_LENGTH - (Character.isHighSurrogate(text.charAt(begin + MAX_LENGTH - 1)) ? 1 : 0);
      }
      add(text, begin, cut, sentences);
      begin = cut;
    }
    add(text, begin, to, sentences);
  }

  /** The end of the last match that is followed by more text; sentence ends win over clause ends by the caller. */
  private static int lastEnd(Pattern pattern, String text, int from, int to) {
    Matcher matcher = pattern.matcher(text).region(from, to);
    int end = -1;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }

  private static void add(String text, int from, int to, List<TextRange> sentences) {
    int start = from;
    int end = to;
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    if (start < end && !SETEXT.matcher(text.substring(start, end)).matches()) {
      sentences.add(new TextRange(start, end));
    }
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0' || c == '\u200B';
  }
}

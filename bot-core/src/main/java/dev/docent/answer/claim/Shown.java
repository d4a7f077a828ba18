package dev.docent.answer.claim;

import dev.docent.answer.Evidence;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QuestionWords;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a model was shown for an answer, passages with their titles and file names, question and conversation, in the
 * forms in which facts are looked for in it.
 */
final class Shown {
  static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}'’-]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Pattern MARKUP = Pattern.compile("[*`\\u200B\\uFEFF\\u00AD]");
  private static final int FEW = 4;
  private static final double STRANGE = 0.35;
  private static final int SHORTEST_STEM = 5;
  private static final double STEM_SHARE = 0.75;

  private final IndexView view;
  private final Set<Language> languages;
  private final List<String> passages;
  private final String text;
  private final String lower;
  private final Set<String> words = new HashSet<>();
  private final Set<UnicodeScript> scripts = new HashSet<>();
  private final String initials;
  private final Set<String> terms = new HashSet<>();
  private final Set<String> numbers;

  Shown(Evidence evidence, Query query) {
    view = evidence.view();
    languages = evidence.passages()
        .stream()
        .map(p -> p.segment().language())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    passages = evidence.passages().stream().map(p -> plain(of(p.segment()))).toList();
    Stream<String> asked = Stream.concat(Stream.of(query.original(), query.standalone()), Stream.concat(
        query.translations().stream(), evidence.turns().stream().flatMap(t -> Stream.of(t.question(), t.answer()))));
    Stream<String> dates = evidence.passages()
        .stream()
        .map(p -> p.segment().documentId())
        .distinct()
        .map(evidence::changed);
    text = Stream.of(evidence.passages().stream().map(p -> of(p.segment())), dates, asked)
        .flatMap(each -> each)
        .collect(Collectors.joining("\n"));
    lower = plain(text).toLowerCase(Locale.ROOT);
    var capitals = new StringBuilder();
    WORD.matcher(text).results().forEach(found -> {
      String word = bare(found.group());
      words.add(fold(word));
      for (String part : word.split("-")) {
        words.add(fold(part));
      }
      scripts.add(script(word));
      capitals.append(Character.isUpperCase(word.codePointAt(0)) ? word.substring(0, 1) : "");
    });
    initials = capitals.toString();
    languages.forEach(language -> view.terms(text, language).stream().map(Term::text).forEach(terms::add));
    numbers = Numbers.in(text);
  }

  private static String of(Segment segment) {
    return Stream.concat(Stream.concat(Stream.of(segment.title(), segment.documentId()), segment.headings().stream()),
        Stream.of(segment.text())).collect(Collectors.joining("\n"));
  }

  /** The languages of the passages, the best passage's first. */
  Set<Language> languages() {
    return languages;
  }

  /** All of it, as it was shown. */
  String text() {
    return text;
  }

  Set<String> numbers() {
    return numbers;
  }

  /** Whether the words stand together in one passage or the question, whatever their case. */
  boolean holds(String literally) {
    return lower.contains(plain(literally).toLowerCase(Locale.ROOT));
  }

  /** Whether hardly any of the words that a text doesn't write with a capital stand in it, as of one in another language. */
  boolean strange(String text) {
    List<String> small = WORD.matcher(text)
        .results()
        .map(found -> bare(found.group()))
        .filter(word -> Character.isLowerCase(word.codePointAt(0)))
        .toList();
    long known = small.stream().filter(word -> words.contains(fold(word))).count();
    return small.size() >= FEW && known < STRANGE * small.size();
  }

  /** Whether any of the words that carry a text stand in it, as far as both are in one language. */
  boolean shares(String text) {
    Language likely = QueryLanguages.guess(text);
    List<String> carrying = view.terms(text, likely).stream().map(Term::text).distinct().toList();
    boolean comparable = languages.contains(likely) && QuestionWords.count(text, likely) > 0;
    return !comparable || carrying.size() < FEW || carrying.stream().anyMatch(terms::contains);
  }

  /** The passages as quotes are looked for in them. */
  List<String> passages() {
    return passages;
  }

  /** Whether a word, inflected or not, stands in it; one in a script that it doesn't use was transliterated and can't be compared. */
  boolean knows(String name, Language language) {
    String word = bare(name);
    return !scripts.contains(script(word)) || knowsWord(word, language)
        || word.contains("-")
            && Stream.of(word.split("-+")).allMatch(part -> part.isEmpty() || knowsWord(part, language));
  }

  private boolean knowsWord(String word, Language language) {
    String folded = fold(word);
    return words.contains(folded) || view.terms(word, language).stream().map(Term::text).anyMatch(terms::contains)
        || words.stream().anyMatch(held -> inflected(held, folded))
        || capitals(word) && (initials.contains(word) || words.contains(folded.replaceFirst("s$", "")));
  }

  /** Letter by letter but for white space, marks of emphasis, and the shapes of quotation marks and dashes. */
  static String plain(String text) {
    return MARKUP.matcher(text)
        .replaceAll("")
        .replaceAll("[’‘‛]", "'")
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("[–—‑−]", "-")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }

  static String fold(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  static boolean capitals(String word) {
    return word.length() > 1 && word.codePoints().filter(Character::isLetter).limit(2).allMatch(Character::isUpperCase);
  }

  static String bare(String word) {
    return POSSESSIVE.matcher(word).replaceFirst("");
  }

  /** Whether two folded words are likely forms of one. */
  static boolean inflected(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= SHORTEST_STEM && same >= STEM_SHARE * Math.max(one.length(), other.length());
  }

  private static UnicodeScript script(String word) {
    return UnicodeScript.of(word.codePointAt(0));
  }
}

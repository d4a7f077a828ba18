package dev.docent.answer.extractive;

import dev.docent.answer.Evidence;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.QueryTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a sentence is about another one than the question asks for: it says "the US ambassador" where the Soviet
 * ambassador is asked for, "the second treaty" where it is the first, 1936 where it is 1933. Told by what stands right
 * before the same noun, in languages that write names with a capital. For one question; not for several threads.
 */
final class Contradiction {
  private static final Set<String> ORDINALS = Set.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh",
      "eighth", "ninth", "tenth", "last", "final", "only", "next", "previous");
  private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:1[0-9]{3}|20[0-9]{2})(?!\\d)");
  private static final List<Set<String>> SAME = sets("same-names.txt");
  private static final List<Set<String>> ALTERNATIVES = sets("alternatives.txt");
  private static final int ALIKE = 4;

  private final QueryTerms terms;
  private final IndexView view;
  private final List<Asked> asked;
  private final List<Asked> alternatives;
  private final Set<String> years;

  /** A word of the question with the noun it stands before. */
  private record Asked(QueryTerms.Own modifier, QueryTerms.Own noun, boolean ordinal) {}

  Contradiction(String question, QueryTerms terms, Evidence evidence) {
    this.terms = terms;
    this.view = evidence.view();
    String all = evidence.passages().stream().map(p -> p.segment().text()).collect(Collectors.joining("\n"));
    this.asked = asked(question, terms.own(), all);
    this.alternatives = alternatives(question, terms.own());
    this.years = years(question);
  }

  boolean by(Segment segment, String sentence) {
    return anotherYear(segment, sentence) || asked.stream().anyMatch(one -> another(one, sentence))
        || alternatives.stream().anyMatch(one -> alternative(one, segment, sentence));
  }

  private boolean anotherYear(Segment segment, String sentence) {
    return !years.isEmpty() && !years(sentence).isEmpty() && years.stream().noneMatch(y -> segment.text().contains(y))
        && segment.headings().stream().noneMatch(h -> years.stream().anyMatch(h::contains));
  }

  private boolean another(Asked one, String sentence) {
    List<Term> said = view.terms(sentence, terms.language());
    if (said.stream().anyMatch(t -> t.text().equals(one.modifier.meant()))) {
      return false;
    }
    boolean other = false;
    for (int i = 1; i < said.size(); i++) {
      if (said.get(i).text().equals(one.noun.meant()) && adjacent(said.get(i - 1), said.get(i), sentence)) {
        String before = sentence.substring(said.get(i - 1).start(), said.get(i - 1).end());
        if (sameName(before, one.modifier.word())) {
          return false;
        }
        other |= one.ordinal ? isOrdinal(before) : Character.isUpperCase(before.codePointAt(0)) && i > 1;
      }
    }
    return other;
  }

  /** What is said of the east gate where the north gate is asked for, of which the passage doesn't speak. */
  private boolean alternative(Asked one, Segment segment, String sentence) {
    String word = one.modifier.word().toLowerCase(Locale.ROOT);
    String all = (segment.title() + "\n" + String.join("\n", segment.headings()) + "\n" + segment.text())
        .toLowerCase(Locale.ROOT);
    if (says(all, word)) {
      return false;
    }
    List<Term> said = view.terms(sentence, terms.language());
    for (int i = 1; i < said.size(); i++) {
      if (said.get(i).text().equals(one.noun.meant()) && adjacent(said.get(i - 1), said.get(i), sentence)) {
        String before = sentence.substring(said.get(i - 1).start(), said.get(i - 1).end()).toLowerCase(Locale.ROOT);
        if (!before.equals(word) && ALTERNATIVES.stream().anyMatch(set -> set.contains(before) && set.contains(word))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean says(String text, String word) {
    return Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})").matcher(text).find();
  }

  private static List<Asked> alternatives(String question, List<QueryTerms.Own> own) {
    var asked = new ArrayList<Asked>();
    for (int i = 0; i + 1 < own.size(); i++) {
      String word = own.get(i).word().toLowerCase(Locale.ROOT);
      if (question.contains(own.get(i).word() + " " + own.get(i + 1).word()) && own.get(i + 1).known()
          && ALTERNATIVES.stream().anyMatch(set -> set.contains(word))) {
        asked.add(new Asked(own.get(i), own.get(i + 1), false));
      }
    }
    return asked;
  }

  private static boolean adjacent(Term first, Term second, String text) {
    return text.substring(first.end(), second.start()).isBlank();
  }

  private static List<Asked> asked(String question, List<QueryTerms.Own> own, String evidence) {
    var asked = new ArrayList<Asked>();
    for (int i = 0; i + 1 < own.size(); i++) {
      String word = own.get(i).word();
      boolean together = question.contains(word + " " + own.get(i + 1).word());
      boolean ordinal = isOrdinal(word);
      boolean known = own.get(i).known() && own.get(i + 1).known();
      if (together && known && isCommon(own.get(i + 1).word(), evidence) && (ordinal || isName(word, evidence))) {
        asked.add(new Asked(own.get(i), own.get(i + 1), ordinal));
      }
    }
    return asked;
  }

  /** As the user writes it, or as the documents do within a sentence. */
  private static boolean isName(String word, String evidence) {
    if (word.codePoints().noneMatch(Character::isLetter) || word.length() < 2) {
      return false;
    }
    String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return Pattern
        .compile("(?<=[\\p{L},] )(?:" + Pattern.quote(capital) + "|" + Pattern.quote(word.toUpperCase(Locale.ROOT))
            + ")(?![\\p{L}])")
        .matcher(evidence)
        .find();
  }

  /** A noun of its own and not the end of a name, such as "States": written small by user and documents. */
  private static boolean isCommon(String word, String evidence) {
    return Character.isLowerCase(word.codePointAt(0))
        && Pattern.compile("(?<![\\p{L}])" + Pattern.quote(word)).matcher(evidence).find();
  }

  private static boolean isOrdinal(String word) {
    return ORDINALS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean sameName(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    boolean alike = a.length() >= ALIKE && b.length() >= ALIKE && a.substring(0, ALIKE).equals(b.substring(0, ALIKE));
    return a.equals(b) || alike || SAME.stream().anyMatch(set -> set.contains(a) && set.contains(b));
  }

  private static Set<String> years(String text) {
    var years = new HashSet<String>();
    Matcher matcher = YEAR.matcher(text);
    while (matcher.find()) {
      years.add(matcher.group());
    }
    return years;
  }

  private static List<Set<String>> sets(String resource) {
    try (InputStream in = Objects.requireNonNull(Contradiction.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Set.copyOf(Arrays.asList(line.strip().split(" "))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read from the class path", e);
    }
  }
}

package dev.docent.answer;

import dev.docent.corpus.Block;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the words of a segment that a claim most likely rests on, so that no model has to be trusted to copy them. */
public final class QuoteChooser {
  /** What a reader looks for first when checking: figures, and names within a sentence. */
  private static final Pattern FACT = Pattern
      .compile(
          "[\\p{L}\\p{Nd}_-]*\\p{Nd}(?:[\\p{L}\\p{Nd}_.,:/-]*[\\p{L}\\p{Nd}])?|(?<=[\\p{L},;] )\\p{Lu}[\\p{L}\\p{M}'’-]+");
  /** A fact that is there counts as much as a word that stands in every twentieth segment. */
  private static final double FACT_WEIGHT = 3;
  /** What a second sentence has to add of the claim's weight, unless it adds a fact. */
  private static final double ADDED = 0.25;
  private static final int LONGEST_PAIR = 500;
  /** Fewer words that carry something tell a stranger nothing. */
  private static final int FEWEST_TERMS = 3;

  private QuoteChooser() {}

  /**
   * The sentence, item or row of the segment's body that shares most with the claim, its figures, its names and its rarest
   * terms; with the one after or before it where that brings a fact, or much else, that the first lacks. The first of
   * equals, also when nothing is shared.
   *
   * @return a literal part of the segment's text
   */
  public static String choose(String claim, Segment segment, IndexView view) {
    return range(claim, segment, view).of(segment.text());
  }

  /** Where in the segment's text those words stand. */
  static TextRange range(String claim, Segment segment, IndexView view) {
    List<TextRange> units = units(segment);
    var wanted = new Wanted(claim, segment, view);
    TextRange best = units.getFirst();
    double most = -1;
    for (TextRange unit : units) {
      double score = wanted.score(unit);
      if (score > most) {
        best = unit;
        most = score;
      }
    }
    int at = units.indexOf(best);
    for (int beside : new int[]{at + 1, at - 1}) {
      if (most > 0 && beside >= 0 && beside < units.size()) {
        TextRange other = units.get(beside);
        var both = new TextRange(Math.min(best.start(), other.start()), Math.max(best.end(), other.end()));
        boolean fits = both.end() - both.start() <= LONGEST_PAIR;
        if (fits && (wanted.facts(both) > wanted.facts(best)
            || wanted.score(both) - most >= ADDED * wanted.weight())) {
          return both;
        }
      }
    }
    return best;
  }

  /**
   * Where the words stand that somebody who reads nothing else of the segment makes something of: a lead-in comes with what
   * it leads to, the names of columns with rows, "No." with the sentence after it.
   */
  public static TextRange telling(String claim, Segment segment, IndexView view) {
    TextRange chosen = range(claim, segment, view);
    int end = chosen.end();
    boolean leads = false;
    for (TextRange unit : units(segment)) {
      if (unit.end() <= chosen.start()) {
        continue;
      }
      if (unit.start() >= end) {
        var until = new TextRange(chosen.start(), end);
        boolean telling = view.terms(until.of(segment.text()), segment.language()).size() >= FEWEST_TERMS;
        if (telling && !leads || unit.end() - chosen.start() > LONGEST_PAIR) {
          break;
        }
        end = unit.end();
      }
      leads |= unit.of(segment.text()).stripTrailing().endsWith(":") || header(unit, segment);
    }
    return new TextRange(chosen.start(), end);
  }

  private static boolean header(TextRange unit, Segment segment) {
    return segment.blocks()
        .stream()
        .anyMatch(block -> block.kind() == Block.Kind.TABLE_HEADER && block.start() == unit.start());
  }

  /** The sentences of the body, its items, rows and code as they are; the whole body where there is none. */
  private static List<TextRange> units(Segment segment) {
    String text = segment.text();
    int from = segment.body().isBlank() ? 0 : segment.bodyStart();
    List<TextRange> whole = segment.blocks()
        .stream()
        .filter(block -> block.start() >= from && (block.kind().item() || block.kind().row()
            || block.kind() == Block.Kind.CODE))
        .map(block -> new TextRange(block.start(), block.end()))
        .toList();
    var units = new ArrayList<TextRange>();
    int next = 0;
    for (TextRange sentence : Sentences.of(text, segment.language())) {
      while (next < whole.size() && whole.get(next).end() <= sentence.start()) {
        next++;
      }
      TextRange unit = next < whole.size() && whole.get(next).start() < sentence.end() ? whole.get(next) : sentence;
      if (sentence.start() >= from && !unit.of(text).isBlank() && (units.isEmpty() || !units.getLast().equals(unit))) {
        units.add(unit);
      }
    }
    return units.isEmpty() ? List.of(new TextRange(from, text.length())) : units;
  }

  /** What a claim holds that is looked for in a segment. */
  private static final class Wanted {
    private final Segment segment;
    private final IndexView view;
    private final Set<String> terms;
    private final Set<String> facts;

    Wanted(String claim, Segment segment, IndexView view) {
      this.segment = segment;
      this.view = view;
      this.terms = terms(claim);
      this.facts = FACT.matcher(claim)
          .results()
          .map(MatchResult::group)
          .map(fact -> fact.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }

    double score(TextRange range) {
      return weight(terms(range.of(segment.text())).stream().filter(terms::contains).collect(Collectors.toSet()))
          + FACT_WEIGHT * facts(range);
    }

    long facts(TextRange range) {
      String words = range.of(segment.text()).toLowerCase(Locale.ROOT);
      return facts.stream().filter(words::contains).count();
    }

    double weight() {
      return weight(terms);
    }

    private double weight(Set<String> some) {
      return some.stream().mapToDouble(term -> view.idf(term, segment.language())).sum();
    }

    private Set<String> terms(String text) {
      return view.terms(text, segment.language()).stream().map(Term::text).collect(Collectors.toSet());
    }
  }
}

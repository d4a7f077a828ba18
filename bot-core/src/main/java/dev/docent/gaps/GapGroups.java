package dev.docent.gaps;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.QuestionWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings questions together that ask for the same thing, by the weight of the terms they share. */
public final class GapGroups {
  /** Two questions are about the same when they share this much of the weight of the one with less of it. */
  private static final double SHARED = 0.5;
  private static final int WORDS_SHOWN = 4;
  /** In a small corpus even a telling word has next to no weight. */
  private static final double LEAST = 0.1;

  private GapGroups() {}

  /** The groups, the most often asked first; of equals, the latest. */
  public static List<GapGroup> of(List<Gap> gaps, IndexView view) {
    var groups = new ArrayList<List<Asked>>();
    for (Gap gap : gaps) {
      Asked asked = Asked.of(gap, view);
      List<Asked> nearest = List.of();
      double most = SHARED;
      for (List<Asked> group : groups) {
        double shared = group.stream().mapToDouble(asked::shares).max().orElse(0);
        if (shared >= most) {
          most = shared;
          nearest = group;
        }
      }
      if (nearest.isEmpty()) {
        groups.add(new ArrayList<>(List.of(asked)));
      } else {
        nearest.add(asked);
      }
    }
    return groups.stream()
        .map(GapGroups::group)
        .sorted(Comparator.comparingInt((GapGroup g) -> g.gaps().size())
            .thenComparing(GapGroup::latest)
            .reversed())
        .toList();
  }

  private static GapGroup group(List<Asked> asked) {
    Map<String, Double> weights = new LinkedHashMap<>();
    asked.forEach(a -> a.terms.forEach((term, word) -> weights.merge(term, word.weight, Double::sum)));
    List<String> about = weights.entrySet()
        .stream()
        .filter(e -> asked.size() == 1 || asked.stream().filter(a -> a.terms.containsKey(e.getKey())).count() > 1)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(WORDS_SHOWN)
        .map(e -> word(e.getKey(), asked))
        .toList();
    return new GapGroup(about, asked.stream().map(Asked::gap).toList());
  }

  private static String word(String term, List<Asked> asked) {
    return asked.stream()
        .flatMap(a -> a.terms.entrySet().stream())
        .filter(e -> e.getKey().equals(term))
        .map(e -> e.getValue().written)
        .findFirst()
        .orElse(term);
  }

  /** A term as it was written, and what it weighs. */
  private record Word(String written, double weight) {}

  private record Asked(Gap gap, Map<String, Word> terms) {

    static Asked of(Gap gap, IndexView view) {
      Language language = QueryLanguages.guess(gap.question());
      var terms = new LinkedHashMap<String, Word>();
      for (Term term : view.terms(gap.question(), language)) {
        String written = gap.question().substring(term.start(), term.end());
        if (!QuestionWords.contains(written, language)) {
          terms.putIfAbsent(term.text(), new Word(written, Math.max(view.idf(term.text(), language), LEAST)));
        }
      }
      return new Asked(gap, terms);
    }

    double shares(Asked other) {
      double shared = terms.entrySet()
          .stream()
          .filter(e -> other.terms.containsKey(e.getKey()))
          .mapToDouble(e -> e.getValue().weight)
          .sum();
      double least = Math.min(total(), other.total());
      return gap.question().equalsIgnoreCase(other.gap.question()) ? 1 : least == 0 ? 0 : shared / least;
    }

    private double total() {
      return terms.values().stream().mapToDouble(Word::weight).sum();
    }
  }
}

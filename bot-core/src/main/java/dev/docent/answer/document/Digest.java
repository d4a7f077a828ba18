package dev.docent.answer.document;

import dev.docent.answer.Evidence;
import dev.docent.answer.extractive.RankedSentence;
import dev.docent.answer.extractive.SentenceFeatures;
import dev.docent.corpus.Segment;
import dev.docent.corpus.TextRange;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sentences that stand for a whole text: those that hold most of its frequent terms for their length, the opening
 * first, none that repeats another. After Luhn, "The automatic creation of literature abstracts", 1958.
 */
final class Digest {
  private static final int SHORTEST = 5;
  private final Evidence evidence;

  Digest(Evidence evidence) {
    this.evidence = evidence;
  }

  /** At most so many sentences, in reading order. */
  List<RankedSentence> sentences(int most) {
    Map<String, Integer> frequency = new HashMap<>();
    var candidates = new ArrayList<Candidate>();
    for (Passage passage : evidence.passages()) {
      Segment segment = passage.segment();
      List<Term> terms = evidence.view().terms(segment.text(), segment.language());
      terms.forEach(term -> frequency.merge(term.text(), 1, Integer::sum));
      for (TextRange range : SentenceFeatures.bodySentences(segment)) {
        Set<String> inside = new HashSet<>();
        terms.stream()
            .filter(t -> t.start() >= range.start() && t.end() <= range.end())
            .map(Term::text)
            .forEach(inside::add);
        candidates.add(new Candidate(passage, range, inside, candidates.size()));
      }
    }
    return chosen(candidates, frequency, most);
  }

  private static List<RankedSentence> chosen(List<Candidate> candidates, Map<String, Integer> frequency, int most) {
    var chosen = new ArrayList<Candidate>();
    Set<String> said = new HashSet<>();
    var left = new ArrayList<>(candidates);
    while (chosen.size() < most && !left.isEmpty()) {
      Candidate best = left.stream().max(Comparator.comparingDouble(c -> c.worth(frequency, said))).orElseThrow();
      left.remove(best);
      chosen.add(best);
      said.addAll(best.terms);
    }
    return chosen.stream()
        .sorted(Comparator.comparingInt(Candidate::order))
        .map(c -> new RankedSentence(c.passage, c.range, List.of(), 0, List.of(), "", false))
        .toList();
  }

  private record Candidate(Passage passage, TextRange range, Set<String> terms, int order) {
    double worth(Map<String, Integer> frequency, Set<String> said) {
      double sum = terms.stream()
          .filter(t -> !said.contains(t))
          .mapToDouble(t -> frequency.getOrDefault(t, 0) - 0.5)
          .sum();
      double opening = order == 0 ? 2 : 1;
      return opening * sum / Math.sqrt(Math.max(SHORTEST, terms.size()));
    }
  }
}

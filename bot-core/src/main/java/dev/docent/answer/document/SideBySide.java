package dev.docent.answer.document;

import dev.docent.answer.Evidence;
import dev.docent.answer.extractive.RankedSentence;
import dev.docent.answer.extractive.SentenceFeatures;
import dev.docent.corpus.TextRange;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two documents compared: where they say nearly the same with a difference, else what each says in short. Stateless. */
final class SideBySide {
  /** So much of the shorter sentence is in both: dates and names, in which they differ, are a good part of one. */
  private static final double ALIKE = 0.4;
  private static final int FEWEST_TERMS = 3;
  private static final int PAIRS = 3;
  private static final int OF_EACH = 2;

  private SideBySide() {}

  /** Pairs, one sentence of each; or some sentences of the first, then of the second. */
  static List<RankedSentence> of(String first, String second, Evidence evidence) {
    List<Said> ofFirst = said(first, evidence);
    List<Said> ofSecond = new ArrayList<>(said(second, evidence));
    var chosen = new ArrayList<RankedSentence>();
    for (Said one : ofFirst) {
      ofSecond.stream().filter(one::differsFrom).max(Comparator.comparingDouble(one::alike)).ifPresent(other -> {
        if (chosen.size() < 2 * PAIRS) {
          chosen.addAll(List.of(one.sentence, other.sentence));
          ofSecond.remove(other);
        }
      });
    }
    if (chosen.isEmpty()) {
      chosen.addAll(new Digest(only(first, evidence)).sentences(OF_EACH));
      chosen.addAll(new Digest(only(second, evidence)).sentences(OF_EACH));
    }
    return chosen;
  }

  private static Evidence only(String document, Evidence evidence) {
    return new Evidence(
        evidence.passages().stream().filter(p -> p.segment().documentId().equals(document)).toList(), evidence.view());
  }

  private static List<Said> said(String document, Evidence evidence) {
    var all = new ArrayList<Said>();
    for (Passage passage : only(document, evidence).passages()) {
      for (TextRange range : SentenceFeatures.bodySentences(passage.segment())) {
        Set<String> terms = evidence.view()
            .terms(range.of(passage.segment().text()), passage.segment().language())
            .stream()
            .map(Term::text)
            .collect(Collectors.toSet());
        all.add(new Said(WholeReader.quoted(passage, range, ""), terms));
      }
    }
    return all;
  }

  private record Said(RankedSentence sentence, Set<String> terms) {
    boolean differsFrom(Said other) {
      return !terms.equals(other.terms) && shared(other) >= FEWEST_TERMS && alike(other) >= ALIKE;
    }

    double alike(Said other) {
      return shared(other) / (double) Math.max(1, Math.min(terms.size(), other.terms.size()));
    }

    private int shared(Said other) {
      Set<String> both = new HashSet<>(terms);
      both.retainAll(other.terms);
      return both.size();
    }
  }
}

package dev.docent.retrieval;

import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at the passages again, now with scores beside ranks: BM25's as a share of the best one's, the cosine, and how
 * much of the question the passage holds. Cuts what shares nothing with the question. Safe for use by several threads.
 */
public final class CoverageReranker implements Reranker {
  private static final double WORDS = 1.0;
  private static final double COSINE = 1.5;
  private static final double COVERAGE = 0.6;
  /** So many passages are read; the nearest one is among them. */
  private static final int LAST_READ = 5;
  /** A passage that holds none of the question's terms is evidence only if its vector is this near. */
  private static final double NEAR = 0.6;

  @Override
  public List<Passage> rerank(Query query, List<Passage> passages, IndexView view) {
    double best = passages.stream().mapToDouble(p -> p.words().score()).max().orElse(0);
    Map<Language, QueryTerms> terms = new HashMap<>();
    var scored = new ArrayList<Passage>();
    for (Passage passage : passages) {
      Segment segment = passage.segment();
      double coverage = coverage(terms.computeIfAbsent(segment.language(), l -> QueryTerms.of(query, view, l)), segment,
          view);
      if (coverage > 0 || passage.words().ranked() || passage.vectors().score() >= NEAR) {
        double words = best > 0 ? passage.words().score() / best : 0;
        scored.add(
            passage.withRank(1, WORDS * words + COSINE * passage.vectors().score() + COVERAGE * coverage));
      }
    }
    scored.sort(Comparator.comparingDouble(Passage::score).reversed());
    // Where a word of the question stands everywhere, the nearest passage may have no rank by words at all.
    for (int i = LAST_READ; i < scored.size(); i++) {
      if (scored.get(i).vectors().rank() == 1) {
        scored.add(LAST_READ - 1, scored.remove(i));
      }
    }
    var ranked = new ArrayList<Passage>();
    for (Passage passage : scored) {
      ranked.add(passage.withRank(ranked.size() + 1, passage.score()));
    }
    return ranked;
  }

  private static double coverage(QueryTerms terms, Segment segment, IndexView view) {
    String all = segment.title() + "\n" + String.join("\n", segment.headings()) + "\n" + segment.text();
    Set<String> held = view.terms(all, segment.language()).stream().map(Term::text).collect(Collectors.toSet());
    double sum = terms.own().stream().mapToDouble(QueryTerms.Own::idf).sum();
    return sum == 0
        ? 0
        : terms.own().stream().filter(o -> held.contains(o.meant())).mapToDouble(QueryTerms.Own::idf).sum() / sum;
  }
}

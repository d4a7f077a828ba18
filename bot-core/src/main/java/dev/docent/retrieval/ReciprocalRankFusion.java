package dev.docent.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges rankings by rank: a passage's score is the sum of {@code weight / (60 + rank)} over the rankings that hold it
 * (Cormack, Clarke and Buettcher, SIGIR 2009), each ranking weighted. Copies of one text are one passage. The score orders; it is no confidence.
 *
 * @param weights one a ranking, in their order; a ranking of weight 0 doesn't count
 */
public record ReciprocalRankFusion(List<Double> weights) {
  private static final double K = 60;

  /** Every ranking counts the same. */
  public static final ReciprocalRankFusion EQUAL = new ReciprocalRankFusion(List.of());

  public ReciprocalRankFusion {
    weights = List.copyOf(weights);
  }

  /** At most {@code limit} passages, best first; ties keep the order of the first ranking that holds them. */
  public List<Passage> fuse(List<List<Passage>> rankings, int limit) {
    Map<String, Passage> merged = new LinkedHashMap<>();
    for (int i = 0; i < rankings.size(); i++) {
      double weight = weights.isEmpty() ? 1 : weights.get(i);
      if (weight > 0) {
        for (Passage passage : rankings.get(i)) {
          double score = weight / (K + passage.rank());
          merged.merge(Deduplication.key(passage.segment()), passage.withRank(1, score),
              ReciprocalRankFusion::together);
        }
      }
    }
    List<Passage> best = merged.values()
        .stream()
        .sorted(Comparator.comparingDouble(Passage::score).reversed())
        .limit(limit)
        .toList();
    var ranked = new ArrayList<Passage>();
    best.forEach(passage -> ranked.add(passage.withRank(ranked.size() + 1, passage.score())));
    return ranked;
  }

  private static Passage together(Passage a, Passage b) {
    return new Passage(a.segment(), 1, a.score() + b.score(), a.words().ranked() ? a.words() : b.words(),
        a.vectors().ranked() ? a.vectors() : b.vectors());
  }
}

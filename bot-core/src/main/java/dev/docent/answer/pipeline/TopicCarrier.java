package dev.docent.answer.pipeline;

import dev.docent.conversation.Turn;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question that leaves its topic out, such as "who do I have to inform?" after one on parental leave: it takes the words
 * of the turn before with it where it finds little by itself and much with them. Stateless.
 */
final class TopicCarrier {
  /** By itself it holds less than this of the question's terms, by their rarity. */
  private static final double LITTLE = 0.75;
  /** Its own words must be in what is found with the words carried as well: at least as well as without them. */
  private static final double LEAST = 0.5;
  private static final int LONGEST = 8;

  private TopicCarrier() {}

  /** @param best the best passage for a query; none where nothing fits */
  static Query carried(Query query, List<Turn> turns, IndexView view, Function<Query, List<Passage>> best) {
    if (turns.isEmpty() || query.rewritten() || view.segmentCount() == 0) {
      return query;
    }
    Turn before = turns.getLast();
    if (before.answer().isEmpty() || query.text().split("\\s+").length > LONGEST) {
      return query;
    }
    List<Passage> alone = best.apply(query);
    double own = alone.isEmpty() ? 0 : held(query, alone.getFirst().segment(), view);
    if (own >= LITTLE) {
      return query;
    }
    var with = new Query(query.original(), query.text(), List.of(before.understood()));
    List<Passage> together = best.apply(with);
    if (together.isEmpty()) {
      return query;
    }
    Segment found = together.getFirst().segment();
    boolean onTopic = held(Query.of(before.understood()), found, view) >= LITTLE;
    return onTopic && held(query, found, view) >= Math.max(LEAST, own) ? with : query;
  }

  /** The share of a query's own terms, by their rarity, that a segment holds. */
  private static double held(Query query, Segment segment, IndexView view) {
    Set<String> there = view
        .terms(segment.title() + "\n" + String.join("\n", segment.headings()) + "\n" + segment.text(),
            segment.language())
        .stream()
        .map(Term::text)
        .collect(Collectors.toSet());
    List<QueryTerms.Own> own = QueryTerms.of(Query.of(query.text()), view, segment.language()).own();
    double all = own.stream().mapToDouble(QueryTerms.Own::idf).sum();
    return all == 0
        ? 0
        : own.stream().filter(o -> there.contains(o.meant())).mapToDouble(QueryTerms.Own::idf).sum() / all;
  }
}

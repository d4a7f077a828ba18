package dev.docent.retrieval;

import dev.docent.corpus.Language;
import dev.docent.index.IndexView;
import dev.docent.index.ScoredSegment;
import java.util.ArrayList;
import java.util.List;

/** Ranks by BM25 in every language the query may be asked in. */
public final class LexicalRetriever implements Retriever {

  @Override
  public List<Passage> retrieve(Query query, IndexView view, int limit) {
    var rankings = new ArrayList<List<Passage>>();
    for (Language language : QueryLanguages.of(query.text(), view.languages())) {
      List<ScoredSegment> scored = view.matchingTerms(QueryTerms.of(query, view, language).matched(), language, limit);
      var passages = new ArrayList<Passage>();
      for (ScoredSegment segment : scored) {
        int rank = passages.size() + 1;
        passages.add(new Passage(segment.segment(), rank, segment.score(), new RetrieverRank(rank, segment.score()),
            RetrieverRank.NONE));
      }
      rankings.add(passages);
    }
    return rankings.size() == 1 ? rankings.getFirst() : ReciprocalRankFusion.EQUAL.fuse(rankings, limit);
  }
}

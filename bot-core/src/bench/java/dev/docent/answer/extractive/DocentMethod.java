package dev.docent.answer.extractive;

import dev.docent.retrieval.Passage;
import java.util.List;

/** Docent's own path, asked for its best sentence whether it would show it or not. For one thread. */
final class DocentMethod implements Baselines.Method {
  private final OpenedCorpus corpus;
  private final Confidence confidence = new Confidence();
  private List<Passage> passages = List.of();

  DocentMethod(OpenedCorpus corpus) {
    this.corpus = corpus;
  }

  @Override
  public List<Baselines.Found> find(String question) {
    passages = corpus.reranked(question, corpus.retrieved(question));
    return passages.stream().map(p -> new Baselines.Found(p.segment().documentId(), p.segment().text())).toList();
  }

  @Override
  public Baselines.Pointed sentence(String question, List<Baselines.Found> found) {
    SentenceRanker.Ranking ranking = corpus.sentences(question, passages);
    if (ranking.sentences().isEmpty()) {
      return new Baselines.Pointed("", 0);
    }
    boolean ruledOut = ranking.sentences().getFirst().contradicted() || corpus.ruledOut(question, passages);
    return new Baselines.Pointed(ranking.sentences().getFirst().text(), ruledOut ? 0 : confidence.of(ranking));
  }

  /** Below this nothing is shown. */
  double floor() {
    return confidence.floor(new SentenceRanker.Ranking(List.of(), true, ""));
  }
}

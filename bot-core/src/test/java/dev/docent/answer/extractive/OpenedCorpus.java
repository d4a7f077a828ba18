package dev.docent.answer.extractive;

import dev.docent.answer.Evidence;
import dev.docent.answer.onnx.OnnxSpanReader;
import dev.docent.corpus.Splitter;
import dev.docent.corpus.files.FolderSource;
import dev.docent.corpus.opennlp.OpenNlpLanguageDetector;
import dev.docent.index.Embedder;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.lucene.LuceneSegmentIndex;
import dev.docent.onnx.OnnxModels;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Reloader;
import dev.docent.reload.VectorFiller;
import dev.docent.retrieval.CoverageReranker;
import dev.docent.retrieval.DenseRetriever;
import dev.docent.retrieval.HybridRetriever;
import dev.docent.retrieval.LexicalRetriever;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import dev.docent.retrieval.QueryVectors;
import java.nio.file.Path;
import java.util.List;

/** Docent's stops over a folder, each open to be looked into. */
final class OpenedCorpus implements AutoCloseable {
  private static final int EVIDENCE = 5;

  private final SegmentIndex index;
  private final IndexView view;
  private final HybridRetriever retriever;
  private final CoverageReranker reranker = new CoverageReranker();
  private final SentenceRanker ranker;

  OpenedCorpus(Path folder, Path data, Embedder embedder) throws InterruptedException {
    index = LuceneSegmentIndex.open(data, embedder::understands);
    new Reloader(new FolderSource(folder, new OpenNlpLanguageDetector()), new Splitter(), index,
        new IndexManifest(embedder.name(), Splitter.VERSION, LuceneSegmentIndex.FORMAT))
        .reload(ReloadRequest.CAREFUL, Progress.NONE);
    new VectorFiller(index, embedder).fill(Progress.NONE);
    view = index.acquire();
    var vectors = new QueryVectors(embedder);
    retriever = new HybridRetriever(new LexicalRetriever(), new DenseRetriever(vectors), embedder);
    ranker = new SentenceRanker(new OnnxSpanReader(OnnxModels.UNKEPT));
  }

  IndexView view() {
    return view;
  }

  List<Passage> retrieved(String question) {
    return retriever.retrieve(Query.of(question), view, 20);
  }

  List<Passage> reranked(String question, List<Passage> retrieved) {
    return reranker.rerank(Query.of(question), retrieved, view);
  }

  /** The sentences of the evidence, best first; none without evidence. */
  SentenceRanker.Ranking sentences(String question, List<Passage> reranked) {
    if (reranked.isEmpty()) {
      return new SentenceRanker.Ranking(List.of(), false, "");
    }
    List<Passage> evidence = reranked.subList(0, Math.min(EVIDENCE, reranked.size()));
    return ranker.rank(Query.of(question), kind(question, evidence), new Evidence(evidence, view));
  }

  /** Whether the question itself names what no document holds. */
  boolean ruledOut(String question, List<Passage> reranked) {
    Query query = Query.of(question);
    return !reranked.isEmpty() && Conditions
        .unmet(query, QueryTerms.of(query, view, reranked.getFirst().segment().language()))
        .isPresent();
  }

  static QuestionKind kind(String question, List<Passage> evidence) {
    return QuestionKind.of(question, evidence.getFirst().segment().language());
  }

  @Override
  public void close() {
    view.close();
    index.close();
  }
}

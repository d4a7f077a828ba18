package dev.docent.answer.extractive;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.pipeline.Answerer;
import dev.docent.answer.pipeline.CitationVerifier;
import dev.docent.answer.EvidenceSource;
import dev.docent.answer.claim.FactCheck;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.Question;
import dev.docent.answer.Reader;
import dev.docent.answer.SpanReader;
import dev.docent.conversation.RecentTurns;
import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import dev.docent.index.SegmentIndex;
import dev.docent.retrieval.CoverageReranker;
import dev.docent.retrieval.DenseRetriever;
import dev.docent.retrieval.FollowUpRewriter;
import dev.docent.retrieval.HybridRetriever;
import dev.docent.retrieval.LexicalRetriever;
import dev.docent.retrieval.NamedDocuments;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryRewriter;
import dev.docent.retrieval.QueryVectors;
import dev.docent.retrieval.Reranker;
import dev.docent.retrieval.Retriever;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The way of a question as Docent wires it, with a clock at each stop. For one thread. */
public final class TimedStops {
  public static final String WHOLE = "the whole question";
  private static final String WORDS = "ranking by words";
  private static final String VECTOR = "making the question's vector";
  private static final String VECTORS = "ranking by vectors";
  private static final String FUSION = "fusing both";
  private static final String RERANKING = "reranking";
  /** The stops that lead to ranked passages. */
  public static final List<String> RANKING = List.of(WORDS, VECTOR, VECTORS, FUSION, RERANKING);
  private static final String SPANS = "reading the passages, all cores";

  private final Map<String, List<Double>> millis = new LinkedHashMap<>();
  private final Map<String, Double> spent = new LinkedHashMap<>();
  private final Answerer answerer;

  public TimedStops(SegmentIndex index, Embedder embedder, SpanReader spans) {
    Retriever words = clocked(WORDS, new LexicalRetriever());
    Embedder model = clocked(embedder);
    Retriever vectors = clocked(VECTORS,
        new DenseRetriever(new QueryVectors(model)));
    Retriever hybrid = clocked(FUSION, new HybridRetriever(words, vectors, model));
    QueryRewriter byRule = new FollowUpRewriter();
    QueryRewriter rewriter = (question, turns, languages) -> {
      long began = System.nanoTime();
      try {
        return byRule.rewrite(question, turns, languages);
      } finally {
        add("understanding the question", (System.nanoTime() - began) / 1e6);
      }
    };
    Reranker ranking = new NamedDocuments(new CoverageReranker());
    Reranker reranker = (query, passages, view) -> clocked(RERANKING, () -> ranking.rerank(query, passages, view));
    SpanReader read = clocked(spans);
    var extractive = new ExtractiveReader(read);
    Reader reader = new Reader() {
      @Override
      public Name name() {
        return extractive.name();
      }

      @Override
      public Draft read(Query query, Evidence evidence, ClaimListener claims)
          throws InterruptedException {
        long began = System.nanoTime();
        double inner = spent.getOrDefault(SPANS, 0.0);
        try {
          return extractive.read(query, evidence, claims);
        } finally {
          add("ranking the sentences", (System.nanoTime() - began) / 1e6 - (spent.getOrDefault(SPANS, 0.0) - inner));
        }
      }
    };
    answerer = new Answerer(index, new RecentTurns(1, 1), rewriter, EvidenceSource.NONE, hybrid, reranker, reader,
        new CitationVerifier(new FactCheck()));
  }

  public Answer ask(String question) throws InterruptedException {
    spent.clear();
    for (String stop : List.of("understanding the question", WORDS, VECTOR, VECTORS, FUSION, RERANKING, SPANS)) {
      spent.put(stop, 0.0);
    }
    long began = System.nanoTime();
    Answer answer = answerer.answer(Question.of(question), AnswerListener.SILENT);
    double whole = (System.nanoTime() - began) / 1e6;
    double vector = spent.getOrDefault(VECTOR, 0.0);
    spent.merge(VECTORS, -vector, Double::sum);
    for (String inner : List.of(WORDS, VECTORS, VECTOR)) {
      spent.merge(FUSION, -spent.getOrDefault(inner, 0.0), Double::sum);
    }
    double all = spent.values().stream().mapToDouble(Double::doubleValue).sum();
    add("verifying and all else", whole - all);
    add(WHOLE, whole);
    spent.forEach((stop, took) -> millis.computeIfAbsent(stop, s -> new ArrayList<>()).add(took));
    return answer;
  }

  /** The stops there are, in the order in which the first question passed them. */
  public List<String> names() {
    return List.copyOf(millis.keySet());
  }

  /** The median, over the questions, of what they took at these stops together; in milliseconds. */
  public double median(List<String> stops) {
    int questions = millis.getOrDefault(WHOLE, List.of()).size();
    var sums = new ArrayList<Double>();
    for (int i = 0; i < questions; i++) {
      double sum = 0;
      for (String stop : stops) {
        sum += millis.getOrDefault(stop, List.of()).get(i);
      }
      sums.add(sum);
    }
    return middle(sums);
  }

  public static double middle(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  public void forget() {
    millis.clear();
  }

  private void add(String stop, double took) {
    spent.merge(stop, took, Double::sum);
  }

  private <T> T clocked(String stop, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(stop, (System.nanoTime() - began) / 1e6);
    }
  }

  private Retriever clocked(String stop, Retriever retriever) {
    return (query, view, limit) -> clocked(stop, () -> retriever.retrieve(query, view, limit));
  }

  private Embedder clocked(Embedder embedder) {
    return new Embedder() {
      @Override
      public String name() {
        return embedder.name();
      }

      @Override
      public int dimensions() {
        return embedder.dimensions();
      }

      @Override
      public boolean understands(Language language) {
        return embedder.understands(language);
      }

      @Override
      public List<float[]> embed(List<String> texts) {
        return clocked(VECTOR, () -> embedder.embed(texts));
      }
    };
  }

  private SpanReader clocked(SpanReader reader) {
    return new SpanReader() {
      @Override
      public boolean understands(Language language) {
        return reader.understands(language);
      }

      @Override
      public List<Reading> read(String question, List<Text> passages) {
        return clocked(SPANS, () -> reader.read(question, passages));
      }
    };
  }
}

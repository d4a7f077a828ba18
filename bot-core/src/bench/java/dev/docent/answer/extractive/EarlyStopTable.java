package dev.docent.answer.extractive;

import dev.docent.corpus.Segment;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import dev.docent.retrieval.Passage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints what would come of reading no further once the first passages have answered surely (decision 24): how many
 * questions that would spare, and how many it would answer otherwise. Arguments: the folder of the sets, a folder to
 * work in.
 */
final class EarlyStopTable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final double[] SURE = {0.5, 0.6, 0.7, 0.8, 0.9};
  /** Of the larger set every so manieth question is asked. */
  private static final int EVERY = 5;

  private EarlyStopTable() {}

  public static void main(String[] args) throws Exception {
    Path eval = Path.of(args[0]);
    Path work = Path.of(args[1]);
    Path english = eval.resolve("xquad-en-a");
    table("articles, all with an answer (xquad-en-a)",
        new EvalSet(english.resolve("files"), EvalSet.cases(english.resolve("queries-files.jsonl"), "")), 1, work);
    table("paragraphs, half without an answer (squad2-a, every fifth question)",
        EvalSet.paragraphs(eval.resolve("squad2-a"), work.resolve("squad2")), EVERY, work);
  }

  /** What the first passages say, and what all five say. */
  private record Outcome(double sure, boolean same, boolean early, boolean all, boolean differs) {}

  private static void table(String name, EvalSet set, int every, Path work) throws Exception {
    var outcomes = new ArrayList<Outcome>();
    try (var corpus = new OpenedCorpus(set.folder(), Files.createTempDirectory(work, "index"),
        new RememberingEmbedder(new LangChain4jEmbedder(OnnxModels.UNKEPT)))) {
      for (int i = 0; i < set.cases().size(); i += every) {
        EvalSet.Case one = set.cases().get(i);
        List<Passage> reranked = corpus.reranked(one.question(), corpus.retrieved(one.question()));
        if (reranked.size() > SentenceRanker.FIRST) {
          outcomes.add(outcome(corpus, one, reranked));
        }
      }
    }
    OUT.println("\n" + name + "\n");
    OUT.println("| sure of it after two passages | of the questions | the same sentence after five "
        + "| right after two | right after five | after five, two documents differ |");
    OUT.println("|---|---|---|---|---|---|");
    for (double sure : SURE) {
      List<Outcome> stopped = outcomes.stream().filter(outcome -> outcome.sure >= sure).toList();
      OUT.printf(Locale.ROOT, "| %.1f | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n", sure,
          100.0 * stopped.size() / outcomes.size(), share(stopped.stream().map(Outcome::same).toList()),
          share(stopped.stream().map(Outcome::early).toList()), share(stopped.stream().map(Outcome::all).toList()),
          share(stopped.stream().map(Outcome::differs).toList()));
    }
  }

  /** What is seen in the first passages doesn't depend on the others: their sentences' scores are those of all read. */
  private static Outcome outcome(OpenedCorpus corpus, EvalSet.Case one, List<Passage> reranked) {
    SentenceRanker.Ranking all = corpus.sentences(one.question(), reranked);
    Set<Segment> first = reranked.stream()
        .limit(SentenceRanker.FIRST)
        .map(Passage::segment)
        .collect(Collectors.toSet());
    List<RankedSentence> early = all.sentences().stream().filter(s -> first.contains(s.passage().segment())).toList();
    List<RankedSentence> others = all.sentences().stream().filter(s -> !early.contains(s)).toList();
    RankedSentence best = all.sentences().getFirst();
    RankedSentence bestEarly = early.getFirst();
    boolean readOn = OpenedCorpus.kind(one.question(), reranked).wide() || bestEarly.contradicted()
        || corpus.ruledOut(one.question(), reranked)
        || others.stream().anyMatch(other -> Disagreement.asMuchAsked(other, bestEarly));
    double sure = readOn ? 0 : new Confidence().of(new SentenceRanker.Ranking(early, true, ""));
    return new Outcome(sure, bestEarly.equals(best), right(one, bestEarly), right(one, best),
        Disagreement.with(best, all.sentences(), corpus.view()).isPresent());
  }

  private static boolean right(EvalSet.Case one, RankedSentence sentence) {
    return one.expected().equals("answerable") && one.held(sentence.text());
  }

  private static double share(List<Boolean> those) {
    return 100 * those.stream().mapToDouble(one -> one ? 1 : 0).average().orElse(0);
  }
}

package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints the tables of docs/quality.md on risk and coverage: of the questions a method is surest of, the share it
 * answers rightly, for Docent and for easy RAG. A question without an answer counts as answered wrongly. On all articles
 * and on the half that nothing was calibrated on. Arguments: the folder of the sets, a folder to work in.
 */
final class RiskTable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private RiskTable() {}

  public static void main(String[] args) throws Exception {
    Path eval = Path.of(args[0]);
    Path work = Path.of(args[1]);
    Path english = eval.resolve("xquad-en-a");
    table("articles, all with an answer (xquad-en-a)",
        new EvalSet(english.resolve("files"), EvalSet.cases(english.resolve("queries-files.jsonl"), "")), work);
    table("paragraphs, half without an answer (squad2-a)",
        EvalSet.paragraphs(eval.resolve("squad2-a"), work.resolve("squad2")), work);
  }

  /** What became of a question. */
  private record Outcome(boolean reported, boolean answerable, boolean right, double sure) {}

  private static void table(String name, EvalSet set, Path work) throws Exception {
    var embedder = new RememberingEmbedder(new LangChain4jEmbedder(OnnxModels.UNKEPT));
    List<Outcome> easy = outcomes(set,
        Baselines.easyRag(QualityTable.documents(set.folder()), Language.ENGLISH, embedder));
    List<Outcome> docent;
    double floor;
    try (var corpus = new OpenedCorpus(set.folder(), Files.createTempDirectory(work, "index"), embedder)) {
      var method = new DocentMethod(corpus);
      docent = outcomes(set, method);
      floor = method.floor();
    }
    OUT.println("\n" + name + "\n");
    OUT.println("| of the questions, the surest | easy RAG: right | held-out half | Docent: right | held-out half |");
    OUT.println("|---|---|---|---|---|");
    for (int percent = 10; percent <= 100; percent += 10) {
      OUT.printf(Locale.ROOT, "| %d %% | %.1f | %.1f | %.1f | %.1f |%n", percent, right(easy, percent),
          right(reported(easy), percent), right(docent, percent), right(reported(docent), percent));
    }
    if (set.cases().stream().anyMatch(one -> !answerable(one))) {
      OUT.printf(Locale.ROOT, "| AUROC, answer or none | %.1f | %.1f | %.1f | %.1f |%n", auroc(easy),
          auroc(reported(easy)), auroc(docent), auroc(reported(docent)));
      OUT.printf(Locale.ROOT, "| mean of right and rightly declined at the floor of %.2f | | | %.1f | %.1f |%n", floor,
          balance(docent, floor), balance(reported(docent), floor));
    }
  }

  private static boolean answerable(EvalSet.Case one) {
    return one.expected().equals("answerable");
  }

  private static List<Outcome> outcomes(EvalSet set, Baselines.Method method) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    for (EvalSet.Case one : set.cases()) {
      List<Baselines.Found> found = method.find(one.question());
      Baselines.Pointed pointed = method.sentence(one.question(), found);
      boolean right = answerable(one) && one.held(pointed.sentence());
      outcomes.add(new Outcome(!one.calibrates(), answerable(one), right, pointed.score()));
    }
    return outcomes;
  }

  private static List<Outcome> reported(List<Outcome> all) {
    return all.stream().filter(Outcome::reported).toList();
  }

  private static double right(List<Outcome> all, int percent) {
    return 100 * all.stream()
        .sorted(Comparator.comparingDouble(Outcome::sure).reversed())
        .limit(Math.max(1, Math.round(all.size() * percent / 100.0)))
        .mapToDouble(one -> one.right ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static double auroc(List<Outcome> all) {
    double above = 0;
    long pairs = 0;
    for (Outcome with : all.stream().filter(Outcome::answerable).toList()) {
      for (Outcome without : all.stream().filter(one -> !one.answerable).toList()) {
        above += with.sure > without.sure ? 1 : with.sure == without.sure ? 0.5 : 0;
        pairs++;
      }
    }
    return 100 * above / pairs;
  }

  private static double balance(List<Outcome> all, double floor) {
    double right = all.stream()
        .filter(Outcome::answerable)
        .mapToDouble(one -> one.right && one.sure >= floor ? 1 : 0)
        .average()
        .orElse(0);
    double declined = all.stream()
        .filter(one -> !one.answerable)
        .mapToDouble(one -> one.sure < floor ? 1 : 0)
        .average()
        .orElse(0);
    return 50 * (right + declined);
  }
}

package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import dev.docent.retrieval.Passage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints the table of docs/quality.md: how often the right document comes first and how often the sentence pointed at
 * holds the answer, for Docent and for plain methods, on the half of the articles that nothing was calibrated on and on
 * all of them. Arguments: the folder of the sets, a folder to work in.
 */
final class QualityTable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private QualityTable() {}

  public static void main(String[] args) throws Exception {
    Path eval = Path.of(args[0]);
    Path work = Path.of(args[1]);
    OUT.println(
        "| set | method | recall@1, held-out half | all | best sentence holds the answer, held-out half | all |");
    OUT.println("|---|---|---|---|---|---|");
    Path english = eval.resolve("xquad-en-a");
    table("paragraphs, English", EvalSet.paragraphs(english, work.resolve("en")), Language.ENGLISH, work);
    table("articles, English",
        new EvalSet(english.resolve("files"), EvalSet.cases(english.resolve("queries-files.jsonl"), "")),
        Language.ENGLISH, work);
    table("paragraphs, Russian", EvalSet.paragraphs(eval.resolve("xquad-ru-a"), work.resolve("ru")), Language.RUSSIAN,
        work);
  }

  private static void table(String name, EvalSet set, Language language, Path work) throws Exception {
    Map<String, String> documents = documents(set.folder());
    Embedder embedder = new RememberingEmbedder(new LangChain4jEmbedder(OnnxModels.UNKEPT));
    measure(name, "plain BM25", set, Baselines.bm25(documents, language));
    measure(name, "plain vectors", set, Baselines.vectors(documents, language, embedder));
    measure(name, "LangChain4j easy RAG", set, Baselines.easyRag(documents, language, embedder));
    try (var corpus = new OpenedCorpus(set.folder(), Files.createTempDirectory(work, "index"), embedder)) {
      measure(name, "**Docent**", set, new DocentMethod(corpus));
    }
  }

  static Map<String, String> documents(Path folder) throws IOException {
    var documents = new LinkedHashMap<String, String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        documents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return documents;
  }

  private static void measure(String name, String method, EvalSet set, Baselines.Method plain) throws IOException {
    var first = new Share();
    var sentence = new Share();
    for (EvalSet.Case one : set.cases()) {
      List<Baselines.Found> found = plain.find(one.question());
      first.count(one, !found.isEmpty() && one.documents().contains(found.getFirst().document()));
      sentence.count(one, one.held(plain.sentence(one.question(), found).sentence()));
    }
    OUT.println("| " + name + " | " + method + " | " + first + " | " + sentence + " |");
  }

  private static final class Share {
    private int reported;
    private int right;
    private int all;
    private int allRight;

    void count(EvalSet.Case one, boolean isRight) {
      all++;
      allRight += isRight ? 1 : 0;
      if (!one.calibrates()) {
        reported++;
        right += isRight ? 1 : 0;
      }
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f | %.1f", 100.0 * right / reported, 100.0 * allRight / all);
    }
  }
}

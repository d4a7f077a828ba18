package dev.docent.answer.extractive;

import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.onnx.OnnxModels;
import dev.docent.retrieval.Passage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes what the calibration learns from: for every question of some sets the features of each sentence, and the truth.
 * Each set is asked as a whole; where that makes sense also article by article, each a small folder of its own, with
 * questions about other articles among its own: in a folder of one document scores are of another size. Arguments: the
 * folder of the sets, a folder to work in, the names of the sets, with a + for article by article and a :N for one question of N; a name
 * that ends in .jsonl is the file of passages of real documentation.
 */
final class FeatureTable {
  private static final RememberingEmbedder EMBEDDER = new RememberingEmbedder(
      new LangChain4jEmbedder(OnnxModels.UNKEPT));

  private FeatureTable() {}

  public static void main(String[] args) throws Exception {
    Path eval = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    for (int i = 2; i < args.length; i++) {
      String[] named = args[i].split(":");
      int oneOf = named.length > 1 ? Integer.parseInt(named[1]) : 1;
      String name = named[0].replace("+", "");
      if (name.endsWith(".jsonl")) {
        EvalSet set = EvalSet.written(Path.of(name), out.resolve("written"));
        try (var table = new PrintWriter(Files.newBufferedWriter(out.resolve("written-sentences.tsv")))) {
          write(set, oneOf, out.resolve("written-index"), table);
        }
        continue;
      }
      EvalSet set = EvalSet.paragraphs(eval.resolve(name), out.resolve(name));
      try (var table = new PrintWriter(Files.newBufferedWriter(out.resolve(name + "-sentences.tsv")))) {
        write(set, oneOf, out.resolve(name + "-index"), table);
        if (named[0].endsWith("+")) {
          for (String article : set.articles()) {
            Path folder = out.resolve(name + "-articles").resolve(article);
            write(EvalSet.article(eval.resolve(name), article, folder), oneOf,
                out.resolve(name + "-indexes").resolve(article), table);
          }
        }
      }
    }
  }

  private static void write(EvalSet set, int oneOf, Path index, PrintWriter table) throws InterruptedException {
    try (var corpus = new OpenedCorpus(set.folder(), index, EMBEDDER)) {
      for (EvalSet.Case one : set.cases()) {
        if (Math.floorMod(one.id().hashCode(), oneOf) != 0) {
          continue;
        }
        List<Passage> reranked = corpus.reranked(one.question(), corpus.retrieved(one.question()));
        if (!reranked.isEmpty()) {
          String id = set.folder().getFileName() + "/" + one.id();
          boolean ruledOut = corpus.ruledOut(one.question(), reranked);
          corpus.sentences(one.question(), reranked)
              .sentences()
              .forEach(s -> table.println(row(id, one, ruledOut || s.contradicted(), s)));
        }
      }
    }
  }

  private static String row(String id, EvalSet.Case one, boolean ruledOut, RankedSentence sentence) {
    boolean gold = one.documents().contains(sentence.passage().segment().documentId());
    return String.join("\t", id, half(one), one.expected(), gold ? "1" : "0",
        one.held(sentence.text()) ? "1" : "0", ruledOut ? "1" : "0",
        sentence.features().stream().map(FeatureTable::number).collect(Collectors.joining("\t")),
        sentence.text().replaceAll("\\s+", " "), sentence.span().replaceAll("\\s+", " "));
  }

  private static String half(EvalSet.Case one) {
    return one.calibrates() ? "calibrate" : "report";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}

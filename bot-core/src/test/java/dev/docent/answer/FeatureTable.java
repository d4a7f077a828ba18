package dev.docent.answer;

import dev.docent.corpus.Language;
import dev.docent.langchain4j.LangChain4jEmbedder;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryTerms;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes what the calibration learns from: for every question of some sets the features of each passage and sentence,
 * and the truth. Arguments: the folder of the sets, a folder to work in, the names of the sets.
 */
final class FeatureTable {
  private FeatureTable() {}

  public static void main(String[] args) throws Exception {
    Path eval = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    for (int i = 2; i < args.length; i++) {
      write(args[i], EvalSet.paragraphs(eval.resolve(args[i]), out.resolve(args[i])), out);
    }
  }

  private static void write(String name, EvalSet set, Path out) throws IOException, InterruptedException {
    var embedder = new RememberingEmbedder(new LangChain4jEmbedder());
    try (var corpus = new OpenedCorpus(set.folder(), out.resolve(name + "-index"), embedder);
        var sentences = new PrintWriter(Files.newBufferedWriter(out.resolve(name + "-sentences.tsv")));
        var passages = new PrintWriter(Files.newBufferedWriter(out.resolve(name + "-passages.tsv")))) {
      for (EvalSet.Case one : set.cases()) {
        List<Passage> fused = corpus.retrieved(one.question());
        List<Passage> reranked = corpus.reranked(one.question(), fused);
        fused.forEach(passage -> passages.println(row(one, passage, reranked)));
        if (!reranked.isEmpty()) {
          Language language = reranked.getFirst().segment().language();
          QueryTerms terms = QueryTerms.of(Query.of(one.question()), corpus.view(), language);
          String kind = OpenedCorpus.kind(one.question(), reranked).name();
          corpus.sentences(one.question(), reranked)
              .sentences()
              .forEach(s -> sentences.println(row(one, kind, terms, s)));
        }
      }
    }
  }

  private static String row(EvalSet.Case one, Passage passage, List<Passage> reranked) {
    int again = reranked.stream()
        .filter(p -> p.segment().equals(passage.segment()))
        .mapToInt(Passage::rank)
        .findFirst()
        .orElse(0);
    return String.join("\t", one.id(), one.article(), half(one),
        one.documents().contains(passage.segment().documentId()) ? "1" : "0", Integer.toString(passage.rank()),
        number(passage.words().score()), number(passage.vectors().score()), Integer.toString(passage.words().rank()),
        Integer.toString(passage.vectors().rank()), Integer.toString(again));
  }

  private static String row(EvalSet.Case one, String kind, QueryTerms terms, RankedSentence sentence) {
    boolean gold = one.documents().contains(sentence.passage().segment().documentId());
    double all = Math.max(1e-9, terms.own().stream().mapToDouble(QueryTerms.Own::idf).sum());
    double unknown = terms.own().stream().filter(o -> !o.known()).mapToDouble(QueryTerms.Own::idf).sum() / all;
    long known = terms.own().stream().filter(QueryTerms.Own::known).count();
    return String.join("\t", one.id(), one.article(), half(one), kind, one.answerable() ? "1" : "0", gold ? "1" : "0",
        one.held(sentence.text()) ? "1" : "0", number(unknown), number(Math.log(1 + known)),
        sentence.features().stream().map(FeatureTable::number).collect(Collectors.joining("\t")),
        sentence.text().replaceAll("\\s+", " "));
  }

  private static String half(EvalSet.Case one) {
    return one.calibrates() ? "calibrate" : "report";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}

package dev.docent.answer.extractive;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes {@code reader-weights.properties} from the tables of {@link FeatureTable}, on one half of the articles, and prints
 * what the weights reach on the other. Arguments: the folder of the tables, the file to write.
 */
final class Calibration {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  /** Features that say nothing where no span reader read. */
  private static final Set<String> OF_SPANS = Set.of("span", "answerable", "reading", "nearness", "cosine");
  /** What helps where there are words alone; beside what a span reader sees, the order of the passages misleads. */
  private static final Set<String> OF_WORDS = Set.of("rank");

  private Calibration() {}

  public static void main(String[] args) throws IOException {
    Path tables = Path.of(args[0]);
    List<AskedQuestion> english = AskedQuestion.read(tables.resolve("xquad-en-a-sentences.tsv"));
    List<AskedQuestion> misleading = AskedQuestion.read(tables.resolve("squad2-a-sentences.tsv"));
    List<AskedQuestion> russian = AskedQuestion.read(tables.resolve("xquad-ru-a-sentences.tsv"));
    List<AskedQuestion> real = AskedQuestion.read(tables.resolve("written-sentences.tsv"));
    List<AskedQuestion> both = joined(joined(english, misleading), real);
    try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
      out.println("# Made by the calibration that docs/quality.md describes; not to be edited by hand.");
      made("spans", 1.4, both, both, name -> !OF_WORDS.contains(name), Map.of("paragraphs", english, "misleading",
          misleading, "documentation", real), out);
      made("words", 1.85, joined(both, russian), joined(joined(russian, misleading), real),
          name -> !OF_SPANS.contains(name), Map.of("Russian", russian, "misleading", misleading, "documentation", real),
          out);
    }
  }

  private static void made(String name, double worth, List<AskedQuestion> forSentences,
      List<AskedQuestion> forConfidence,
      Predicate<String> used, Map<String, List<AskedQuestion>> sets, PrintWriter out) {
    Fitting sentences = Fitting.ranking(half(forSentences, true), used);
    OUT.printf(Locale.ROOT, "%s: best sentence right %.1f %% of the calibrated half, %.1f %% of the other%n", name,
        100 * right(half(forSentences, true), sentences), 100 * right(half(forSentences, false), sentences));
    print("sentence." + name, SentenceFeatures.NAMES, sentences, out);

    List<Verdict> calibrated = verdicts(half(forConfidence, true), sentences);
    List<Verdict> held = verdicts(half(forConfidence, false), sentences);
    Fitting confidence = Fitting.probability(calibrated.stream().filter(v -> !v.ruledOut()).toList(), used);
    print("confidence." + name, Confidence.NAMES, confidence, out);
    double floor = floor(calibrated, confidence, worth);
    out.printf(Locale.ROOT, "floor.%s=%.3f%n", name, floor);
    report(name, floor, held, confidence);
    new TreeMap<>(sets).forEach((set, questions) -> {
      List<AskedQuestion> other = half(questions, false);
      OUT.printf(Locale.ROOT, "%s, %s: best sentence right %.1f %%%n", name, set, 100 * right(other, sentences));
      report(name + ", " + set, floor, verdicts(other, sentences), confidence);
    });
  }

  private static List<AskedQuestion> half(List<AskedQuestion> questions, boolean calibrated) {
    return questions.stream().filter(q -> q.calibrates() == calibrated).toList();
  }

  private static double right(List<AskedQuestion> questions, Fitting model) {
    return questions.stream()
        .filter(AskedQuestion::answerable)
        .mapToDouble(q -> q.best(model, row -> true).map(row -> row.right() ? 1.0 : 0.0).orElse(0.0))
        .average()
        .orElse(0);
  }

  /** Each question as it is, and each answerable one again as if its document weren't there. */
  private static List<Verdict> verdicts(List<AskedQuestion> questions, Fitting model) {
    var verdicts = new ArrayList<Verdict>();
    for (AskedQuestion question : questions) {
      question.verdict(model, row -> true).ifPresent(verdicts::add);
      if (question.answerable()) {
        question.verdict(model, row -> !row.gold()).ifPresent(verdicts::add);
      }
    }
    return verdicts;
  }

  /**
   * One outcome.
   *
   * @param kind what was asked: answerable, near (the topic is here, the answer isn't) or absent
   * @param ruledOut whether it is declined whatever the confidence
   */
  record Verdict(String kind, boolean right, boolean ruledOut, double[] values) {
    double sure(Fitting model) {
      return ruledOut ? 0 : model.probability(values);
    }
  }

  /**
   * The floor that is best for "right of the answerable" and "declined of the others", the first counting more: people
   * mostly ask what their documents answer.
   *
   * @param worth how much more; words alone can hardly tell near misses, so there a higher floor would cost much for little
   */
  private static double floor(List<Verdict> verdicts, Fitting model, double worth) {
    double best = 0;
    double most = -1;
    for (double floor = 0.02; floor < 0.9; floor += 0.01) {
      double balance = worth * rate(verdicts, model, floor, "answerable")
          + (rate(verdicts, model, floor, "near") + rate(verdicts, model, floor, "absent")) / 2;
      if (balance > most) {
        most = balance;
        best = floor;
      }
    }
    return best;
  }

  /** The share handled rightly: an answerable question answered with the right sentence, any other declined. */
  private static double rate(List<Verdict> verdicts, Fitting model, double floor, String kind) {
    return verdicts.stream()
        .filter(v -> v.kind().equals(kind))
        .mapToDouble(v -> (v.sure(model) >= floor) == kind.equals("answerable")
            && (v.right() || !kind.equals("answerable")) ? 1 : 0)
        .average()
        .orElse(1);
  }

  private static void report(String name, double floor, List<Verdict> held, Fitting model) {
    OUT.printf(Locale.ROOT,
        "%s, other half: floor %.2f: right of the answerable %.1f %%, declined near misses %.1f %%, declined absent %.1f %%%n",
        name, floor, 100 * rate(held, model, floor, "answerable"), 100 * rate(held, model, floor, "near"),
        100 * rate(held, model, floor, "absent"));
    for (double other = 0.1; other < 0.85; other += 0.1) {
      OUT.printf(Locale.ROOT, "  at %.1f: %.1f %.1f %.1f%n", other, 100 * rate(held, model, other, "answerable"),
          100 * rate(held, model, other, "near"), 100 * rate(held, model, other, "absent"));
    }
    OUT.printf(Locale.ROOT, "  AUROC right against all else: %.1f %%; confidence said / was right:",
        100 * auroc(held, model));
    for (int bin = 0; bin < 5; bin++) {
      double low = bin / 5.0;
      var inside = held.stream()
          .filter(v -> v.sure(model) >= low
              && (v.sure(model) < low + 0.2 || low > 0.7))
          .toList();
      OUT.printf(Locale.ROOT, " %.2f/%.2f (%d)",
          inside.stream().mapToDouble(v -> v.sure(model)).average().orElse(0),
          inside.stream().mapToDouble(v -> v.right() ? 1 : 0).average().orElse(0), inside.size());
    }
    OUT.println();
  }

  private static double auroc(List<Verdict> verdicts, Fitting model) {
    double[] right = verdicts.stream().filter(Verdict::right).mapToDouble(v -> v.sure(model)).toArray();
    double[] wrong = verdicts.stream().filter(v -> !v.right()).mapToDouble(v -> v.sure(model)).toArray();
    double above = 0;
    for (double r : right) {
      for (double w : wrong) {
        above += r > w ? 1 : r == w ? 0.5 : 0;
      }
    }
    return above / ((double) right.length * wrong.length);
  }

  private static List<AskedQuestion> joined(List<AskedQuestion> a, List<AskedQuestion> b) {
    var joined = new ArrayList<>(a);
    joined.addAll(b);
    return joined;
  }

  private static void print(String name, List<String> features, Fitting model, PrintWriter out) {
    out.printf(Locale.ROOT, "%s.bias=%.4f%n", name, model.bias());
    for (int i = 0; i < features.size(); i++) {
      out.printf(Locale.ROOT, "%s.%s=%.4f%n", name, features.get(i), model.weights()[i]);
    }
  }
}

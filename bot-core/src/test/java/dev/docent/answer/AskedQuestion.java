package dev.docent.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A question of a feature table with the sentences that were found for it. */
record AskedQuestion(boolean calibrates, boolean answerable, double unknown, double known, List<Row> rows) {

  /**
   * A sentence.
   *
   * @param gold whether it is from a document that answers
   * @param held whether it holds the answer
   */
  record Row(boolean gold, boolean held, double[] values) {
    boolean right() {
      return gold && held;
    }
  }

  static List<AskedQuestion> read(Path table) throws IOException {
    Map<String, AskedQuestion> questions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] field = line.split("\t");
      double[] values = new double[SentenceFeatures.NAMES.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Double.parseDouble(field[9 + i]);
      }
      questions.computeIfAbsent(field[0], id -> new AskedQuestion(field[2].equals("calibrate"), field[4].equals("1"),
          Double.parseDouble(field[7]), Double.parseDouble(field[8]), new ArrayList<>())).rows
          .add(new Row(field[5].equals("1"), field[6].equals("1"), values));
    }
    return List.copyOf(questions.values());
  }

  Optional<Row> best(Fitting model, Predicate<Row> among) {
    return rows.stream().filter(among).max(Comparator.comparingDouble(row -> model.score(row.values())));
  }

  /** What the confidence is asked about: the best sentence, in the order of {@link Confidence#NAMES}. */
  Optional<Calibration.Verdict> verdict(Fitting model, Predicate<Row> among) {
    List<Row> ranked = rows.stream()
        .filter(among)
        .sorted(Comparator.comparingDouble((Row row) -> model.score(row.values())).reversed())
        .toList();
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    Row best = ranked.getFirst();
    double score = model.score(best.values());
    boolean whole = ranked.size() == rows.size();
    String kind = answerable && (whole || rows.stream().noneMatch(Row::gold))
        ? "answerable"
        : answerable ? "absent" : "near";
    return Optional.of(new Calibration.Verdict(kind, best.right() && !kind.equals("absent"),
        new double[]{score, feature(best, "coverage"), feature(best, "context"), feature(best, "proper"),
            feature(best, "shape"), feature(best, "passageCoverage"), unknown, known, feature(best, "span"),
            feature(best, "answerable"), feature(best, "reading")}));
  }

  private static double feature(Row row, String name) {
    return row.values()[SentenceFeatures.NAMES.indexOf(name)];
  }
}

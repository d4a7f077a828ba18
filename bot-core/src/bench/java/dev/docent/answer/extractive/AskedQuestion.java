package dev.docent.answer.extractive;

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
import java.util.stream.Stream;

/**
 * A question of a feature table with the sentences that were found for it.
 *
 * @param expected of the folder it was asked of: answerable, near or absent
 */
record AskedQuestion(boolean calibrates, String expected, List<Row> rows) {
  private static final int TRUTH = 6;

  /**
   * A sentence.
   *
   * @param gold whether it is from a document that answers
   * @param held whether it holds the answer
   * @param ruledOut whether the question's own conditions speak against it
   */
  record Row(boolean gold, boolean held, boolean ruledOut, double[] values) {
    boolean right() {
      return gold && held;
    }

    double score(Fitting model) {
      return model.score(values) - (ruledOut ? SentenceRanker.ANOTHER : 0);
    }
  }

  static List<AskedQuestion> read(Path table) throws IOException {
    Map<String, AskedQuestion> questions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      List<String> field = List.of(line.split("\t"));
      questions
          .computeIfAbsent(field.getFirst(),
              id -> new AskedQuestion(field.get(1).equals("calibrate"), field.get(2), new ArrayList<>())).rows
          .add(new Row(field.get(3).equals("1"), field.get(4).equals("1"), field.get(5).equals("1"),
              field.subList(TRUTH, TRUTH + SentenceFeatures.NAMES.size())
                  .stream()
                  .mapToDouble(Double::parseDouble)
                  .toArray()));
    }
    return List.copyOf(questions.values());
  }

  boolean answerable() {
    return expected.equals("answerable");
  }

  Optional<Row> best(Fitting model, Predicate<Row> among) {
    return rows.stream().filter(among).max(Comparator.comparingDouble(row -> row.score(model)));
  }

  /** What the confidence is asked about: the best sentence, in the order of {@link Confidence#NAMES}. */
  Optional<Calibration.Verdict> verdict(Fitting model, Predicate<Row> among) {
    List<Row> ranked = rows.stream()
        .filter(among)
        .sorted(Comparator.comparingDouble((Row row) -> row.score(model)).reversed())
        .toList();
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    Row best = ranked.getFirst();
    double score = best.score(model);
    // Asked again as if the document weren't there.
    String kind = answerable() && ranked.size() < rows.size() ? "absent" : expected;
    return Optional.of(new Calibration.Verdict(kind, best.right() && !kind.equals("absent"), best.ruledOut(),
        Stream.of(List.of(score),
            Confidence.OF_SENTENCE.stream().map(name -> best.values()[SentenceFeatures.NAMES.indexOf(name)]).toList())
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .toArray()));
  }
}

package dev.docent.corpus.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.pdfbox.text.TextPosition;

/**
 * Two columns that a program has written line by line across the page, put one after the other. Most programs write one
 * column and then the next; what they wrote stays as it is, and so do tables, whose rows belong together.
 */
final class PdfColumns {
  private static final int LINES = 3;
  private static final double GAP = 10;
  private static final double WORDS = 3;
  private static final double FILLED = 0.6;

  /** Characters that follow each other on a line without a wide gap. */
  private record Run(List<TextPosition> characters) {
    double from() {
      return characters.getFirst().getXDirAdj();
    }

    double to() {
      return characters.getLast().getXDirAdj() + characters.getLast().getWidthDirAdj();
    }

    double line() {
      return characters.getFirst().getYDirAdj();
    }

    boolean sameLine(TextPosition other) {
      return Math.abs(line() - other.getYDirAdj()) < 0.3 * Math.max(1, other.getHeightDir());
    }

    double width() {
      return to() - from();
    }

    double words() {
      var text = new StringBuilder();
      characters.forEach(character -> text.append(character.getUnicode()));
      return text.toString().strip().split("\\s+").length;
    }
  }

  private PdfColumns() {}

  /** The characters of one article in parts, in the order in which they are read. */
  static List<List<TextPosition>> of(List<TextPosition> article) {
    List<Run> runs = runs(article);
    var left = new ArrayList<Run>();
    var right = new ArrayList<Run>();
    for (int i = 1; i < runs.size(); i++) {
      Run before = runs.get(i - 1);
      Run after = runs.get(i);
      if (before.sameLine(after.characters.getFirst()) && after.from() - before.to() > GAP) {
        left.add(before);
        right.add(after);
      }
    }
    double from = left.stream().mapToDouble(Run::to).max().orElse(0);
    double to = right.stream().mapToDouble(Run::from).min().orElse(0);
    boolean columns = left.size() >= LINES && to - from > GAP && text(left) && text(right);
    return columns ? parted(runs, (from + to) / 2) : List.of(article);
  }

  private static List<Run> runs(List<TextPosition> article) {
    var runs = new ArrayList<Run>();
    for (TextPosition character : article) {
      Run last = runs.isEmpty() ? null : runs.getLast();
      boolean follows = last != null && last.sameLine(character) && character.getXDirAdj() - last.to() < GAP
          && character.getXDirAdj() >= last.from();
      if (last == null || !follows) {
        last = new Run(new ArrayList<>());
        runs.add(last);
      }
      last.characters.add(character);
    }
    return runs;
  }

  /** Lines of running text are of several words and fill their column; cells of a table don't. */
  private static boolean text(List<Run> side) {
    double widest = side.stream().mapToDouble(Run::width).max().orElse(0);
    return median(side, Run::words) >= WORDS && median(side, Run::width) >= FILLED * widest;
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** What spans both columns, such as a title, stays between what is above and what is below it. */
  private static List<List<TextPosition>> parted(List<Run> runs, double middle) {
    var parts = new ArrayList<List<TextPosition>>();
    var left = new ArrayList<TextPosition>();
    var right = new ArrayList<TextPosition>();
    for (Run run : runs) {
      if (run.from() < middle && run.to() > middle) {
        flush(left, right, parts);
        parts.add(run.characters);
      } else {
        (run.to() <= middle ? left : right).addAll(run.characters);
      }
    }
    flush(left, right, parts);
    return parts;
  }

  private static void flush(List<TextPosition> left, List<TextPosition> right, List<List<TextPosition>> parts) {
    for (List<TextPosition> side : List.of(left, right)) {
      if (!side.isEmpty()) {
        parts.add(new ArrayList<>(side));
        side.clear();
      }
    }
  }
}

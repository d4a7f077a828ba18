package dev.docent.retrieval;

import dev.docent.corpus.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ranked passages as somebody who reads them all wants them. Stateless. */
public final class ReadingOrder {
  private static final Set<String> CONTENTS = Set.of("contents", "table of contents", "toc", "on this page",
      "inhalt", "inhaltsverzeichnis", "содержание", "оглавление", "зміст", "sommaire", "table des matières", "índice",
      "tabla de contenido", "indice", "sommario", "sumário", "inhoud", "inhoudsopgave", "spis treści");
  private static final Pattern LEADERS = Pattern.compile("(?:\\.\\s?|…){4,}\\s*\\d{1,4}\\s*$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？][\"”»)\\]]*\\s*$");
  private static final int FEWEST_LINES = 3;
  private static final double MOST = 0.8;

  private ReadingOrder() {}

  /**
   * The best passages, at most so many: those of one document that go on from each other stand together in its order, at
   * the place of the best of them. Tables of contents are left out where there is anything else.
   */
  public static List<Passage> of(List<Passage> ranked, int most) {
    List<Passage> telling = ranked.stream().filter(passage -> !contents(passage.segment())).toList();
    List<Passage> best = (telling.isEmpty() ? ranked : telling).stream().limit(most).toList();
    var ordered = new ArrayList<Passage>(best.size());
    for (Passage passage : best) {
      if (!ordered.contains(passage)) {
        ordered.addAll(run(passage, best));
      }
    }
    return ordered;
  }

  /** The passage with those that stand before and after it without a gap. */
  private static List<Passage> run(Passage passage, List<Passage> all) {
    List<Passage> same = all.stream()
        .filter(other -> other.segment().documentId().equals(passage.segment().documentId()))
        .sorted(Comparator.comparingInt(other -> other.segment().ordinal()))
        .toList();
    int from = same.indexOf(passage);
    int to = from + 1;
    while (from > 0 && follows(same.get(from - 1), same.get(from))) {
      from--;
    }
    while (to < same.size() && follows(same.get(to - 1), same.get(to))) {
      to++;
    }
    return same.subList(from, to);
  }

  private static boolean follows(Passage one, Passage next) {
    return one.segment().ordinal() + 1 == next.segment().ordinal();
  }

  /** Whether a segment only names what stands elsewhere in its document. */
  static boolean contents(Segment segment) {
    List<String> lines = segment.body().lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < FEWEST_LINES) {
      return false;
    }
    boolean called = !segment.headings().isEmpty() && CONTENTS.contains(
        segment.headings().getLast().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip());
    long leaders = lines.stream().filter(line -> LEADERS.matcher(line).find()).count();
    long sentences = lines.stream()
        .filter(line -> SENTENCE_END.matcher(line).find() && !LEADERS.matcher(line).find())
        .count();
    return leaders >= MOST * lines.size() || called && sentences <= (1 - MOST) * lines.size();
  }
}

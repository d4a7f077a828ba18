package dev.docent.answer.extractive;

import dev.docent.corpus.Block;
import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import dev.docent.index.Term;
import dev.docent.retrieval.QueryTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which row of a table is asked about: the one that holds all that any row holds of what the question names, where the
 * others hold less. A span reader tells that a table answers, and easily takes the line above for the one that does, for
 * it was trained on sentences. For one question; not for several threads.
 */
final class AskedRow {
  private final QueryTerms terms;
  private final IndexView view;

  /** A row's sentence, the row as it is written, and what of the question stands in it. */
  private record Row(RankedSentence sentence, String words, Set<String> asked) {}

  /** A cell of a row that says its column's name. */
  private record Cell(String column, String value) {}

  AskedRow(QueryTerms terms, IndexView view) {
    this.terms = terms;
    this.view = view;
  }

  /**
   * The sentences in their order. Of a table that has a row that is asked about, this row has the reading that the table's
   * best one has, and the others are about another one.
   */
  List<RankedSentence> told(List<RankedSentence> sentences) {
    Map<List<String>, List<Row>> tables = new LinkedHashMap<>();
    for (RankedSentence sentence : sentences) {
      Segment segment = sentence.passage().segment();
      String words = row(sentence);
      if (words != null) {
        var key = new ArrayList<>(segment.headings());
        key.add(segment.documentId());
        tables.computeIfAbsent(key, k -> new ArrayList<>()).add(new Row(sentence, words, asked(words)));
      }
    }
    Map<RankedSentence, RankedSentence> changed = new LinkedHashMap<>();
    tables.values().forEach(rows -> choose(rows, changed));
    return sentences.stream().map(sentence -> changed.getOrDefault(sentence, sentence)).toList();
  }

  private void choose(List<Row> all, Map<RankedSentence, RankedSentence> changed) {
    // What stands above or below the rows that have names, such as a title, isn't one of them.
    List<Row> named = all.stream().filter(row -> !cells(row.words).isEmpty()).toList();
    List<Row> rows = named.isEmpty() ? all : named;
    Set<String> common = new HashSet<>(rows.getFirst().asked);
    Set<String> most = new HashSet<>();
    for (Row row : rows) {
      common.retainAll(row.asked);
      most = row.asked.size() > most.size() ? row.asked : most;
    }
    Set<String> meant = most;
    if (meant.size() == common.size() || rows.stream().anyMatch(row -> !meant.containsAll(row.asked))) {
      return;
    }
    Row best = rows.getFirst();
    for (Row row : rows) {
      best = row.sentence.feature("span") > best.sentence.feature("span") ? row : best;
    }
    for (Row row : rows) {
      changed.put(row.sentence, row.asked.equals(meant)
          ? row.sentence.readAs(best.sentence, marked(row, best, common))
          : row.sentence.contradicted(0));
    }
  }

  /** The cell below the column that the question names, or else below the one that the reader points at. */
  private String marked(Row row, Row read, Set<String> common) {
    List<Cell> cells = cells(row.words);
    Optional<Cell> named = cells.stream()
        .filter(cell -> asked(cell.column).stream().anyMatch(common::contains) && asked(cell.value).isEmpty())
        .findFirst();
    if (named.isPresent()) {
      return named.get().value;
    }
    Optional<String> column = cells(read.words).stream()
        .filter(cell -> !read.sentence.span().isBlank() && cell.value.contains(read.sentence.span()))
        .map(Cell::column)
        .findFirst();
    return cells.stream()
        .filter(cell -> column.filter(cell.column::equals).isPresent() && asked(cell.value).isEmpty())
        .map(Cell::value)
        .findFirst()
        .orElse("");
  }

  /** The row that a sentence stands in, as it is written; null for other sentences. */
  private static @Nullable String row(RankedSentence sentence) {
    Segment segment = sentence.passage().segment();
    for (Block block : segment.blocks()) {
      if (block.kind() == Block.Kind.TABLE_ROW && block.start() <= sentence.range().start()
          && sentence.range().start() < block.end()) {
        return segment.text().substring(block.start(), block.end());
      }
    }
    return null;
  }

  private Set<String> asked(String words) {
    Set<String> said = view.terms(words, terms.language()).stream().map(Term::text).collect(Collectors.toSet());
    return terms.own()
        .stream()
        .filter(QueryTerms.Own::known)
        .map(QueryTerms.Own::meant)
        .filter(said::contains)
        .collect(Collectors.toSet());
  }

  private static List<Cell> cells(String row) {
    var cells = new ArrayList<Cell>();
    for (String cell : row.replaceFirst("^- ", "").split("; ")) {
      int colon = cell.indexOf(": ");
      if (colon > 0) {
        cells.add(new Cell(cell.substring(0, colon), cell.substring(colon + 2).strip()));
      }
    }
    return cells;
  }
}

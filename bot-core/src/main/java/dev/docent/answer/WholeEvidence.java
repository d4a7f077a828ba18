package dev.docent.answer;

import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.QueryLanguages;
import dev.docent.retrieval.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Evidence for a question about a whole text, such as "summarise the report": ranking by its words would find nothing,
 * so the passages are taken from all over the document that is meant.
 */
final class WholeEvidence {
  private static final int PASSAGES = 12;

  private WholeEvidence() {}

  static boolean suits(Query query) {
    return QuestionKind.of(query.text(), QueryLanguages.guess(query.text())) == QuestionKind.SUMMARY;
  }

  /** Passages in reading order; of the document whose title or name the question says, else of the latest read. */
  static List<Passage> of(Query query, IndexView view) {
    List<DocumentEntry> entries = view.documents().stream().filter(e -> e.segments() > 0).toList();
    if (entries.isEmpty()) {
      return List.of();
    }
    String text = query.text().toLowerCase(Locale.ROOT);
    DocumentEntry meant = entries.stream()
        .max(Comparator.comparingLong((DocumentEntry e) -> named(text, e))
            .thenComparing(DocumentEntry::readAt)
            .thenComparing(DocumentEntry::id, Comparator.reverseOrder()))
        .orElseThrow();
    List<Segment> segments = view.segments(meant.id());
    var passages = new ArrayList<Passage>();
    double step = Math.max(1, segments.size() / (double) PASSAGES);
    for (double at = 0; at < segments.size() && passages.size() < PASSAGES; at += step) {
      passages.add(new Passage(segments.get((int) at), passages.size() + 1, 0, Standing.NONE, Standing.NONE));
    }
    return passages;
  }

  private static long named(String question, DocumentEntry entry) {
    String names = (entry.title() + " " + entry.id()).toLowerCase(Locale.ROOT);
    return java.util.Arrays.stream(names.split("[^\\p{L}\\p{M}\\p{Nd}]+"))
        .distinct()
        .filter(word -> word.length() > 3 && question.contains(word))
        .count();
  }
}

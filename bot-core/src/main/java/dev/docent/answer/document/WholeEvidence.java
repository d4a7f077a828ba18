package dev.docent.answer.document;

import dev.docent.answer.Evidence;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.retrieval.DocumentNames;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Evidence for a question about whole documents, such as "summarise the report": ranking by its words would find nothing,
 * so the passages are taken from all over the documents that are meant.
 */
final class WholeEvidence {
  /** Four parts for a language model to read. */
  private static final int OF_ONE_DOCUMENT = 48;
  private static final int OF_TWO = 6;
  private static final int TO_LIST_FROM = 60;
  /** Of so many documents at once something can be said in a few lines. */
  static final int DOCUMENTS = 10;

  private WholeEvidence() {}

  /** Passages in reading order, document by document. */
  static List<Passage> of(WholeQuestion whole, Query query, IndexView view) {
    List<DocumentEntry> held = view.documents().stream().filter(e -> e.segments() > 0).toList();
    List<DocumentEntry> meant = whole == WholeQuestion.INVENTORY ? held : meant(query, held);
    return switch (whole) {
      case INVENTORY -> spread(latest(meant), 1, view);
      case DIGEST -> spread(latest(meant), meant.size() == 1 ? OF_ONE_DOCUMENT : 1, view);
      case DATES, NAMES -> spread(latest(meant), TO_LIST_FROM / Math.min(DOCUMENTS, Math.max(1, meant.size())), view);
    };
  }

  /** The documents whose name or title the question says; else all. */
  private static List<DocumentEntry> meant(Query query, List<DocumentEntry> held) {
    DocumentNames names = DocumentNames.in(query.text());
    List<DocumentEntry> named = held.stream().filter(entry -> names.include(entry.id(), entry.title())).toList();
    if (!named.isEmpty() || held.size() < 2) {
      return named.isEmpty() ? held : named;
    }
    String text = query.text().toLowerCase(Locale.ROOT);
    long most = held.stream().mapToLong(entry -> said(text, entry)).max().orElse(0);
    return most == 0 ? held : held.stream().filter(entry -> said(text, entry) == most).toList();
  }

  private static long said(String question, DocumentEntry entry) {
    String names = (entry.title() + " " + entry.id()).toLowerCase(Locale.ROOT);
    return Arrays.stream(names.split("[^\\p{L}\\p{M}\\p{Nd}]+"))
        .distinct()
        .filter(word -> word.length() > 3 && question.contains(word))
        .count();
  }

  /** Those read last, in the order of their ids. */
  private static List<DocumentEntry> latest(List<DocumentEntry> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(DocumentEntry::readAt).reversed().thenComparing(DocumentEntry::id))
        .limit(DOCUMENTS)
        .sorted(Comparator.comparing(DocumentEntry::id))
        .toList();
  }

  /** For a comparison: of each of two documents as much as a model reads with care together. */
  static List<Passage> of(List<DocumentEntry> two, IndexView view) {
    return spread(two, OF_TWO, view);
  }

  private static List<Passage> spread(List<DocumentEntry> documents, int ofEach, IndexView view) {
    var passages = new ArrayList<Passage>();
    for (DocumentEntry document : documents) {
      List<Segment> segments = view.segments(document.id());
      double step = Math.max(1, segments.size() / (double) ofEach);
      int taken = 0;
      for (double at = 0; at < segments.size() && taken < ofEach; at += step) {
        passages
            .add(new Passage(segments.get((int) at), passages.size() + 1, 0, RetrieverRank.NONE, RetrieverRank.NONE));
        taken++;
      }
    }
    return passages;
  }
}

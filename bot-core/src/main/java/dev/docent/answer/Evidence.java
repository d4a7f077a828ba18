package dev.docent.answer;

import dev.docent.conversation.Turn;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * What the reader is shown.
 *
 * @param passages best first, but for passages of one document that go on from each other and stand together
 * @param view the index they come from
 * @param turns the conversation until now, oldest first; a question may only be understood with it
 */
public record Evidence(List<Passage> passages, IndexView view, List<Turn> turns) {
  public Evidence {
    passages = List.copyOf(passages);
    turns = List.copyOf(turns);
  }

  /** The evidence of a question without a conversation. */
  public Evidence(List<Passage> passages, IndexView view) {
    this(passages, view, List.of());
  }

  /** The day on which somebody last wrote a document, {@code 2025-03-31}; empty where nobody knows. */
  public String changed(String documentId) {
    return view.document(documentId)
        .map(DocumentEntry::changed)
        .filter(instant -> instant.isAfter(Instant.EPOCH))
        .map(instant -> LocalDate.ofInstant(instant, ZoneId.systemDefault()).toString())
        .orElse("");
  }

  /** Some of the passages, from one to another, the last left out. */
  public Evidence part(int from, int to) {
    return new Evidence(passages.subList(Math.min(from, passages.size()), Math.min(to, passages.size())), view, turns);
  }

  /** The best passages by their ranks, best first, at most so many. */
  public Evidence best(int most) {
    return new Evidence(passages.stream().sorted(Comparator.comparingInt(Passage::rank)).limit(most).toList(), view,
        turns);
  }
}

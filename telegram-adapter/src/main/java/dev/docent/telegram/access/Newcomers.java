package dev.docent.telegram.access;

import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoredMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What people asked before anybody decided about them, to be answered once they are let in. Of each the latest few, of
 * the latest people only. Safe for use by several threads.
 */
public final class Newcomers {
  private static final int QUESTIONS = 2;
  private static final int PEOPLE = 200;

  private final StoredMap<Questions> kept;

  /**
   * A question that waits.
   *
   * @param update Telegram's number of it
   * @param message the message it is, which an edit may have changed
   * @param raw the update as it came
   */
  public record Waiting(long update, int message, String raw) {}

  /** What one person asked, oldest first. */
  record Questions(List<Waiting> waiting, Instant at) {
    static final Questions NONE = new Questions(List.of(), Instant.EPOCH);

    Questions {
      waiting = List.copyOf(waiting);
    }

    Questions and(Waiting question, Instant now) {
      List<Waiting> all = waiting.stream()
          .filter(earlier -> earlier.message() != question.message())
          .collect(Collectors.toCollection(ArrayList::new));
      all.add(question);
      return new Questions(all.subList(Math.max(0, all.size() - QUESTIONS), all.size()), now);
    }
  }

  public Newcomers(Store store) {
    this.kept = new StoredMap<>(store, "newcomers", Questions.class);
  }

  public void keep(long person, Waiting question) {
    kept.update(Long.toString(person), Questions.NONE, before -> before.and(question, Instant.now()));
    List<StoredMap.Entry<Questions>> all = kept.all().toList();
    if (all.size() > PEOPLE) {
      all.stream()
          .min((one, other) -> one.value().at().compareTo(other.value().at()))
          .ifPresent(oldest -> kept.remove(oldest.key()));
    }
  }

  /** What the person asked, oldest first. */
  public List<Waiting> of(long person) {
    return kept.get(Long.toString(person)).map(Questions::waiting).orElse(List.of());
  }

  /** Forgets what a person asked; returns how many entries that was. */
  public int forget(long person) {
    return kept.remove(Long.toString(person)) ? 1 : 0;
  }

  public void prune(Instant before) {
    kept.removeIf((person, questions) -> questions.at().isBefore(before));
  }
}

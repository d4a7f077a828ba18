package dev.docent.index.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.docent.index.IndexManifest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is committed, and who is changing it: one document, so that a change which has lost its lease can't commit.
 *
 * @param generation the newest committed one; a view sees what was born up to it and hasn't died by it
 * @param next the generation that the next change gets; none is given twice
 * @param data the index that the documents lie in
 * @param dimension of the vectors; 0 while there are none
 * @param manifest null for an index that holds nothing yet
 * @param lost the damage for which an earlier index was given up; empty once the documents are in this one
 * @param commits those whose dead may still be seen, oldest first
 * @param dropped indices that may still be seen, with the time when they were given up
 * @param aborted generations that never were committed
 * @param lease null when nobody is changing the index
 */
record State(long generation, long next, String data, int dimension, @Nullable IndexManifest manifest, String lost,
    List<Commit> commits, List<Dropped> dropped, List<Commit> aborted, @Nullable Lease lease) {

  /** @param at when, in milliseconds since 1970 by the clock of who did it */
  record Commit(long generation, long at) {}

  /** @param at when, in milliseconds since 1970 by the clock of who did it */
  record Dropped(String index, long at) {}

  /**
   * @param owner nobody else's
   * @param words who that is, for a sentence
   * @param brief whether only vectors are being added
   * @param generation the one that is being made
   * @param until when others may take over, in milliseconds since 1970
   */
  record Lease(String owner, String words, boolean brief, long generation, long until) {}

  State {
    commits = List.copyOf(commits);
    dropped = List.copyOf(dropped);
    aborted = List.copyOf(aborted);
  }

  static State first(String data) {
    return new State(0, 1, data, 0, null, "", List.of(), List.of(), List.of(), null);
  }

  static State of(com.fasterxml.jackson.databind.JsonNode json) throws JsonProcessingException {
    return Server.JSON.treeToValue(json, State.class);
  }

  List<Long> abortedGenerations() {
    return aborted.stream().map(Commit::generation).toList();
  }

  State with(@Nullable Lease other) {
    return new State(generation, next, data, dimension, manifest, lost, commits, dropped, aborted, other);
  }

  /** Somebody's change, under a generation of its own. What another left half done is marked as never committed. */
  State taken(Lease by, long now) {
    Lease before = lease;
    return new State(generation, next + 1, data, dimension, manifest, lost, commits, dropped,
        before == null ? aborted : and(aborted, new Commit(before.generation(), now)), by);
  }

  /** The state after a commit; the lease goes on under a generation of its own. */
  State committed(String newData, int newDimension, @Nullable IndexManifest newManifest, String newLost, long now) {
    if (lease == null) {
      throw new IllegalStateException("a commit without a lease");
    }
    var on = new Lease(lease.owner(), lease.words(), lease.brief(), next, lease.until());
    return new State(lease.generation(), next + 1, newData, newDimension, newManifest, newLost,
        newData.equals(data) ? and(commits, new Commit(lease.generation(), now)) : List.of(),
        newData.equals(data) ? dropped : and(dropped, new Dropped(data, now)), aborted, on);
  }

  State released(boolean clean, long now) {
    return lease == null
        ? this
        : new State(generation, next, data, dimension, manifest, lost, commits, dropped,
            clean ? aborted : and(aborted, new Commit(lease.generation(), now)), null);
  }

  /** Without what has been cleared away and can't come back. */
  State swept(long diedUpTo, List<String> gone, long abortedBefore) {
    return new State(generation, next, data, dimension, manifest, lost,
        commits.stream().filter(commit -> commit.generation() > diedUpTo).toList(),
        dropped.stream().filter(one -> !gone.contains(one.index())).toList(),
        aborted.stream().filter(one -> one.at() >= abortedBefore).toList(), lease);
  }

  private static <T> List<T> and(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}

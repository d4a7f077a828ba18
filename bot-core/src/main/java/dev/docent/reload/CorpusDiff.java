package dev.docent.reload;

import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.Scan;
import dev.docent.index.DocumentEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the folder differs from what the index holds.
 *
 * @param unread documents whose present content was tried before and can't be read
 * @param kept documents of places that can't be looked into: nobody knows how they are now
 */
record CorpusDiff(List<Found> added, List<Found> changed, List<DocumentEntry> removed, List<Found> unchanged,
    List<DocumentEntry> unread, List<DocumentEntry> kept) {
  CorpusDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    unchanged = List.copyOf(unchanged);
    unread = List.copyOf(unread);
    kept = List.copyOf(kept);
  }

  static CorpusDiff between(Scan scan, List<DocumentEntry> held) {
    Map<String, DocumentEntry> left = new HashMap<>();
    held.forEach(entry -> left.put(entry.id(), entry));
    var added = new ArrayList<Found>();
    var changed = new ArrayList<Found>();
    var unchanged = new ArrayList<Found>();
    var unread = new ArrayList<DocumentEntry>();
    for (Found file : scan.found()) {
      DocumentEntry entry = left.remove(file.id());
      if (entry == null) {
        added.add(file);
      } else if (!entry.stamp().equals(file.stamp())) {
        changed.add(file);
      } else if (entry.readable()) {
        unchanged.add(file);
      } else {
        unread.add(entry);
      }
    }
    Map<Boolean, List<DocumentEntry>> byLoss = held.stream()
        .filter(entry -> left.containsKey(entry.id()))
        .collect(Collectors.partitioningBy(entry -> scan.closed().stream().noneMatch(c -> c.holds(entry.id()))));
    return new CorpusDiff(added, changed, byLoss.getOrDefault(true, List.of()), unchanged, unread,
        byLoss.getOrDefault(false, List.of()));
  }

  /** How many documents the index would lose that hold text and weren't just moved. */
  int lost() {
    Set<String> moved = added.stream().map(Found::stamp).collect(Collectors.toSet());
    return (int) removed.stream().filter(entry -> entry.segments() > 0 && !moved.contains(entry.stamp())).count();
  }

  /** Whether nothing would be left at all. */
  boolean leavesNothing() {
    return added.isEmpty() && changed.isEmpty() && unchanged.isEmpty() && unread.isEmpty() && kept.isEmpty();
  }

  boolean empty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}

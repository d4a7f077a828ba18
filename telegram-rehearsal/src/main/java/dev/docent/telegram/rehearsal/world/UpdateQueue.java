package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bot has not yet confirmed, with Telegram's rules for an offset: it confirms what lies before it; one far
 * beyond the end is not understood, and all there is comes again; below zero counts from the end. Not for several
 * threads.
 */
final class UpdateQueue {
  private static final int STILL_UNDERSTOOD = 10;
  private static final Set<String> NOT_UNASKED = Set.of("chat_member", "message_reaction", "message_reaction_count");
  private static final int FIRST = 700_000_001;
  private final Deque<ObjectNode> updates = new ArrayDeque<>();
  private Set<String> allowed = Set.of();
  private long nextId = FIRST;

  /**
   * From now on only updates of the kinds that the request names are kept; those that wait already stay. None means the
   * usual ones.
   */
  void allow(ObjectNode request) {
    if (request.hasNonNull("allowed_updates")) {
      Set<String> kinds = new HashSet<>();
      request.path("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
      allowed = kinds;
    }
  }

  /** Keeps the update when the bot asked for its kind; 0 when not, else its id. */
  long add(ObjectNode update) {
    boolean wanted = allowed.isEmpty()
        ? NOT_UNASKED.stream().noneMatch(update::has)
        : allowed.stream().anyMatch(update::has);
    return wanted ? addRaw(update) : 0;
  }

  /** Keeps the update, whatever it is, and gives it an id unless it has one. */
  long addRaw(ObjectNode update) {
    if (!update.has("update_id")) {
      ObjectNode content = update.deepCopy();
      update.removeAll();
      update.put("update_id", nextId++).setAll(content);
    }
    updates.add(update);
    return update.path("update_id").asLong();
  }

  /** A week passed without updates: the next one gets an id from anywhere, here a lower one. */
  void idleWeek() {
    nextId = Math.max(1, nextId - 500_000_000);
  }

  ArrayNode get(long offset, int limit) {
    long end = updates.isEmpty() ? nextId : updates.getLast().path("update_id").asLong() + 1;
    if (offset < 0) {
      while (updates.size() > -offset) {
        updates.remove();
      }
    } else if (offset <= end + STILL_UNDERSTOOD) {
      updates.removeIf(update -> update.path("update_id").asLong() < offset);
    }
    ArrayNode batch = ApiJson.array();
    updates.stream().limit(limit).forEach(batch::add);
    return batch;
  }

  /** The oldest; null when there is none. */
  @Nullable
  ObjectNode first() {
    return updates.peek();
  }

  /** It has arrived, however often it stands there. */
  void arrived(ObjectNode update) {
    updates.remove(update);
  }

  void clear() {
    updates.clear();
  }

  int size() {
    return updates.size();
  }
}

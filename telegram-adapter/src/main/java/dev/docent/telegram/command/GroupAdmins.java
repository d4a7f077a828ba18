package dev.docent.telegram.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.sending.Sender;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;

/** Who administers groups, as Telegram says it; believed for a short while. Safe for use by several threads. */
public final class GroupAdmins {
  private static final Logger LOG = LoggerFactory.getLogger(GroupAdmins.class);
  private static final Duration BELIEVED = Duration.ofMinutes(1);
  private static final int REMEMBERED = 1_000;

  private final Sender sender;
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  public GroupAdmins(Sender sender) {
    this.sender = sender;
  }

  private record Known(Set<Long> people, long at) {
    boolean fresh() {
      return System.nanoTime() - at < BELIEVED.toNanos();
    }
  }

  /** Whether it has to be asked who administers the group. */
  boolean unknown(long group) {
    Known there = known.get(group);
    return there == null || !there.fresh();
  }

  /** Whether the person administers the group, by what is known. */
  boolean known(long group, long person) {
    @Nullable
    Known there = known.get(group);
    return there != null && there.people().contains(person);
  }

  /** Asks Telegram, unless that was done a moment ago. Where it can't be learnt, nobody is taken for an administrator. */
  void lookUp(long group) throws InterruptedException {
    if (!unknown(group)) {
      return;
    }
    if (known.size() > REMEMBERED) {
      known.values().removeIf(there -> !there.fresh());
    }
    Set<Long> people = Set.of();
    try {
      JsonNode members = sender.repeatable(group, new GetChatAdministrators(Long.toString(group)));
      people = members.valueStream()
          .map(member -> member.path("user").path("id").asLong())
          .collect(Collectors.toUnmodifiableSet());
    } catch (ApiException e) {
      LOG.warn("who administers group {} can't be learnt: {}", group, e.getMessage());
    }
    known.put(group, new Known(people, System.nanoTime()));
  }
}

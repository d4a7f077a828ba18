package dev.docent.telegram.chat;

import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.command.GroupRules;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.reply.Completion.Handler;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.ReceivedUpdate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps from the handlers what was said too long ago, and by whom they may not hear. */
final class Gate {
  private static final Duration ONE_APOLOGY = Duration.ofMinutes(10);

  private final Admission admission;
  private final GroupRules rules;
  private final Replies replies;
  private final Map<Long, Long> apologised = new ConcurrentHashMap<>();

  Gate(Admission admission, GroupRules rules, Replies replies) {
    this.rules = rules;
    this.admission = admission;
    this.replies = replies;
  }

  /** Whether it has to be learnt first who the administrators of a group are. */
  boolean unknown(Incoming.Said said) {
    return said.place().group() && rules.unknown(said.place().chat(), said.person());
  }

  /** Learns it. */
  void lookUp(Incoming.Said said) throws InterruptedException {
    rules.lookUp(said.place().chat());
  }

  /** What is done instead of what was wished; empty when that may be done. */
  Optional<Handler> instead(ReceivedUpdate received, Incoming.Said said) {
    boolean admitted = admission.admits(said)
        && (!said.place().group() || rules.admits(said.place().chat(), said.person()));
    if (received.stale()) {
      boolean owed = admitted && owed(said.place().chat(), System.nanoTime());
      return Optional.of(() -> owed ? Reaction.to(said, replies.words(said.person()).say("stale")) : Reaction.NOTHING);
    }
    return admitted ? Optional.empty() : Optional.of(() -> stranger(received, said));
  }

  /** What had to wait too long gets one apology a chat. */
  private boolean owed(long chat, long now) {
    Long before = apologised.get(chat);
    boolean owed = before == null || now - before > ONE_APOLOGY.toNanos();
    if (owed) {
      apologised.put(chat, now);
    }
    return owed;
  }

  private Reaction stranger(ReceivedUpdate received, Incoming.Said said) throws InterruptedException {
    String text = switch (said) {
      case Incoming.Words words -> words.text();
      case Incoming.Command command -> command.name().equals("start") ? command.rest() : "";
      case Incoming.File file -> "";
      case Incoming.Speechless speechless -> "";
    };
    Optional<Reaction> paired = admission.paired(said, text);
    if (paired.isPresent()) {
      return paired.get();
    }
    if (said instanceof Incoming.Command command && Commands.forAdmins(command.name())) {
      AuditLog.refused(said.person().id(), "/" + command.name());
    }
    String asked = said instanceof Incoming.Command ? StartPayload.question(text).orElse("") : text;
    return admission.refuse(received.update(), said, asked, received.raw());
  }
}

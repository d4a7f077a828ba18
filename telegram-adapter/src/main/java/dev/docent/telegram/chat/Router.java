package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.IncomingReader;
import dev.docent.telegram.incoming.UnreadableUpdateException;
import dev.docent.telegram.question.GroupGreetings;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.ChatQueues;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.reply.UpdateGuard;
import dev.docent.telegram.sending.ReachableChats;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.upload.Uploads;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every update that was written down to whom it concerns, and returns at once. Within a chat things happen in
 * order; what must not wait for an answer that is being written goes past it.
 */
public final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final Duration ONE_APOLOGY = Duration.ofMinutes(10);

  private final IncomingReader reader;
  private final Inbox inbox;
  private final ChatQueues queues;
  private final Replies replies;
  private final Admission admission;
  private final Access access;
  private final QuestionIntake questions;
  private final Commands commands;
  private final Uploads uploads;
  private final Presses presses;
  private final ReachableChats chats;
  private final BotMetrics metrics;
  private final GroupGreetings greetings;
  private final Map<Long, Long> apologised = new HashMap<>();

  Router(IncomingReader reader, Inbox inbox, ChatQueues queues, Replies replies, Admission admission, Access access,
      QuestionIntake questions, Commands commands, Uploads uploads, Presses presses, ReachableChats chats,
      BotMetrics metrics, GroupGreetings greetings) {
    this.greetings = greetings;
    this.chats = chats;
    this.reader = reader;
    this.inbox = inbox;
    this.queues = queues;
    this.replies = replies;
    this.admission = admission;
    this.access = access;
    this.questions = questions;
    this.commands = commands;
    this.uploads = uploads;
    this.presses = presses;
    this.metrics = metrics;
  }

  /** Deals with updates in their order. */
  public synchronized void route(List<ReceivedUpdate> updates) {
    updates.forEach(received -> UpdateGuard.run(replies, received.update(), () -> route(received)));
  }

  private void route(ReceivedUpdate received) {
    long update = received.update();
    Incoming content;
    try {
      content = reader.read(update, received.raw()).content();
    } catch (UnreadableUpdateException e) {
      LOG.warn("update {} in the inbox can't be read any more", update);
      inbox.quarantine(update, received.raw());
      replies.done(update);
      return;
    }
    metrics.count("updates", "kind", content.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    Delivery begun = received.delivery();
    if (begun != null) {
      queues.put(begun.chat(), () -> UpdateGuard.run(replies, update, () -> replies.deliver(update, begun)));
      return;
    }
    switch (content) {
      case Incoming.Nothing nothing -> replies.done(update);
      case Incoming.Moved moved -> {
        if (chats.move(moved.from(), moved.to())) {
          moved(moved.from(), moved.to());
        }
        replies.done(update);
      }
      case Incoming.Membership change -> aside(update, () -> {
        if (change.member()) {
          chats.open(change.place().chat());
        } else if (chats.close(change.place().chat())) {
          gone(change.place().chat());
        }
        admission.membership(change);
        replies.done(update);
      });
      case Incoming.Pressed press -> aside(update, () -> presses.pressed(update, press));
      case Incoming.Said said -> said(received, said);
    }
  }

  private void said(ReceivedUpdate received, Incoming.Said said) {
    long update = received.update();
    chats.open(said.place().chat());
    if (received.stale()) {
      stale(update, said);
      return;
    }
    if (!admission.admits(said)) {
      String text = switch (said) {
        case Incoming.Words words -> words.text();
        case Incoming.Command command -> command.name().equals("start") ? command.rest() : "";
        case Incoming.File file -> "";
        case Incoming.Speechless speechless -> "";
      };
      queues.put(said.place().chat(), () -> UpdateGuard.run(replies, update, () -> stranger(received, said, text)));
      return;
    }
    switch (said) {
      case Incoming.Words words -> questions.accept(update, words);
      case Incoming.Command command when command.name().equals("cancel") -> aside(update,
          () -> commands.cancel(update, command));
      case Incoming.Command command when command.name().equals("start") && !command.rest().isEmpty() -> queues
          .put(said.place().chat(), () -> UpdateGuard.run(replies, update, () -> started(update, command)));
      // Reading a folder takes its time; questions go on meanwhile.
      case Incoming.Command command when Commands.forAdmins(command.name()) -> aside(update,
          () -> commands.run(update, command));
      case Incoming.Command command -> queues.put(said.place().chat(),
          () -> UpdateGuard.run(replies, update, () -> commands.run(update, command)));
      case Incoming.File file -> queues.put(said.place().chat(),
          () -> UpdateGuard.run(replies, update, () -> uploads.offered(update, file)));
      case Incoming.Speechless speechless -> queues.put(said.place().chat(), () -> UpdateGuard.run(replies, update,
          () -> replies.reply(update, speechless, replies.words(speechless.person()).say("speechless"))));
    }
  }

  private void started(long update, Incoming.Command command) throws InterruptedException {
    if (admission.paired(update, command, command.rest())) {
      return;
    }
    Optional<String> question = StartPayload.question(command.rest());
    if (question.isPresent()) {
      questions.accept(update, new Incoming.Words(command.place(), command.person(), command.message(), question.get(),
          false, null));
    } else {
      commands.run(update, command);
    }
  }

  private void stranger(ReceivedUpdate received, Incoming.Said said, String text) throws InterruptedException {
    long update = received.update();
    if (!admission.paired(update, said, text)) {
      if (said instanceof Incoming.Command command && Commands.forAdmins(command.name())) {
        AuditLog.refused(said.person().id(), "/" + command.name());
      }
      String asked = said instanceof Incoming.Command ? StartPayload.question(text).orElse("") : text;
      admission.refuse(update, said, asked, received.raw());
    }
  }

  /** What had to wait too long gets one apology a chat. */
  private void stale(long update, Incoming.Said said) {
    long now = System.nanoTime();
    Long before = apologised.get(said.place().chat());
    boolean owed = admission.admits(said) && (before == null || now - before > ONE_APOLOGY.toNanos());
    if (!owed) {
      replies.done(update);
      return;
    }
    apologised.put(said.place().chat(), now);
    queues.put(said.place().chat(), () -> UpdateGuard.run(replies, update,
        () -> replies.reply(update, said, replies.words(said.person()).say("stale"))));
  }

  private void aside(long update, UpdateGuard.Work work) {
    queues.aside(() -> UpdateGuard.run(replies, update, work));
  }

  /** Nothing can be said in the chat any more. */
  void gone(long chat) {
    LOG.info("chat {} is closed to the bot", chat);
    questions.gone(chat);
  }

  /** A group has got another number. */
  void moved(long from, long to) {
    LOG.info("group {} is {} now", from, to);
    access.move(from, to);
    greetings.move(from, to);
  }
}

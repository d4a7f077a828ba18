package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Audit;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.health.Figures;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.IncomingReader;
import dev.docent.telegram.incoming.UnreadableUpdateException;
import dev.docent.telegram.question.Questions;
import dev.docent.telegram.reply.Desk;
import dev.docent.telegram.reply.Guard;
import dev.docent.telegram.reply.Queues;
import dev.docent.telegram.sending.Chats;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.Received;
import dev.docent.telegram.upload.Uploads;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Queues queues;
  private final Desk desk;
  private final Admission admission;
  private final Access access;
  private final Questions questions;
  private final Commands commands;
  private final Uploads uploads;
  private final Presses presses;
  private final Chats chats;
  private final Figures figures;
  private final Map<Long, Long> apologised = new HashMap<>();

  Router(IncomingReader reader, Inbox inbox, Queues queues, Desk desk, Admission admission, Access access,
      Questions questions, Commands commands, Uploads uploads, Presses presses, Chats chats, Figures figures) {
    this.chats = chats;
    this.reader = reader;
    this.inbox = inbox;
    this.queues = queues;
    this.desk = desk;
    this.admission = admission;
    this.access = access;
    this.questions = questions;
    this.commands = commands;
    this.uploads = uploads;
    this.presses = presses;
    this.figures = figures;
  }

  /** Deals with updates in their order. */
  public synchronized void route(List<Received> updates) {
    updates.forEach(received -> Guard.run(desk, received.update(), () -> route(received)));
  }

  private void route(Received received) {
    long update = received.update();
    Incoming content;
    try {
      content = reader.read(update, received.raw()).content();
    } catch (UnreadableUpdateException e) {
      LOG.warn("update {} in the inbox can't be read any more", update);
      inbox.quarantine(update, received.raw());
      desk.done(update);
      return;
    }
    figures.count("updates", "kind", content.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    Delivery begun = received.delivery();
    if (begun != null) {
      queues.put(begun.chat(), () -> Guard.run(desk, update, () -> desk.deliver(update, begun)));
      return;
    }
    switch (content) {
      case Incoming.Nothing nothing -> desk.done(update);
      case Incoming.Moved moved -> {
        if (chats.move(moved.from(), moved.to())) {
          moved(moved.from(), moved.to());
        }
        desk.done(update);
      }
      case Incoming.Membership change -> aside(update, () -> {
        if (change.member()) {
          chats.open(change.place().chat());
        } else if (chats.close(change.place().chat())) {
          gone(change.place().chat());
        }
        admission.membership(change);
        desk.done(update);
      });
      case Incoming.Pressed press -> aside(update, () -> presses.pressed(update, press));
      case Incoming.Said said -> said(received, said);
    }
  }

  private void said(Received received, Incoming.Said said) {
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
      queues.put(said.place().chat(), () -> Guard.run(desk, update, () -> stranger(update, said, text)));
      return;
    }
    switch (said) {
      case Incoming.Words words -> questions.accept(update, words);
      case Incoming.Command command when command.name().equals("cancel") -> aside(update,
          () -> commands.cancel(update, command));
      case Incoming.Command command when command.name().equals("start") && !command.rest().isEmpty() -> queues
          .put(said.place().chat(), () -> Guard.run(desk, update, () -> started(update, command)));
      // Reading a folder takes its time; questions go on meanwhile.
      case Incoming.Command command when Commands.forAdmins(command.name()) -> aside(update,
          () -> commands.run(update, command));
      case Incoming.Command command -> queues.put(said.place().chat(),
          () -> Guard.run(desk, update, () -> commands.run(update, command)));
      case Incoming.File file -> queues.put(said.place().chat(),
          () -> Guard.run(desk, update, () -> uploads.offered(update, file)));
      case Incoming.Speechless speechless -> queues.put(said.place().chat(), () -> Guard.run(desk, update,
          () -> desk.reply(update, speechless, desk.words(speechless.person()).say("speechless"))));
    }
  }

  private void started(long update, Incoming.Command command) throws InterruptedException {
    if (!admission.paired(update, command, command.rest())) {
      commands.run(update, command);
    }
  }

  private void stranger(long update, Incoming.Said said, String text) throws InterruptedException {
    if (!admission.paired(update, said, text)) {
      if (said instanceof Incoming.Command command && Commands.forAdmins(command.name())) {
        Audit.refused(said.person().id(), "/" + command.name());
      }
      admission.refuse(update, said);
    }
  }

  /** What had to wait too long gets one apology a chat. */
  private void stale(long update, Incoming.Said said) {
    long now = System.nanoTime();
    Long before = apologised.get(said.place().chat());
    boolean owed = admission.admits(said) && (before == null || now - before > ONE_APOLOGY.toNanos());
    if (!owed) {
      desk.done(update);
      return;
    }
    apologised.put(said.place().chat(), now);
    queues.put(said.place().chat(), () -> Guard.run(desk, update,
        () -> desk.reply(update, said, desk.words(said.person()).say("stale"))));
  }

  private void aside(long update, Guard.Work work) {
    queues.aside(() -> Guard.run(desk, update, work));
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
  }
}

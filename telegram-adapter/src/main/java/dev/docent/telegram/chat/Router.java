package dev.docent.telegram.chat;

import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.IncomingReader;
import dev.docent.telegram.incoming.UnreadableUpdateException;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.Completion;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.upload.Uploads;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every update that was written down to its handler, and returns at once. Within a chat things happen in order;
 * what must not wait for an answer that is being written goes past it.
 */
final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final IncomingReader reader;
  private final Inbox inbox;
  private final Completion completion;
  private final BotMetrics metrics;
  private final Handlers handlers;

  /** Who deals with what. */
  record Handlers(ChatChanges changes, Gate gate, Admission admission, QuestionIntake questions, Commands commands,
      Uploads uploads, Presses presses, Replies replies) {}

  Router(IncomingReader reader, Inbox inbox, Completion completion, BotMetrics metrics, Handlers handlers) {
    this.reader = reader;
    this.inbox = inbox;
    this.completion = completion;
    this.metrics = metrics;
    this.handlers = handlers;
  }

  /** Deals with updates in their order. */
  synchronized void route(List<ReceivedUpdate> updates) {
    updates.forEach(received -> completion.now(received.update(), () -> route(received)));
  }

  private Reaction route(ReceivedUpdate received) {
    long update = received.update();
    Incoming content;
    try {
      content = reader.read(update, received.raw()).content();
    } catch (UnreadableUpdateException e) {
      LOG.warn("update {} in the inbox can't be read any more", update);
      inbox.quarantine(update, received.raw());
      return Reaction.NOTHING;
    }
    metrics.count("updates", "kind", content.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    Delivery begun = received.delivery();
    if (begun != null) {
      return completion.inOrder(begun.chat(), update, () -> new Reaction.Say(begun, () -> {}));
    }
    return switch (content) {
      case Incoming.Nothing nothing -> Reaction.NOTHING;
      case Incoming.Moved moved -> handlers.changes.moved(moved);
      case Incoming.Membership change -> completion.aside(update, () -> handlers.changes.membership(change));
      case Incoming.Pressed press -> completion.aside(update, () -> handlers.presses.pressed(update, press));
      case Incoming.Said said -> said(received, said);
    };
  }

  private Reaction said(ReceivedUpdate received, Incoming.Said said) {
    long update = received.update();
    long chat = said.place().chat();
    handlers.changes.open(chat);
    if (handlers.gate.unknown(said)) {
      // Telegram has to be asked, and nobody else is to wait for that.
      return completion.aside(update, () -> {
        handlers.gate.lookUp(said);
        return said(received, said);
      });
    }
    Optional<Completion.Handler> instead = handlers.gate.instead(received, said);
    if (instead.isPresent()) {
      return completion.inOrder(chat, update, instead.get());
    }
    return switch (said) {
      case Incoming.Words words -> handlers.questions.accept(update, words);
      case Incoming.Command command -> command(update, command);
      case Incoming.File file -> completion.inOrder(chat, update, () -> handlers.uploads.offered(update, file));
      case Incoming.Speechless speechless -> completion.inOrder(chat, update,
          () -> Reaction.to(speechless, handlers.replies.words(speechless.person()).say("speechless")));
    };
  }

  private Reaction command(long update, Incoming.Command command) {
    if (command.name().equals("cancel")) {
      return completion.aside(update, () -> handlers.commands.cancel(command));
    }
    // Reading a folder takes its time; questions go on meanwhile.
    return Commands.forAdmins(command.name())
        ? completion.aside(update, () -> handlers.commands.run(command))
        : completion.inOrder(command.place().chat(), update, () -> ordinary(update, command));
  }

  private Reaction ordinary(long update, Incoming.Command command) throws InterruptedException {
    if (command.name().equals("start") && !command.rest().isEmpty()) {
      Optional<Reaction> paired = handlers.admission.paired(command, command.rest());
      Optional<String> question = StartPayload.question(command.rest());
      if (paired.isPresent()) {
        return paired.get();
      }
      if (question.isPresent()) {
        return handlers.questions.accept(update, new Incoming.Words(command.place(), command.person(),
            command.message(), question.get(), false, null));
      }
    }
    return handlers.commands.run(command);
  }
}

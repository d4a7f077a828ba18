package dev.docent.telegram.chat;

import dev.docent.telegram.access.Newcomers;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.CommandLists;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.command.GroupAdmins;
import dev.docent.telegram.command.GroupRules;
import dev.docent.telegram.command.People;
import dev.docent.telegram.command.StatusText;
import dev.docent.telegram.folder.CitedFiles;
import dev.docent.telegram.incoming.BotIdentity;
import dev.docent.telegram.incoming.IncomingReader;
import dev.docent.telegram.polling.ClaimLoop;
import dev.docent.telegram.polling.Connection;
import dev.docent.telegram.privacy.Retention;
import dev.docent.telegram.question.AnswerButtons;
import dev.docent.telegram.question.Answering;
import dev.docent.telegram.question.BotTiming;
import dev.docent.telegram.question.BudgetedModel;
import dev.docent.telegram.question.GroupGreetings;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.ChatQueues;
import dev.docent.telegram.reply.Completion;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.sending.Pace;
import dev.docent.telegram.sending.PreviewSender;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Conversations;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.upload.PendingUpload;
import dev.docent.telegram.upload.UploadFolder;
import dev.docent.telegram.upload.Uploads;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who of the bot knows whom: makes the handlers and what they speak through. Nothing runs yet. */
final class Wiring {
  final IncomingReader reader;
  final Inbox inbox;
  final ChatQueues queues = new ChatQueues();
  final Completion completion;
  final Replies replies;
  final CommandLists lists;
  final Answering answering;
  final QuestionIntake questions;
  final Retention retention;
  final Router router;
  /** Where replicas share the inbox it says whose turn it is; null where nobody else has it. */
  final @Nullable ClaimLoop claims;
  private final Duration stale;

  /**
   * @param stale how old what is gone on with may be
   * @param identity as whom the bot is addressed by now
   * @param connection how things stand with Telegram
   */
  Wiring(Bot.Parts parts, BotTiming timing, Duration stale, Supplier<BotIdentity> identity,
      Supplier<Connection> connection) {
    long began = System.nanoTime();
    this.stale = stale;
    reader = new IncomingReader(identity);
    inbox = parts.store().inbox(parts.bot());
    var sender = new Sender(parts.api(), new Pace(), parts.metrics());
    var answers = GivenAnswer.in(parts.store());
    var uploads = new StoredMap<>(parts.store(), Retention.UPLOADS, PendingUpload.class);
    var conversations = new Conversations(parts.docent(), parts.store());
    conversations.prune(Retention.KEPT);
    conversations.restore();
    completion = new Completion(inbox, sender, queues, answers);
    replies = new Replies(sender, parts.access());
    lists = new CommandLists(sender);
    var greetings = new GroupGreetings(parts.store());
    var cited = new CitedFiles(parts.docent(), parts.sendFiles());
    answering = new Answering(parts.docent(), parts.folder(), new BudgetedModel(parts.docent(), parts.limits()), inbox,
        replies, new PreviewSender(sender), answers, conversations, parts.metrics(), parts.signs(), greetings,
        new AnswerButtons(cited), timing,
        parts.atOnce(), parts.cores());
    questions = new QuestionIntake(answering, queues, completion, replies, parts.limits(), answers, parts.metrics(),
        timing);
    var newcomers = new Newcomers(parts.store());
    retention = new Retention(parts.docent(), parts.store(), inbox, answers, uploads, conversations, parts.access(),
        newcomers, parts.limits(), parts.feedback(), parts.signs());
    var admission = new Admission(parts.access(), parts.pairing(), replies, lists, newcomers, inbox, this::routeAgain);
    var status = new StatusText(parts.docent(), parts.limits(), queues::waiting, queues::working,
        () -> connection.get().trouble(), began);
    var rules = new GroupRules(parts.access(), new GroupAdmins(sender), parts.store());
    var people = new People(parts.access(), replies, lists, questions::revoked, rules);
    var commands = new Commands(parts.docent(), conversations, parts.folder(), parts.access(), replies, questions,
        status, lists, people, rules);
    var uploadFolder = new UploadFolder(parts.docent().status().knowledge(), parts.scratch());
    uploadFolder.clear();
    var files = new Uploads(parts.docent(), parts.folder(), parts.access(), replies, parts.api(), sender, uploads,
        uploadFolder, parts.most());
    var presses = new Presses(replies, parts.access(), commands, questions, retention,
        new AnswerPresses(parts.docent(), replies, parts.access(), questions, answers, parts.feedback(),
            parts.signs(), new FilePresses(replies, cited, sender), rules),
        new AdminPresses(replies, parts.access(), admission, people, commands, files));
    var changes = new ChatChanges(sender.chats(), admission, parts.access(), questions, greetings,
        conversations, rules);
    router = new Router(reader, inbox, completion, parts.metrics(), new Router.Handlers(changes,
        new Gate(admission, rules, replies), admission, questions, commands, files, presses, replies));
    parts.metrics().listeners(changes::gone, changes::moved);
    parts.metrics().gauge("waiting", queues::waiting);
    parts.metrics().gauge("working", queues::working);
    claims = parts.store()
        .sharing()
        // As many as are answered at once, and as many in line: the rest is for other replicas.
        .map(sharing -> new ClaimLoop(sharing, () -> 2 * parts.atOnce() - queues.working(), this::goOn))
        .orElse(null);
  }

  /** What was received, or can be gone on with, finds who deals with it. */
  void routeAgain(List<ReceivedUpdate> updates) {
    if (claims == null) {
      router.route(updates);
    } else {
      claims.wake();
    }
  }

  /** Routes what was received a while ago, too old or not. */
  void goOn(List<ReceivedUpdate> open) {
    router.route(open.stream().map(received -> received.after(stale)).toList());
  }
}

package dev.docent.telegram.command;

import dev.docent.Docent;
import dev.docent.corpus.CorpusUnavailableException;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexException;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.UnconfirmedRemovalException;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.privacy.Retention;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.Conversations;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Span.Kind;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the commands do. Rights are looked at here, whatever lists of commands Telegram shows. */
public final class Commands {
  private static final int NAMED = 20;
  private static final int REMARKS = 3;
  private static final int DOCUMENTS = 60;

  private final Docent docent;
  private final Conversations conversations;
  private final FolderSync folder;
  private final Access access;
  private final Replies replies;
  private final QuestionIntake questions;
  private final StatusText status;
  private final CommandLists lists;
  private final People people;
  private final GroupRules rules;

  public Commands(Docent docent, Conversations conversations, FolderSync folder, Access access, Replies replies,
      QuestionIntake questions,
      StatusText status,
      CommandLists lists, People people, GroupRules rules) {
    this.rules = rules;
    this.people = people;
    this.conversations = conversations;
    this.docent = docent;
    this.folder = folder;
    this.access = access;
    this.replies = replies;
    this.questions = questions;
    this.status = status;
    this.lists = lists;
  }

  /** Whether the command may be given by anybody who may ask. */
  public static boolean forAdmins(String name) {
    return switch (name) {
      case "reload", "documents", "docs", "status", "people" -> true;
      default -> false;
    };
  }

  public Reaction run(Incoming.Command command) throws InterruptedException {
    Words words = replies.words(command.person());
    long person = command.person().id();
    if (forAdmins(command.name())) {
      if (command.person().anonymous() || !access.admin(person)) {
        AuditLog.refused(person, "/" + command.name());
        return Reaction.to(command, words.say("admin.only"));
      }
      if (command.forwarded()) {
        AuditLog.refused(person, "/" + command.name() + ", forwarded");
        return Reaction.to(command, words.say("forwarded-command"));
      }
      AuditLog.allowed(person, "/" + command.name());
    }
    return switch (command.name()) {
      case "start" -> start(command, words);
      case "help" -> help(command, words);
      case "ask" -> Reaction.to(command, words.say("ask-what"));
      case "new" -> {
        conversations.forget(command.place().conversation(command.person()));
        yield Reaction.to(command, words.say("forgotten"));
      }
      case "lang" -> language(command, words);
      case "privacy" -> privacy(command, words);
      case "reload" -> reload(command, words);
      case "documents", "docs" -> documents(command, words);
      case "people" -> people(command, words);
      case "status" -> Reaction.to(command, status.in(words));
      case "who" -> command.place().group() ? rules.say(command, words) : unknown(command, words);
      default -> unknown(command, words);
    };
  }

  /** Stops what the person has asked; the running answer itself says that it was stopped. */
  public Reaction cancel(Incoming.Command command) {
    if (questions.cancel(command.place().chat(), command.person().id())) {
      return Reaction.NOTHING;
    } else {
      return Reaction.to(command, replies.words(command.person()).say("nothing-running"));
    }
  }

  private Reaction start(Incoming.Command command, Words words) {
    String text = words.say("start", docent.status().documents()) + "\n\n" + words.say("start.example");
    return Reaction.to(command, text);
  }

  private Reaction help(Incoming.Command command, Words words) {
    boolean admin = !command.person().anonymous() && !command.place().group() && access.admin(command.person().id());
    return Reaction.to(command, words.say("help") + (admin ? words.say("help.admin") : ""));
  }

  private Reaction unknown(Incoming.Command command, Words words) {
    // In a group it was probably meant for somebody else.
    if (command.place().group()) {
      return Reaction.NOTHING;
    } else {
      return Reaction.to(command, words.say("unknown-command", "/" + command.name()));
    }
  }

  private Reaction language(Incoming.Command command, Words words) throws InterruptedException {
    String wanted = command.rest().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      List<Button> row = Words.languages()
          .stream()
          .map(code -> new Button(Words.in(code).say("language"), "l:" + code))
          .toList();
      return Reaction.to(command, Styled.plain(words.say("lang.choose")), List.of(row));
    } else if (Words.knows(wanted)) {
      choose(command.person(), wanted);
      return Reaction.to(command, Words.in(wanted).say("lang.chosen"));
    } else {
      return Reaction.to(command, words.say("lang.unknown", CleanText.line(command.rest(), 20),
          String.join(", ", Words.languages())));
    }
  }

  /** From now on the person is spoken to in this language. */
  public void choose(Person person, String language) throws InterruptedException {
    access.speak(person.id(), language);
    if (!person.anonymous()) {
      lists.of(person.id(), Words.in(language), access.admin(person.id()));
    }
  }

  private Reaction privacy(Incoming.Command command, Words words) {
    String where = docent.model().remote()
        ? words.say("privacy.remote", docent.model().toString())
        : words.say("privacy.local");
    return Reaction.to(command, Styled.plain(words.say("privacy", Retention.KEPT.toHours(), where)),
        List.of(List.of(new Button(words.say("privacy.delete"), "p:delete"))));
  }

  // ---- For administrators --------------------------------------------------------------------------------------------

  private Reaction reload(Incoming.Command command, Words words) throws InterruptedException {
    if (folder.busy()) {
      replies.tell(command.place().chat(), command.place().thread(), words.say("reload.running"));
    }
    try {
      return Reaction.to(command, reloaded(false, words));
    } catch (UnconfirmedRemovalException e) {
      return Reaction.to(command, Styled.plain(words.say("reload.unconfirmed", CleanText.line(message(e)))),
          List.of(List.of(new Button(words.say("reload.confirm"), "r:confirm"))));
    }
  }

  /** Who may ask is nobody's business but the administrators'. */
  private Reaction people(Incoming.Command command, Words words) {
    if (command.place().group()) {
      return Reaction.to(command, words.say("people.private"));
    }
    People.Shown shown = people.list(0, "", words);
    return Reaction.to(command, shown.words(), shown.buttons());
  }

  /**
   * Reads the folder; returns what came of it.
   *
   * @param confirmed whether it may remove most of the index
   */
  public String reloaded(boolean confirmed, Words words) throws InterruptedException {
    try {
      return receipt(folder.reload(new ReloadRequest(confirmed, true)), words);
    } catch (CorpusUnavailableException | IndexException | OutOfMemoryError e) {
      return words.say("reload.failed", CleanText.line(FolderSync.words(e)));
    }
  }

  private String receipt(ReloadReport report, Words words) {
    var lines = new ArrayList<String>();
    Stream.of(marked("+ ", report.added()), marked("~ ", report.changed()), marked("- ", report.removed()),
        report.failed()
            .stream()
            .map(f -> "! " + CleanText.line(f.document(), 200) + ": " + CleanText.line(f.reason(), 300)),
        report.remarks()
            .stream()
            .map(r -> "? " + CleanText.line(r.document(), 200) + ": " + CleanText.line(r.remark(), 300)))
        .flatMap(s -> s)
        .forEach(lines::add);
    int more = lines.size() - NAMED;
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(NAMED, lines.size())));
    if (more > 0) {
      shown.add(words.say("reload.more", more));
    }
    report.notices().forEach(notice -> shown.add(CleanText.line(notice)));
    String seconds = String.format(Locale.ROOT, "%.1f", report.millis() / 1000.0);
    shown.add(report.changedAnything() || !report.failed().isEmpty()
        ? words.say("reload.done", report.added().size() + report.changed().size(), report.removed().size(),
            report.failed().size(), report.unchanged(), report.segments(), seconds)
        : words.say("reload.nothing", docent.status().documents(), report.segments()));
    if (report.vectorsMissing() > 0) {
      shown.add(words.say("reload.vectors"));
    }
    return String.join("\n", shown);
  }

  private static Stream<String> marked(String mark, List<String> documents) {
    return documents.stream().map(document -> mark + CleanText.line(document, 200));
  }

  private Reaction documents(Incoming.Command command, Words words) {
    List<DocumentEntry> all = docent.documents();
    if (all.isEmpty()) {
      return Reaction.to(command, words.say("documents.none"));
    }
    var text = Styled.builder().add(Kind.BOLD, words.say("documents.head", all.size()));
    for (DocumentEntry entry : all.subList(0, Math.min(DOCUMENTS, all.size()))) {
      String id = CleanText.line(entry.id(), 200);
      text.add("\n")
          .add(entry.readable()
              ? words.say("documents.line", id, entry.segments())
              : words.say("documents.problem", id, CleanText.line(entry.problem(), 200)));
      entry.remarks().stream().limit(REMARKS).forEach(remark -> text.add("\n? " + CleanText.line(remark, 200)));
    }
    if (all.size() > DOCUMENTS) {
      text.add("\n").add(words.say("reload.more", all.size() - DOCUMENTS));
    }
    return Reaction.to(command, text.build(), List.of());
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}

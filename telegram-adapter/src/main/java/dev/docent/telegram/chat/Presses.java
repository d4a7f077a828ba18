package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.command.People;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.privacy.Retention;
import dev.docent.telegram.question.QuestionIntake;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.AnswerMessage;
import dev.docent.telegram.text.Source;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import dev.docent.telegram.upload.Uploads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** What pressed buttons do. Each press is answered at once; who may do it is looked at again. */
final class Presses {
  private static final int NOTICE = 200;

  private final Replies replies;
  private final Access access;
  private final Admission admission;
  private final People people;
  private final Commands commands;
  private final QuestionIntake questions;
  private final Uploads uploads;
  private final Retention retention;
  private final StoredMap<GivenAnswer> answers;
  private final Feedback feedback;
  private final Consumer<GivenAnswer> rejected;

  Presses(Replies replies, Access access, Admission admission, People people, Commands commands,
      QuestionIntake questions,
      Uploads uploads,
      Retention retention, StoredMap<GivenAnswer> answers, Feedback feedback, Consumer<GivenAnswer> rejected) {
    this.replies = replies;
    this.access = access;
    this.admission = admission;
    this.people = people;
    this.commands = commands;
    this.questions = questions;
    this.uploads = uploads;
    this.retention = retention;
    this.answers = answers;
    this.feedback = feedback;
    this.rejected = rejected;
  }

  /** The parts of a button's data: what it does, and to what. */
  private record Data(String what, String of) {
    static Data read(String data) {
      int colon = data.indexOf(':');
      return colon < 0 ? new Data(data, "") : new Data(data.substring(0, colon), data.substring(colon + 1));
    }

    /** The number it is about; 0 when it is none. */
    long number() {
      return of.matches("-?\\d{1,18}") ? Long.parseLong(of) : 0;
    }
  }

  void pressed(long update, Incoming.Pressed press) throws InterruptedException {
    Data data = Data.read(press.data());
    Place place = press.place();
    Words words = replies.words(press.person());
    if (place == null || press.message() == 0) {
      answer(press, words.say("admin.gone"), true);
      replies.done(update);
      return;
    }
    switch (data.what()) {
      case "x" -> stop(update, press, place, data, words);
      case "s", "a", "u", "d" -> aboutAnswer(update, press, place, data, words);
      case "l" -> language(update, press, data);
      case "p" -> delete(update, press, place, words);
      case "r", "ya", "yn", "fr", "fb", "fn", People.REVOKE, People.PROMOTE, People.DEMOTE, People.ADMIT, People.PAGE ->
        byAdmin(update, press, place, data, words);
      default -> {
        answer(press, words.say("admin.gone"), true);
        replies.done(update);
      }
    }
  }

  // ---- Below an answer -----------------------------------------------------------------------------------------------

  private void aboutAnswer(long update, Incoming.Pressed press, Place place, Data data, Words words)
      throws InterruptedException {
    long person = press.person().id();
    boolean admitted = place.group() ? access.mayAskIn(place.chat(), person) : access.mayAsk(person);
    Optional<GivenAnswer> found = answers.get(GivenAnswer.key(place.chat(), (int) data.number()));
    if (!admitted || found.isEmpty()) {
      answer(press, words.say("admin.gone"), true);
      replies.done(update);
      return;
    }
    GivenAnswer answered = found.get();
    switch (data.what()) {
      case "s" -> sources(update, press, place, answered, words);
      case "a" -> {
        answer(press, words.say("asking-again"), false);
        questions.again(update, new Incoming.Words(place, press.person(), answered.question(), answered.text(), false,
            null), answered.person(), answered.history(), null);
      }
      default -> {
        boolean up = data.what().equals("u");
        answer(press, words.say(up ? "rated.up" : "rated.down"), false);
        feedback.add(new Feedback.Rating(Instant.now(), person, answered.person(), answered.text(), answered.verdict(),
            answered.sources().stream().map(Source::place).toList(), up ? "up" : "down"));
        if (!up) {
          // The owner sees it among the gaps, without who asked.
          rejected.accept(answered);
        }
        replies.done(update);
      }
    }
  }

  /** Stops an answer that is being made, or that waits; it says itself that it was stopped. */
  private void stop(long update, Incoming.Pressed press, Place place, Data data, Words words)
      throws InterruptedException {
    long person = press.person().id();
    boolean stopped = questions.cancel(place.chat(), (int) data.number(), person, access.admin(person));
    answer(press, words.say(stopped ? "stopping" : "admin.gone"), !stopped);
    replies.done(update);
  }

  private void sources(long update, Incoming.Pressed press, Place place, GivenAnswer answered, Words words)
      throws InterruptedException {
    if (answered.sources().isEmpty()) {
      answer(press, words.say("no-sources"), false);
      replies.done(update);
      return;
    }
    answer(press, "", false);
    replies.say(update, place, press.message(), new AnswerMessage(words).full(answered.sources()), List.of());
  }

  // ---- About oneself -------------------------------------------------------------------------------------------------

  private void language(long update, Incoming.Pressed press, Data data) throws InterruptedException {
    if (Words.knows(data.of())) {
      // Before it is said, or what comes right after it would be answered in the other language.
      access.speak(press.person().id(), data.of());
      answer(press, Words.in(data.of()).say("lang.chosen"), false);
      commands.choose(press.person(), data.of());
    } else {
      answer(press, replies.words(press.person()).say("admin.gone"), true);
    }
    replies.done(update);
  }

  private void delete(long update, Incoming.Pressed press, Place place, Words words) throws InterruptedException {
    long person = press.person().id();
    questions.forget(person);
    int forgotten = retention.forget(person, update);
    AuditLog.allowed(person, "had their data deleted");
    answer(press, "", false);
    // The press itself is the last that is known of them: not even what is said now is written down.
    replies.done(update);
    retention.erase();
    replies.tell(place.chat(), place.thread(), Styled.plain(words.say("privacy.deleted", forgotten)), List.of());
  }

  // ---- By administrators ---------------------------------------------------------------------------------------------

  private void byAdmin(long update, Incoming.Pressed press, Place place, Data data, Words words)
      throws InterruptedException {
    if (!access.admin(press.person().id())) {
      AuditLog.refused(press.person().id(), "button " + data.what());
      answer(press, words.say("admin.only"), true);
      replies.done(update);
      return;
    }
    boolean gone = data.what().startsWith("f") && !uploads.open(data.of())
        || data.what().startsWith("p") && place.group();
    if (gone) {
      answer(press, words.say("admin.gone"), true);
      replies.done(update);
      return;
    }
    answer(press, "", false);
    switch (data.what()) {
      case "r" -> {
        AuditLog.allowed(press.person().id(), "confirms a reload that removes most of the index");
        replies.replace(place.chat(), press.message(), Styled.plain(words.say("reload.working")), List.of());
        replies.replace(place.chat(), press.message(), Styled.plain(commands.reloadConfirmed(words)), List.of());
      }
      case "ya", "yn" -> replies.replace(place.chat(), press.message(),
          Styled.plain(admission.decided(press.person(), data.number(), data.what().equals("ya"))), List.of());
      case People.REVOKE, People.PROMOTE, People.DEMOTE, People.ADMIT, People.PAGE ->
        aboutPeople(press, place, data, words);
      default -> uploads.decided(press.person(), place, press.message(), data.what().charAt(1), data.of());
    }
    replies.done(update);
  }

  private void aboutPeople(Incoming.Pressed press, Place place, Data data, Words words) throws InterruptedException {
    long whom = data.number();
    String done = switch (data.what()) {
      case People.REVOKE -> people.revoke(press.person(), whom, words);
      case People.PROMOTE -> people.promote(press.person(), whom, words);
      case People.DEMOTE -> people.demote(press.person(), whom, words);
      case People.ADMIT -> admission.readmit(press.person(), whom)
          ? words.say("access.allowed", Long.toString(whom))
          : words.say("people.unchanged");
      default -> "";
    };
    boolean page = data.what().equals(People.PAGE);
    // Who has just taken their own rights sees no more of it.
    People.Shown shown = access.admin(press.person().id())
        ? people.list(page ? (int) whom : 0, done, words)
        : new People.Shown(Styled.plain(done), List.of());
    replies.replace(place.chat(), press.message(), shown.words(), shown.buttons());
  }

  private void answer(Incoming.Pressed press, String notice, boolean alert) throws InterruptedException {
    var call = new AnswerCallbackQuery(press.query());
    if (!notice.isEmpty()) {
      call.setText(dev.docent.telegram.text.CleanText.line(notice, NOTICE));
      call.setShowAlert(alert);
    }
    replies.attempt(0, call);
  }
}

package dev.docent.telegram.chat;

import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.Audit;
import dev.docent.telegram.admission.Admission;
import dev.docent.telegram.command.Commands;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.privacy.Housekeeping;
import dev.docent.telegram.question.Questions;
import dev.docent.telegram.reply.Desk;
import dev.docent.telegram.store.Answered;
import dev.docent.telegram.store.Feedback;
import dev.docent.telegram.store.Kept;
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

  private final Desk desk;
  private final Access access;
  private final Admission admission;
  private final Commands commands;
  private final Questions questions;
  private final Uploads uploads;
  private final Housekeeping housekeeping;
  private final Kept<Answered> answers;
  private final Feedback feedback;
  private final Consumer<Answered> rejected;

  Presses(Desk desk, Access access, Admission admission, Commands commands, Questions questions, Uploads uploads,
      Housekeeping housekeeping, Kept<Answered> answers, Feedback feedback, Consumer<Answered> rejected) {
    this.desk = desk;
    this.access = access;
    this.admission = admission;
    this.commands = commands;
    this.questions = questions;
    this.uploads = uploads;
    this.housekeeping = housekeeping;
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
    Words words = desk.words(press.person());
    if (place == null || press.message() == 0) {
      answer(press, words.say("admin.gone"), true);
      desk.done(update);
      return;
    }
    switch (data.what()) {
      case "s", "a", "u", "d" -> aboutAnswer(update, press, place, data, words);
      case "l" -> language(update, press, data);
      case "p" -> delete(update, press, place, words);
      case "r", "ya", "yn", "fr", "fb", "fn" -> byAdmin(update, press, place, data, words);
      default -> {
        answer(press, words.say("admin.gone"), true);
        desk.done(update);
      }
    }
  }

  // ---- Below an answer -----------------------------------------------------------------------------------------------

  private void aboutAnswer(long update, Incoming.Pressed press, Place place, Data data, Words words)
      throws InterruptedException {
    long person = press.person().id();
    boolean admitted = place.group() ? access.mayAskIn(place.chat(), person) : access.mayAsk(person);
    Optional<Answered> found = answers.get(Answered.key(place.chat(), (int) data.number()));
    if (!admitted || found.isEmpty()) {
      answer(press, words.say("admin.gone"), true);
      desk.done(update);
      return;
    }
    Answered answered = found.get();
    switch (data.what()) {
      case "s" -> sources(update, press, place, answered, words);
      case "a" -> {
        answer(press, words.say("asking-again"), false);
        questions.again(update, new Incoming.Words(place, press.person(), answered.question(), answered.text(), false),
            answered.person(), null);
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
        desk.done(update);
      }
    }
  }

  private void sources(long update, Incoming.Pressed press, Place place, Answered answered, Words words)
      throws InterruptedException {
    if (answered.sources().isEmpty()) {
      answer(press, words.say("no-sources"), false);
      desk.done(update);
      return;
    }
    answer(press, "", false);
    desk.say(update, place, press.message(), new AnswerMessage(words).full(answered.sources()), List.of());
  }

  // ---- About oneself -------------------------------------------------------------------------------------------------

  private void language(long update, Incoming.Pressed press, Data data) throws InterruptedException {
    if (Words.knows(data.of())) {
      answer(press, Words.in(data.of()).say("lang.chosen"), false);
      commands.choose(press.person(), data.of());
    } else {
      answer(press, desk.words(press.person()).say("admin.gone"), true);
    }
    desk.done(update);
  }

  private void delete(long update, Incoming.Pressed press, Place place, Words words) throws InterruptedException {
    long person = press.person().id();
    questions.forget(person);
    int forgotten = housekeeping.forget(person, update);
    Audit.allowed(person, "had their data deleted");
    answer(press, "", false);
    // The press itself is the last that is known of them: not even what is said now is written down.
    desk.done(update);
    housekeeping.erase();
    desk.tell(place.chat(), place.thread(), Styled.plain(words.say("privacy.deleted", forgotten)), List.of());
  }

  // ---- By administrators ---------------------------------------------------------------------------------------------

  private void byAdmin(long update, Incoming.Pressed press, Place place, Data data, Words words)
      throws InterruptedException {
    if (!access.admin(press.person().id())) {
      Audit.refused(press.person().id(), "button " + data.what());
      answer(press, words.say("admin.only"), true);
      desk.done(update);
      return;
    }
    if (data.what().startsWith("f") && !uploads.open(data.of())) {
      answer(press, words.say("admin.gone"), true);
      desk.done(update);
      return;
    }
    answer(press, "", false);
    switch (data.what()) {
      case "r" -> {
        Audit.allowed(press.person().id(), "confirms a reload that removes most of the index");
        desk.replace(place.chat(), press.message(), Styled.plain(words.say("reload.working")), List.of());
        desk.replace(place.chat(), press.message(), Styled.plain(commands.reloadConfirmed(words)), List.of());
      }
      case "ya", "yn" -> desk.replace(place.chat(), press.message(),
          Styled.plain(admission.decided(press.person(), data.number(), data.what().equals("ya"))), List.of());
      default -> uploads.decided(press.person(), place, press.message(), data.what().charAt(1), data.of());
    }
    desk.done(update);
  }

  private void answer(Incoming.Pressed press, String notice, boolean alert) throws InterruptedException {
    var call = new AnswerCallbackQuery(press.query());
    if (!notice.isEmpty()) {
      call.setText(dev.docent.telegram.text.Clean.line(notice, NOTICE));
      call.setShowAlert(alert);
    }
    desk.attempt(0, call);
  }
}

package dev.docent.telegram.question;

import dev.docent.Docent;
import dev.docent.ModelName;
import dev.docent.answer.Answer;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.question.OpenQuestion.Stop;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.sending.PreviewSender;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.Conversations;
import dev.docent.telegram.store.Delivery;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.Inbox;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.store.PersonSigns;
import dev.docent.telegram.store.ReceivedUpdate;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.AnswerMessage;
import dev.docent.telegram.text.Source;
import dev.docent.telegram.text.Span;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one question: shown to be under way, asked, answered whole, remembered for its buttons. */
public final class Answering implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  /** A person who asks at once after the very first start gets an answer, if the folder isn't too big. */
  private static final Duration FIRST_READING = Duration.ofSeconds(30);

  private final Docent docent;
  private final FolderSync folder;
  private final BudgetedModel model;
  private final Inbox inbox;
  private final Replies replies;
  private final PreviewSender previews;
  private final StoredMap<GivenAnswer> answers;
  private final Conversations conversations;
  private final ReferredTurns referred;
  private final GroupGreetings greetings;
  private final AnswerButtons buttons;
  private final BotMetrics metrics;
  private final PersonSigns signs;
  private final BotTiming timing;
  private final AnswerLine line;
  private final AnswerThreads threads;
  private final ScheduledExecutorService clock = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("telegram-clock").factory());

  public Answering(Docent docent, FolderSync folder, BudgetedModel model, Inbox inbox, Replies replies,
      PreviewSender previews,
      StoredMap<GivenAnswer> answers, Conversations conversations,
      BotMetrics metrics, PersonSigns signs, GroupGreetings greetings, AnswerButtons buttons, BotTiming timing,
      int atOnce, int cores) {
    this.greetings = greetings;
    this.buttons = buttons;
    this.docent = docent;
    this.folder = folder;
    this.model = model;
    this.inbox = inbox;
    this.replies = replies;
    this.previews = previews;
    this.answers = answers;
    this.conversations = conversations;
    this.referred = new ReferredTurns(answers);
    this.metrics = metrics;
    this.signs = signs;
    this.timing = timing;
    this.line = new AnswerLine(atOnce);
    this.threads = new AnswerThreads(atOnce, cores);
  }

  /** What asking came to. */
  private sealed interface Outcome {
    record Full(Answer answer) implements Outcome {}

    record Failed(Throwable cause) implements Outcome {}

    record Stopped(Stop why) implements Outcome {}
  }

  /**
   * Makes the answer, to be sent.
   *
   * @throws InterruptedException when the bot is being stopped; the question then stays in the inbox
   */
  Reaction answer(OpenQuestion asked) throws InterruptedException {
    Words words = replies.words(asked.person);
    List<Integer> left = inbox.open(asked.update()).map(ReceivedUpdate::previews).orElse(List.of());
    AnswerPreview preview = preview(asked, words, left);
    Outcome outcome;
    boolean offline;
    try (AutoCloseable end = preview::close) {
      do {
        offline = model.spent();
        outcome = ask(asked, preview);
      } while (outcome instanceof Outcome.Stopped stopped && stopped.why() == Stop.CHANGED);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return switch (outcome) {
      case Outcome.Full full ->
        finish(asked, preview, full(asked, full.answer(), words, offline), full.answer(), words);
      case Outcome.Failed failed -> failed(asked, preview, failed.cause(), words);
      case Outcome.Stopped stopped -> stopped(asked, preview, stopped.why(), words);
    };
  }

  private AnswerPreview preview(OpenQuestion asked, Words words, List<Integer> left) {
    Integer replyTo = asked.place.group() ? asked.message : null;
    Integer placeholder = asked.earlier() == null && !left.isEmpty() ? left.getLast() : null;
    // An answer that is there already is not replaced until the new one is whole.
    boolean shown = asked.earlier() == null || !asked.place.group();
    var preview = new AnswerPreview(previews, asked.place, asked.update(), replyTo, words,
        shown ? timing : timing.withoutPlaceholder(), () -> line.before(asked),
        button("button.stop", "x:", asked, words), placeholder,
        message -> inbox.preview(asked.update(), message));
    return preview.begin();
  }

  private Outcome ask(OpenQuestion asked, AnswerPreview preview) {
    try {
      folder.awaitFirst(FIRST_READING);
      if (!line.enter(asked, () -> asked.stopped() != null && asked.stopped() != Stop.CHANGED)) {
        Stop stop = asked.stopped();
        return new Outcome.Stopped(stop == null ? Stop.CANCELLED : stop);
      }
    } catch (InterruptedException e) {
      return new Outcome.Stopped(Stop.SHUTDOWN);
    }
    var limit = clock.schedule(() -> asked.stop(Stop.TOO_LONG), timing.answer().toMillis(), TimeUnit.MILLISECONDS);
    Outcome outcome;
    try {
      if (!asked.begin()) {
        Stop before = asked.stopped();
        return new Outcome.Stopped(before == null ? Stop.CANCELLED : before);
      }
      preview.restarted("asked");
      conversations.refresh(asked.place.conversation(asked.person));
      var question = new Question(asked.text(), asked.place.conversation(asked.person), referred.history(asked))
          .by(signs.of(asked.author));
      outcome = new Outcome.Full(
          threads.run(docent.model().equals(ModelName.OFFLINE), () -> docent.ask(question, preview)));
    } catch (InterruptedException e) {
      outcome = new Outcome.Stopped(Stop.SHUTDOWN);
    } catch (RuntimeException | Error e) {
      outcome = new Outcome.Failed(e);
    } finally {
      limit.cancel(false);
      line.leave();
    }
    Stop stop = asked.end();
    return stop == null ? outcome : new Outcome.Stopped(stop);
  }

  private List<MessagePart> full(OpenQuestion asked, Answer answer, Words words, boolean offline) {
    boolean explained = !asked.place.group() || !greetings.first(asked.place.chat());
    List<Styled> texts = new ArrayList<>(
        new AnswerMessage(words).of(answer, explained ? "" : words.say("group.hello")));
    if (offline) {
      texts.addFirst(Styled.builder().add(Span.Kind.ITALIC, words.say("budget")).build());
    }
    metrics.count("answers", "verdict", verdict(answer));
    return Reaction.parts(texts, buttons.of(asked.message, words, answer));
  }

  private Reaction failed(OpenQuestion asked, AnswerPreview preview, Throwable cause, Words words) {
    String number = Integer.toString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000), 16);
    LOG.error("question {} failed", number, cause);
    metrics.count("errors", "where", "answer");
    return cut(asked, preview, words, words.say("error", number), "incomplete.error");
  }

  /** What there is of an answer that came to an early end, or why there is nothing, with a button to ask again. */
  private Reaction cut(OpenQuestion asked, AnswerPreview preview, Words words, String nothing, String why) {
    List<Styled> texts = preview.shown().isEmpty()
        ? List.of(Styled.plain(nothing))
        : new AnswerMessage(words).cut(preview.shown(), words.say(why));
    return finish(asked, preview, Reaction.parts(texts, button("button.retry", "a:", asked, words)), null, words);
  }

  private Reaction stopped(OpenQuestion asked, AnswerPreview preview, Stop why, Words words)
      throws InterruptedException {
    return switch (why) {
      case CANCELLED -> cut(asked, preview, words, words.say("stopped"), "incomplete.stopped");
      case TOO_LONG ->
        cut(asked, preview, words, words.say("too-slow", timing.answer().toSeconds()), "incomplete.time");
      case GONE, CHANGED -> Reaction.NOTHING;
      case FORGOTTEN, REVOKED -> forgotten(asked, preview);
      case SHUTDOWN -> {
        // The question stays in the inbox and is answered after the next start.
        Integer placeholder = preview.placeholder();
        String later = words.say("interrupted");
        if (placeholder != null) {
          replies.replace(asked.place.chat(), placeholder, later);
        } else {
          replies.tell(asked.place.chat(), asked.place.thread(), later);
        }
        throw new InterruptedException("the bot is being stopped");
      }
    };
  }

  private Reaction finish(OpenQuestion asked, AnswerPreview preview, List<MessagePart> parts, @Nullable Answer answer,
      Words words) {
    List<Source> sources = answer == null ? List.of() : new AnswerMessage(words).listed(answer);
    String key = GivenAnswer.key(asked.place.chat(), asked.message);
    if (!asked.forgotten()) {
      // Before the answer is to be seen, for its buttons may be pressed at once.
      answers.put(key,
          new GivenAnswer(asked.place.chat(), asked.place.thread(), asked.message, asked.author, asked.text(),
              answer == null ? "incomplete" : verdict(answer), List.of(), sources, Instant.now(),
              referred.history(asked), answer == null ? null : ReferredTurns.of(asked.text(), answer)));
    }
    if (answer != null && !asked.forgotten()) {
      ConversationId conversation = asked.place.conversation(asked.person);
      if (asked.author != asked.person.id()) {
        conversations.mixed(conversation);
      }
      conversations.keep(conversation);
    }
    if (asked.forgotten()) {
      answers.remove(key);
      conversations.forget(asked.place.conversation(asked.person));
      return forgotten(asked, preview);
    }
    return new Reaction.Say(delivery(asked, preview, parts), () -> {});
  }

  /** Nothing is said any more, and what was begun to be said goes. */
  private Reaction forgotten(OpenQuestion asked, AnswerPreview preview) {
    Integer placeholder = preview.placeholder();
    List<Integer> begun = placeholder == null ? List.of() : List.of(placeholder);
    return new Reaction.Nothing(() -> replies.remove(asked.place.chat(), begun));
  }

  /** The parts take the places of what is there: an earlier answer, or the message that has grown. */
  private static Delivery delivery(OpenQuestion asked, AnswerPreview preview, List<MessagePart> parts) {
    var there = new ArrayList<Integer>();
    if (asked.earlier() != null) {
      there.addAll(asked.earlier().messages());
    }
    Integer placeholder = preview.placeholder();
    if (placeholder != null) {
      there.add(placeholder);
    }
    var placed = new ArrayList<MessagePart>();
    for (int i = 0; i < parts.size(); i++) {
      placed.add(parts.get(i).replacing(i < there.size() ? there.get(i) : null));
    }
    Integer replyTo = asked.place.group() || asked.earlier() != null ? asked.message : null;
    return Delivery.of(asked.place.chat(), asked.place.thread(), replyTo, placed)
        .answering(asked.message)
        .without(there.size() > parts.size() ? there.subList(parts.size(), there.size()) : List.of());
  }

  private static String verdict(Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded -> "grounded";
      case Answer.Abstained abstained -> abstained.reason().code();
    };
  }

  private static List<List<Button>> button(String label, String what, OpenQuestion asked, Words words) {
    return List.of(List.of(new Button(words.say(label), what + asked.message)));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.close();
  }
}

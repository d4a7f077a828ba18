package dev.docent.telegram.question;

import dev.docent.answer.Question;
import dev.docent.conversation.Turn;
import dev.docent.telegram.access.Limits;
import dev.docent.telegram.access.Limits.Verdict;
import dev.docent.telegram.health.BotMetrics;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.question.OpenQuestion.Stop;
import dev.docent.telegram.reply.ChatQueues;
import dev.docent.telegram.reply.Completion;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes questions on: one of a person is being answered and one waits, what is too much gets one word about it, what
 * belongs together is joined, and an edit changes its question wherever that stands. Safe for use by several threads.
 */
public final class QuestionIntake {
  private static final int AT_ONCE = 2;
  private static final int PIECES = 4;
  private static final int REMEMBERED = 5_000;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Answering answering;
  private final ChatQueues queues;
  private final Completion completion;
  private final Replies replies;
  private final Limits limits;
  private final StoredMap<GivenAnswer> answers;
  private final BotMetrics metrics;
  private final BotTiming timing;
  private final Map<Asker, Desires> pending = new HashMap<>();

  public QuestionIntake(Answering answering, ChatQueues queues, Completion completion, Replies replies, Limits limits,
      StoredMap<GivenAnswer> answers,
      BotMetrics metrics,
      BotTiming timing) {
    this.answering = answering;
    this.queues = queues;
    this.completion = completion;
    this.replies = replies;
    this.limits = limits;
    this.answers = answers;
    this.metrics = metrics;
    this.timing = timing;
  }

  /** A person in a chat. */
  private record Asker(long chat, long person) {}

  /** What one person wants at the moment. */
  private static final class Desires {
    final List<OpenQuestion> open = new ArrayList<>();
    boolean warned;
    long lastAt;
    int pieces;
    long tooLongAt = Long.MIN_VALUE / 2;
  }

  /** Something was said to the bot that isn't a command. The person may ask. */
  public Reaction accept(long update, Incoming.Words said) {
    String text = said.text();
    boolean askable = text.length() <= Question.MAX_LENGTH && !Question.of(text).empty();
    if (askable && said.edited()) {
      Optional<Reaction> changed = changed(update, said);
      if (changed.isPresent()) {
        return changed.get();
      }
    }
    var asker = new Asker(said.place().chat(), said.person().id());
    synchronized (this) {
      if (pending.size() > REMEMBERED) {
        pending.values().removeIf(desires -> desires.open.isEmpty());
      }
      Desires mine = pending.computeIfAbsent(asker, a -> new Desires());
      long now = System.nanoTime();
      if (text.length() > Question.MAX_LENGTH || now - mine.tooLongAt < timing.pieces().toNanos()) {
        return refuseLong(update, said, mine, now);
      }
      if (Question.of(text).empty()) {
        return refuse(update, said, "empty-question");
      }
      return joined(update, said, mine, now)
          ? Reaction.TAKEN
          : take(update, said, mine, asker, said.person().id(), List.of(), null);
    }
  }

  /**
   * Asks once more what was asked before, or asks it in its new words.
   *
   * @param author who wrote the words
   * @param history what they were said in reply to when they were first asked
   */
  public Reaction again(long update, Incoming.Words said, long author, List<Turn> history,
      @Nullable GivenAnswer earlier) {
    var asker = new Asker(said.place().chat(), said.person().id());
    synchronized (this) {
      return take(update, said, pending.computeIfAbsent(asker, a -> new Desires()), asker, author, history, earlier);
    }
  }

  private Reaction refuseLong(long update, Incoming.Words said, Desires mine, long now) {
    // A program cuts a long message into several: what follows at once belongs to it.
    boolean first = now - mine.tooLongAt >= timing.pieces().toNanos();
    mine.tooLongAt = now;
    return first ? refuse(update, said, "too-long", Question.MAX_LENGTH) : Reaction.NOTHING;
  }

  private Reaction refuse(long update, Incoming.Words said, String why, Object... values) {
    metrics.count("refused", "why", why);
    String words = replies.words(said.person()).say(why, values);
    return completion.inOrder(said.place().chat(), update, () -> Reaction.to(said, words));
  }

  /** A question that breaks off and goes on in the next message is one question. */
  private boolean joined(long update, Incoming.Words said, Desires mine, long now) {
    boolean soon = now - mine.lastAt < timing.pieces().toNanos();
    if (mine.open.size() != 1 || !soon || mine.pieces >= PIECES || said.edited()) {
      return false;
    }
    OpenQuestion before = mine.open.getFirst();
    String text = before.text();
    boolean ended = text.isEmpty() || ".?!…。？！:;".indexOf(text.charAt(text.length() - 1)) >= 0;
    boolean elsewhere = !said.place().equals(before.place);
    if (ended || elsewhere || text.length() + said.text().length() >= Question.MAX_LENGTH
        || !before.change(text + " " + said.text(), update)) {
      return false;
    }
    mine.pieces++;
    mine.lastAt = now;
    return true;
  }

  private Reaction take(long update, Incoming.Words said, Desires mine, Asker asker, long author,
      List<Turn> history, @Nullable GivenAnswer earlier) {
    if (mine.open.size() >= AT_ONCE) {
      metrics.count("refused", "why", "busy");
      if (mine.warned) {
        return Reaction.NOTHING;
      }
      mine.warned = true;
      Words words = replies.words(said.person());
      // At once, not after the answers that keep the bot busy.
      return completion.aside(update, () -> Reaction.to(said, words.say("busy")));
    }
    return switch (limits.ask(said.person().id())) {
      case Verdict.Free free -> {
        var asked = new OpenQuestion(said.place(), said.person(), author, said.message(), said.text(),
            new OpenQuestion.Context(said.about(), history), update, earlier);
        mine.open.add(asked);
        mine.lastAt = System.nanoTime();
        mine.pieces = 1;
        queues.put(said.place().chat(), () -> answer(asked, asker));
        yield Reaction.TAKEN;
      }
      case Verdict.Wait wait -> once(update, said, mine, "limit.minute", Math.max(1, wait.time().toSeconds()));
      case Verdict.Tomorrow tomorrow -> once(update, said, mine, "limit.day", limits.perDay());
    };
  }

  private Reaction once(long update, Incoming.Words said, Desires mine, String why, Object value) {
    if (mine.warned) {
      return Reaction.NOTHING;
    }
    mine.warned = true;
    return refuse(update, said, why, value);
  }

  private Reaction answer(OpenQuestion asked) throws InterruptedException {
    if (asked.earlier() != null) {
      answers.get(GivenAnswer.key(asked.place.chat(), asked.message)).ifPresent(asked::earlierIs);
    }
    return answering.answer(asked);
  }

  private void answer(OpenQuestion asked, Asker asker) {
    try {
      // Its pieces came as updates of their own.
      if (completion.together(asked::updates, () -> answer(asked))) {
        metrics.time("answer", asked.nanosSince());
      }
    } finally {
      synchronized (this) {
        Desires mine = pending.get(asker);
        if (mine != null) {
          mine.open.remove(asked);
          mine.warned = mine.warned && !mine.open.isEmpty();
          // What was too long is remembered a moment longer, for its pieces.
          if (mine.open.isEmpty() && System.nanoTime() - mine.tooLongAt > timing.pieces().toNanos()) {
            pending.remove(asker);
          }
        }
      }
    }
  }

  /** What comes of an edit that concerns a question that is known: it waits, is being answered, or was. */
  private Optional<Reaction> changed(long update, Incoming.Words said) {
    Optional<OpenQuestion> open = open(said.place().chat(), said.message());
    if (open.isPresent() && open.get().change(said.text(), update)) {
      return Optional.of(Reaction.TAKEN);
    }
    Optional<GivenAnswer> answered = answers.get(GivenAnswer.key(said.place().chat(), said.message()));
    // Telegram tells of an edit also when something else than the words has changed.
    return answered
        .map(given -> given.text().equals(said.text()) || given.person() != said.person().id()
            ? Reaction.NOTHING
            : again(update, said, said.person().id(), given.history(), given));
  }

  private synchronized Optional<OpenQuestion> open(long chat, int message) {
    return pending.values()
        .stream()
        .flatMap(mine -> mine.open.stream())
        .filter(asked -> asked.place.chat() == chat && asked.message == message)
        .findFirst();
  }

  /** Stops what a person has asked in a chat; returns whether there was something. */
  public synchronized boolean cancel(long chat, long person) {
    Desires mine = pending.get(new Asker(chat, person));
    return mine != null && mine.open.stream().filter(asked -> asked.stop(Stop.CANCELLED)).count() > 0;
  }

  /**
   * Stops one question, if it is theirs or they may stop everybody's; returns whether there was something to stop.
   *
   * @param message the message with the question
   */
  public synchronized boolean cancel(long chat, int message, long person, boolean anybodys) {
    return open(chat, message).filter(asked -> anybodys || asked.person.id() == person)
        .map(asked -> asked.stop(Stop.CANCELLED))
        .orElse(false);
  }

  /**
   * Nothing of what a person has asked is to be answered or kept any more. Waits a moment for what is just being asked, so
   * that nothing is written down of it afterwards.
   */
  public void forget(long person) throws InterruptedException {
    List<OpenQuestion> theirs;
    synchronized (this) {
      theirs = pending.values()
          .stream()
          .flatMap(mine -> mine.open.stream())
          .filter(asked -> asked.author == person || asked.person.id() == person)
          .toList();
      theirs.forEach(asked -> asked.stop(Stop.FORGOTTEN));
    }
    long until = System.nanoTime() + LAST_WORDS.toNanos();
    while (System.nanoTime() < until && theirs.stream().anyMatch(OpenQuestion::asking)) {
      Thread.sleep(10);
    }
    synchronized (this) {
      pending.entrySet().removeIf(e -> e.getKey().person() == person && e.getValue().open.isEmpty());
    }
  }

  /** A person may no longer ask, or nobody in a group: what is being answered there is stopped, and not said. */
  public synchronized void revoked(long id) {
    pending.forEach((asker, mine) -> {
      if (asker.person() == id || asker.chat() == id) {
        mine.open.forEach(asked -> asked.stop(Stop.REVOKED));
      }
    });
  }

  /** Nothing can be said in the chat any more. */
  public synchronized void gone(long chat) {
    pending.forEach((asker, mine) -> {
      if (asker.chat() == chat) {
        mine.open.forEach(asked -> asked.stop(Stop.GONE));
      }
    });
  }

  /** The bot is being stopped: whatever isn't answered is to be asked after the next start. */
  public synchronized void stop() {
    pending.values().forEach(mine -> mine.open.forEach(asked -> asked.stop(Stop.SHUTDOWN)));
  }
}

package dev.docent.telegram.question;

import dev.docent.conversation.Turn;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.store.GivenAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question from its acceptance to its answer. It can be changed, joined and stopped until it is answered. Safe for use
 * by several threads.
 */
final class OpenQuestion {

  /** Why an answer was not written to its end. */
  enum Stop {
    CANCELLED, CHANGED, TOO_LONG, GONE, SHUTDOWN,
    /** Who asked it, or has asked it first, wants everything forgotten. */
    FORGOTTEN,
    /** Who asked it may no longer ask. */
    REVOKED
  }

  private enum Stage {
    WAITING, ASKING, ANSWERED
  }

  final Place place;
  final Person person;
  /** Who wrote the words; somebody else may have asked them again. */
  final long author;
  final int message;
  /** What it was said in reply to. */
  final Context context;
  private volatile @Nullable GivenAnswer earlier;
  private final List<Long> updates = new ArrayList<>();
  private final long at = System.nanoTime();
  private String text;
  private Stage stage = Stage.WAITING;
  private @Nullable Stop stop;
  private volatile boolean forgotten;
  private @Nullable Thread asking;

  /**
   * What a question was said in reply to.
   *
   * @param about as it was sent; null for nothing
   * @param known turns, when the question was asked before
   */
  record Context(Incoming.@Nullable Referred about, List<Turn> known) {}

  /** @param earlier the answer that this one takes the place of; null for a new one */
  OpenQuestion(Place place, Person person, long author, int message, String text, Context context, long update,
      @Nullable GivenAnswer earlier) {
    this.context = context;
    this.place = place;
    this.person = person;
    this.author = author;
    this.message = message;
    this.text = text;
    this.earlier = earlier;
    updates.add(update);
  }

  /** The answer that this one takes the place of; null for a new one. */
  @Nullable
  GivenAnswer earlier() {
    return earlier;
  }

  /** By now more may be known of the earlier answer: it may only just have been sent when the question was asked again. */
  void earlierIs(GivenAnswer known) {
    earlier = known;
  }

  synchronized String text() {
    return text;
  }

  /** The update whose inbox entry carries the answer. */
  synchronized long update() {
    return updates.getFirst();
  }

  synchronized List<Long> updates() {
    return List.copyOf(updates);
  }

  long nanosSince() {
    return System.nanoTime() - at;
  }

  /** Another text for the question, with the update that brought it; returns whether it isn't too late. */
  synchronized boolean change(String other, long update) {
    if (stage == Stage.ANSWERED || stop != null && stop != Stop.CHANGED) {
      return false;
    }
    updates.add(update);
    text = other;
    if (stage == Stage.ASKING) {
      stop(Stop.CHANGED);
    }
    return true;
  }

  /** Asking begins in this thread; returns whether it should. */
  synchronized boolean begin() {
    if (stop == Stop.CHANGED) {
      stop = null;
    }
    if (stop != null || stage == Stage.ANSWERED) {
      return false;
    }
    stage = Stage.ASKING;
    asking = Thread.currentThread();
    return true;
  }

  /** Asking has ended in this thread; returns why it was stopped, if it was. A stop that comes later has no effect. */
  synchronized @Nullable Stop end() {
    asking = null;
    // An interruption that came too late must not hit what follows.
    Thread.interrupted();
    if (stop == Stop.CHANGED) {
      stage = Stage.WAITING;
      return stop;
    }
    stage = Stage.ANSWERED;
    return stop;
  }

  /** Ends the asking; returns whether there was something to end. */
  synchronized boolean stop(Stop why) {
    // Also when it is too late to stop it: nothing of it is to be kept.
    forgotten |= why == Stop.FORGOTTEN;
    if (stage == Stage.ANSWERED || stop != null && stop != Stop.CHANGED) {
      return false;
    }
    stop = why;
    if (asking != null) {
      asking.interrupt();
    }
    return true;
  }

  /** Whether Docent is being asked at this moment. */
  synchronized boolean asking() {
    return asking != null;
  }

  /** Whether nothing of it may be kept any more. */
  boolean forgotten() {
    return forgotten;
  }

  /** Why it must not be asked; null when it may. */
  synchronized @Nullable Stop stopped() {
    return stop;
  }
}

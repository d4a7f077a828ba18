package dev.docent.telegram.question;

import dev.docent.answer.AnswerListener;
import dev.docent.answer.Part;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.sending.PreviewSender;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.text.AnswerMessage;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be seen of an answer while it is made: "typing", then in a private chat a draft that grows, in a group one
 * message that is edited now and then. Works in a thread of its own until it is closed; nothing of it is missed when it
 * fails.
 */
final class AnswerPreview implements AnswerListener {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerPreview.class);
  private static final Duration BEAT = Duration.ofMillis(50);
  /** How long the last preview under way may keep the answer waiting. */
  private static final Duration LAST = Duration.ofSeconds(5);
  private static final int EDITS = 12;

  private final PreviewSender previews;
  private final Place place;
  private final int draft;
  private final @Nullable Integer replyTo;
  private final Words words;
  private final BotTiming timing;
  private final IntSupplier before;
  private final List<List<Button>> stop;
  private final IntConsumer sent;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Part> parts = new ArrayList<>();
  private final long began = System.nanoTime();
  private long typed;
  private volatile Seen seen;

  /** What is to be seen of the answer. Times as {@link System#nanoTime} tells them. */
  private sealed interface Seen {
    String text();

    /** @param took how long it took to be shown, so that it isn't changed faster than that */
    record Draft(String text, long at, long took) implements Seen {}

    record Message(int id, String text, long at, int edits) implements Seen {}

    /** Nothing more is shown; the message is still there, or null when there is none. */
    record Ended(@Nullable Integer id, String text) implements Seen {}
  }

  /**
   * @param before how many questions are answered before this one; below 0 when it doesn't wait
   * @param stop the button that ends it, below a message that stands while it is made
   * @param sent hears of the message that is left behind in a group
   * @param placeholder such a message of an earlier try; null for none
   */
  AnswerPreview(PreviewSender previews, Place place, long update, @Nullable Integer replyTo, Words words,
      BotTiming timing, IntSupplier before, List<List<Button>> stop, @Nullable Integer placeholder, IntConsumer sent) {
    this.before = before;
    this.stop = stop;
    this.previews = previews;
    this.place = place;
    this.draft = (int) (update % Integer.MAX_VALUE) + 1;
    this.replyTo = replyTo;
    this.words = words;
    this.timing = timing;
    this.sent = sent;
    this.typed = began - timing.typing().toNanos();
    this.seen = placeholder == null
        ? new Seen.Draft("", began - timing.draft().toNanos(), 0)
        : new Seen.Message(placeholder, "", began - timing.edit().toNanos(), 0);
  }

  AnswerPreview begin() {
    Thread.ofVirtual().name("telegram-preview-" + place.chat()).start(this::show);
    return this;
  }

  @Override
  public synchronized void parts(List<Part> verified) {
    parts.addAll(verified);
  }

  @Override
  public synchronized void restarted(String reason) {
    parts.clear();
  }

  /** What has been verified so far. */
  synchronized List<Part> shown() {
    return List.copyOf(parts);
  }

  /** The message that the answer takes the place of; null when there is none. */
  @Nullable
  Integer placeholder() {
    return switch (seen) {
      case Seen.Draft draft -> null;
      case Seen.Message message -> message.id();
      case Seen.Ended ended -> ended.id();
    };
  }

  /** Ends it and waits for a call under way, so that nothing comes after the answer. */
  void close() {
    closing.countDown();
    boolean interrupted = false;
    try {
      closed.await(LAST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void show() {
    try {
      do {
        if (!previews.quiet(place.chat())) {
          beat(System.nanoTime());
        }
      } while (!closing.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("a preview ended", e);
    } finally {
      closed.countDown();
    }
  }

  private void beat(long now) throws InterruptedException {
    try {
      // Where the growing answer itself is to be seen, nobody needs to be told that it is being written, nor where the
      // place in the line is, that it isn't yet. Without room for it, it is tried again with the next beat.
      boolean tells = !seen.text().isEmpty() && (!shown().isEmpty() || before.getAsInt() >= 0);
      if (!tells && due(now, typed, timing.typing())
          && previews.typing(place.chat(), place.thread(), timing.typing())) {
        typed = now;
      }
      String next = next(now);
      if (!next.isEmpty()) {
        seen = grown(next, now);
      }
    } catch (ApiException e) {
      LOG.debug("no more previews in chat {}: {}", place.chat(), e.getMessage());
      boolean lost = e.fault() instanceof ApiFault.Refused f && f.says("not found");
      seen = new Seen.Ended(lost ? null : placeholder(), seen.text());
    }
  }

  private String next(long now) {
    List<Part> grown = shown();
    if (!grown.isEmpty()) {
      return AnswerMessage.growing(grown).text();
    }
    int waits = before.getAsInt();
    if (waits >= 0 && due(now, began, timing.place())) {
      return words.say("ahead", waits);
    }
    return due(now, began, timing.searching()) ? words.say("still-searching") : "";
  }

  /**
   * Shows it as a message, which can have a button, and not as a draft, in groups always, and in a private chat where it
   * takes long.
   */
  private Seen grown(String next, long now) throws ApiException, InterruptedException {
    return switch (seen) {
      case Seen.Ended ended -> ended;
      case Seen.Message message -> edited(message, next, now);
      case Seen.Draft draft when place.group() || due(now, began, timing.searching()) ->
        due(now, began, timing.placeholder()) ? sent(draft, next) : draft;
      case Seen.Draft draft -> drafted(draft, next, now);
    };
  }

  private Seen drafted(Seen.Draft draft, String next, long now) throws ApiException, InterruptedException {
    Duration pause = next.equals(draft.text())
        ? timing.keepAlive()
        : Duration.ofNanos(Math.max(timing.draft().toNanos(), 2 * draft.took()));
    if (!due(now, draft.at(), pause)) {
      return draft;
    }
    PreviewSender.Outcome outcome = previews.draft(place.chat(), place.thread(), this.draft, Styled.plain(next),
        draft.text().isEmpty());
    long at = System.nanoTime();
    return switch (outcome) {
      case SHOWN -> new Seen.Draft(next, at, at - now);
      case NOT_SHOWN -> new Seen.Draft(draft.text(), at, at - now);
      case NO_ROOM -> draft;
    };
  }

  private Seen sent(Seen.Draft draft, String next) throws ApiException, InterruptedException {
    Integer made = previews.message(place.chat(), place.thread(), replyTo, Styled.plain(next), stop);
    if (made == null) {
      return draft;
    }
    // Before it is written down, which may fail: it is there.
    seen = new Seen.Message(made, next, System.nanoTime(), 0);
    sent.accept(made);
    return seen;
  }

  private Seen edited(Seen.Message message, String next, long now) throws ApiException, InterruptedException {
    boolean timely = !next.equals(message.text()) && (!place.group() || message.edits() < EDITS)
        && due(now, message.at(), timing.edit());
    if (!timely) {
      return message;
    }
    PreviewSender.Outcome outcome = previews.edit(place.chat(), message.id(), Styled.plain(next), stop);
    return switch (outcome) {
      case SHOWN -> new Seen.Message(message.id(), next, System.nanoTime(), message.edits() + 1);
      case NOT_SHOWN -> new Seen.Message(message.id(), message.text(), System.nanoTime(), message.edits() + 1);
      case NO_ROOM -> message;
    };
  }

  private static boolean due(long now, long since, Duration pause) {
    return now - since >= pause.toNanos();
  }
}

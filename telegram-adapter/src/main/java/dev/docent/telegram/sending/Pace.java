package dev.docent.telegram.sending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Telegram's unwritten limits, kept from our side: about a message a second in a private chat after a short burst, twenty
 * a minute in a group, thirty a second in all; edits count as messages. Signs such as "typing" are no messages, and have a
 * pace of their own, at which a few hundred people who ask at once are all heard of within two seconds. A chat that was told to wait is left alone.
 * Safe for use by several threads.
 */
public final class Pace {
  /** Together thirty in any second: what has gathered, and what comes in that second. */
  private static final double OVERALL_AT_ONCE = 10;
  private static final double OVERALL_PER_SECOND = 20;
  /** What has to have gathered for the first preview of an answer, so that what must be said finds room. */
  private static final double FIRST_PREVIEW = 4;
  /** What has to have gathered for a preview that only changes what is to be seen. */
  private static final double FURTHER_PREVIEW = 7;
  private static final double SIGNS_AT_ONCE = 100;
  private static final double SIGNS_PER_SECOND = 60;
  /** What is left for those who have not had a sign yet. */
  private static final double SIGNS_KEPT = 30;
  private static final long SIGN_LASTS = Duration.ofSeconds(5).toNanos();
  private static final int REMEMBERED = 5_000;

  private final LongSupplier nanos;
  private final Map<Long, Bucket> chats = new HashMap<>();
  private final Bucket all;
  private final Bucket signs;

  public Pace() {
    this(System::nanoTime);
  }

  Pace(LongSupplier nanos) {
    this.nanos = nanos;
    this.all = new Bucket(OVERALL_AT_ONCE, OVERALL_PER_SECOND, nanos.getAsLong());
    this.signs = new Bucket(SIGNS_AT_ONCE, SIGNS_PER_SECOND, nanos.getAsLong());
  }

  /** Waits until a message may be sent to the chat. */
  public void await(long chat) throws InterruptedException {
    long wait = reserve(chat);
    while (wait > 0) {
      Thread.sleep(Duration.ofNanos(wait));
      wait = reserve(chat);
    }
  }

  private synchronized long reserve(long chat) {
    long now = nanos.getAsLong();
    Bucket bucket = bucket(chat, now);
    long wait = Math.max(bucket.wait(1, now), all.wait(1, now));
    if (wait <= 0) {
      bucket.take(now);
      all.take(now);
    }
    return wait;
  }

  /**
   * Whether a preview may be sent now; if so it counts. Some room stays in reserve for what must be said, and some more
   * for those who have seen nothing yet.
   *
   * @param first whether nothing is to be seen yet of what it shows
   */
  public synchronized boolean preview(long chat, boolean first) {
    long now = nanos.getAsLong();
    Bucket bucket = bucket(chat, now);
    boolean free = bucket.wait(2, now) <= 0 && all.wait(first ? FIRST_PREVIEW : FURTHER_PREVIEW, now) <= 0;
    if (free) {
      bucket.take(now);
      all.take(now);
    }
    return free;
  }

  /** Whether a sign may be shown in the chat now, {@code least} after the last one there; if so it counts. */
  public synchronized boolean sign(long chat, Duration least) {
    long now = nanos.getAsLong();
    Bucket bucket = bucket(chat, now);
    boolean due = !bucket.signed || now - bucket.signedAt >= least.toNanos();
    boolean free = due && signs.wait(bucket.signed ? SIGNS_KEPT : 1, now) <= 0;
    if (free) {
      signs.take(now);
      bucket.signed = true;
      bucket.signedAt = now;
    }
    return free;
  }

  /** Whether the chat is to be left alone. */
  public synchronized boolean quiet(long chat) {
    long now = nanos.getAsLong();
    return bucket(chat, now).closedUntil - now > 0;
  }

  /** Telegram said to wait. */
  public synchronized void flood(long chat, Duration wait) {
    long now = nanos.getAsLong();
    Bucket bucket = bucket(chat, now);
    bucket.closedUntil = Math.max(bucket.closedUntil, now + wait.toNanos());
    bucket.tokens = 1;
  }

  private Bucket bucket(long chat, long now) {
    if (chats.size() > REMEMBERED) {
      chats.values().removeIf(b -> b.full(now));
    }
    // Ids of groups are negative.
    return chats.computeIfAbsent(chat, id -> id < 0 ? new Bucket(5, 15 / 60.0, now) : new Bucket(4, 1, now));
  }

  /** Fills with time up to a height; each message takes one. */
  private static final class Bucket {
    final double height;
    final double perSecond;
    double tokens;
    long at;
    long closedUntil;
    long signedAt;
    boolean signed;

    Bucket(double height, double perSecond, long now) {
      this.height = height;
      this.perSecond = perSecond;
      this.tokens = height;
      this.at = now;
      this.closedUntil = now;
    }

    long wait(double wanted, long now) {
      fill(now);
      long fill = tokens >= wanted ? 0 : (long) Math.ceil((wanted - tokens) / perSecond * 1e9);
      return Math.max(fill, closedUntil - now);
    }

    void take(long now) {
      fill(now);
      tokens--;
    }

    boolean full(long now) {
      fill(now);
      return tokens >= height && closedUntil <= now && (!signed || now - signedAt > SIGN_LASTS);
    }

    private void fill(long now) {
      tokens = Math.min(height, tokens + (now - at) / 1e9 * perSecond);
      at = now;
    }
  }
}

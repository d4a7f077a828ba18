package dev.docent.reload;

import dev.docent.corpus.DocumentSource;
import dev.docent.reload.ReloadReport.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a source by looking at it again and again. Changes are gathered until two looks in a row are alike, so a file
 * that is still growing is waited for. For one thread.
 */
final class FolderWatch {

  /** What is done when the folder has changed. */
  interface Reloading {
    ReloadReport reload() throws InterruptedException;
  }

  static final Duration PAUSE = Duration.ofSeconds(1);
  /** A folder that is never quiet, say for a log file in it, is read after this time all the same. */
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(1);
  /** Looking may take one part in so many of a core. */
  private static final int SHARE = 50;

  private final DocumentSource source;
  private final Reloading reloading;
  private final WatchListener listener;
  private final LongSupplier nanos;

  /** The look the index is in line with, and the look before this one. */
  private @Nullable String settled;
  private @Nullable String last;
  private long unquietSince;
  private long lookCost;
  private long reloadCost;
  private Duration afterFailure = PAUSE;
  private @Nullable String told;
  private @Nullable List<Refusal> failedBefore;

  FolderWatch(DocumentSource source, Reloading reloading, WatchListener listener, LongSupplier nanos) {
    this.source = source;
    this.reloading = reloading;
    this.listener = listener;
    this.nanos = nanos;
    this.unquietSince = nanos.getAsLong();
  }

  /** Looks once and does what is to be done; says how long to wait before the next turn. */
  Duration turn() throws InterruptedException {
    long began = nanos.getAsLong();
    try {
      Duration pause = looked();
      afterFailure = PAUSE;
      return pause;
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(e);
      }
      tell(e);
      // What fails may have cost much before it did, and is likely to fail again.
      Duration fair = longer(afterFailure.multipliedBy(2), Duration.ofNanos(SHARE * (nanos.getAsLong() - began)));
      afterFailure = shorter(fair, LONGEST_AFTER_FAILURE);
      return afterFailure;
    }
  }

  private Duration looked() throws InterruptedException {
    long began = nanos.getAsLong();
    String look = source.look();
    long now = nanos.getAsLong();
    // The first look, or one after a long sleep, reads from a cold disk; it says nothing of the next.
    long cost = Math.min(lookCost, now - began);
    lookCost = now - began;
    if (look.equals(settled)) {
      told = null;
    } else if (look.equals(last) || outOfPatience(now)) {
      reload(look);
    }
    if (look.equals(settled)) {
      unquietSince = nanos.getAsLong();
    }
    last = look;
    return longer(PAUSE, Duration.ofNanos(SHARE * cost));
  }

  private boolean outOfPatience(long now) {
    return now - unquietSince > Math.max(PATIENCE.toNanos(), SHARE * reloadCost);
  }

  private void reload(String look) throws InterruptedException {
    long began = nanos.getAsLong();
    ReloadReport report;
    try {
      report = reloading.reload();
    } catch (UnconfirmedRemovalException e) {
      // To try again is of no use before the folder changes or somebody confirms.
      settled = look;
      throw e;
    } finally {
      reloadCost = nanos.getAsLong() - began;
    }
    // Taken before the reload: what is touched during it makes the next look another one.
    settled = look;
    told = null;
    boolean otherFailures = failedBefore != null && !failedBefore.equals(report.failed());
    failedBefore = report.failed();
    if (report.changedAnything() || otherFailures) {
      listener.reloaded(report);
    }
  }

  private void tell(RuntimeException problem) {
    String words = problem.toString();
    if (!words.equals(told)) {
      told = words;
      listener.failed(problem);
    }
  }

  private static InterruptedException interrupted(RuntimeException cause) {
    var interrupted = new InterruptedException("the watch was ended");
    interrupted.initCause(cause);
    return interrupted;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

package dev.docent.reload;

import dev.docent.corpus.DocumentSource;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in their order, each by itself, while those before are put into the index. One that takes long is read on
 * beside the others and comes when it is done. For one thread, which closes it.
 */
final class Reading implements AutoCloseable {
  /** What takes longer has others pass by. */
  static final Duration PATIENCE = Duration.ofSeconds(2);
  /** Each may have a process of its own, with its memory. */
  private static final int AT_ONCE = 4;
  private static final long LOOK_MILLIS = 50;

  private final DocumentSource source;
  private final Iterator<Found> unread;
  private final Duration patience;
  /** Nothing is read ahead of what is waited for: a document may be large. */
  private final SynchronousQueue<Done> done = new SynchronousQueue<>();
  private final List<Lane> lanes = new ArrayList<>();
  private int left;

  /** A document that was read, or that its source failed at. */
  record Done(Found found, @Nullable ReadOutcome outcome, @Nullable Throwable failure) {

    /** What came of it. */
    ReadOutcome read() {
      if (outcome != null) {
        return outcome;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      throw failure instanceof RuntimeException e ? e : new IllegalStateException("not read: " + found.id(), failure);
    }
  }

  Reading(DocumentSource source, List<Found> documents, Duration patience) {
    this.source = source;
    this.unread = List.copyOf(documents).iterator();
    this.left = documents.size();
    this.patience = patience;
  }

  /** Whether there is one that hasn't been returned yet. */
  boolean more() {
    return left > 0;
  }

  /**
   * The next that is read.
   *
   * @param impatient whether to return when all that is left takes long
   * @return empty when all that is left takes long; the next call goes on waiting
   */
  Optional<Done> next(boolean impatient) throws InterruptedException {
    while (true) {
      Done next = lanes.isEmpty() ? null : done.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (next != null) {
        left--;
        return Optional.of(next);
      }
      lanes.removeIf(lane -> !lane.thread.isAlive());
      if (lanes.stream().allMatch(Lane::slow)) {
        boolean others;
        synchronized (unread) {
          others = unread.hasNext();
        }
        if (others && lanes.size() < AT_ONCE) {
          lanes.forEach(lane -> lane.overtaken = true);
          lanes.add(new Lane());
        } else if (!others && impatient && !lanes.isEmpty()) {
          return Optional.empty();
        }
      }
    }
  }

  /** Reads one document after the other, until it is overtaken. */
  private final class Lane {
    volatile boolean overtaken;
    private volatile long since;
    private volatile boolean reading;
    final Thread thread = Thread.ofPlatform().daemon().name("docent-reading").start(this::run);

    boolean slow() {
      return reading && System.nanoTime() - since > patience.toNanos();
    }

    private void run() {
      try {
        for (Found found = take(); found != null; found = overtaken ? null : take()) {
          since = System.nanoTime();
          reading = true;
          Done read = read(found);
          reading = false;
          done.put(read);
        }
      } catch (InterruptedException e) {
        // Nobody waits for it any more.
      }
    }

    private Done read(Found found) throws InterruptedException {
      try {
        ReadOutcome outcome = source.read(found);
        if (Thread.interrupted()) {
          throw new InterruptedException("given up");
        }
        return new Done(found, outcome, null);
      } catch (RuntimeException | Error e) {
        return new Done(found, null, e);
      }
    }

    private @Nullable Found take() {
      synchronized (unread) {
        return unread.hasNext() ? unread.next() : null;
      }
    }
  }

  /** What is still being read is given up. */
  @Override
  public void close() {
    lanes.forEach(lane -> lane.thread.interrupt());
  }
}

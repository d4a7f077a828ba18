package dev.docent.index.opensearch;

import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The right to change the index, kept alive until it's given back. Whoever takes it over changes the state's version, so
 * that nothing more of the first one's can be committed, whatever its clock says.
 */
final class HeldLease {
  private final Server server;
  private final Control control;
  private final Duration length;
  private Control.Read read;
  private boolean lost;
  private @Nullable ScheduledFuture<?> beat;

  private HeldLease(Server server, Control control, Duration length, Control.Read read) {
    this.server = server;
    this.control = control;
    this.length = length;
    this.read = read;
  }

  /**
   * @param brief whether only vectors are to be added
   * @throws IndexBusyException when somebody has it
   */
  static HeldLease take(Server server, Control control, Duration length, boolean brief,
      ScheduledExecutorService beats) {
    Control.Read read = control.read();
    State.Lease before = read.state().lease();
    long now = System.currentTimeMillis();
    if (before != null && before.until() > now) {
      throw busy(server, before.brief(), before.words());
    }
    var mine = new State.Lease(UUID.randomUUID().toString(), words(), brief, read.state().next(),
        now + length.toMillis());
    Control.Read taken = control.replace(read, read.state().taken(mine, now))
        .orElseThrow(() -> busy(server, brief, "it began at this moment"));
    var lease = new HeldLease(server, control, length, taken);
    long millis = Math.max(1, length.toMillis() / 3);
    lease.beat = beats.scheduleAtFixedRate(lease::renew, millis, millis, TimeUnit.MILLISECONDS);
    return lease;
  }

  private static IndexBusyException busy(Server server, boolean brief, String words) {
    return new IndexBusyException(
        (brief ? "vectors are being added to " : "another reload is under way on ") + server.place() + " (" + words
            + ")",
        brief);
  }

  private static String words() {
    String host = System.getenv("HOSTNAME");
    return "process " + ProcessHandle.current().pid() + (host == null || host.isBlank() ? "" : " on " + host)
        + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  synchronized State state() {
    return read.state();
  }

  /** The generation that is being made. */
  synchronized long generation() {
    State.Lease lease = read.state().lease();
    if (lease == null) {
      throw new IllegalStateException("the lease was given back");
    }
    return lease.generation();
  }

  private synchronized void renew() {
    State.Lease lease = read.state().lease();
    if (lost || lease == null) {
      return;
    }
    try {
      var longer = new State.Lease(lease.owner(), lease.words(), lease.brief(), lease.generation(),
          System.currentTimeMillis() + length.toMillis());
      control.replace(read, read.state().with(longer)).ifPresentOrElse(now -> read = now, this::reread);
    } catch (RuntimeException e) {
      // The next beat may get through; who writes looks at the time.
    }
  }

  /** An earlier beat may have arrived whose reply didn't. */
  private void reread() {
    Control.Read there = control.read();
    State.Lease mine = read.state().lease();
    State.Lease theirs = there.state().lease();
    if (mine != null && theirs != null && mine.owner().equals(theirs.owner())
        && mine.generation() == theirs.generation()) {
      read = there;
    } else {
      lost = true;
    }
  }

  /** @throws IndexException when another process may have taken over */
  synchronized void mustBeHeld() {
    State.Lease lease = read.state().lease();
    if (lost || lease == null || lease.until() <= System.currentTimeMillis()) {
      throw taken();
    }
  }

  /**
   * Changes the state, once and for all.
   *
   * @throws IndexException when another process has taken over; nothing was changed then
   */
  synchronized void change(UnaryOperator<State> change) {
    if (lost) {
      throw taken();
    }
    for (int attempt = 0; attempt < 2; attempt++) {
      var changed = control.replace(read, change.apply(read.state()));
      if (changed.isPresent()) {
        read = changed.get();
        return;
      }
      reread();
      if (lost) {
        break;
      }
    }
    lost = true;
    throw taken();
  }

  /** @param clean whether nothing of an uncommitted generation is left */
  void release(boolean clean) {
    ScheduledFuture<?> beating = beat;
    if (beating != null) {
      beating.cancel(false);
    }
    synchronized (this) {
      if (!lost && read.state().lease() != null) {
        change(state -> state.released(clean, System.currentTimeMillis()));
      }
    }
  }

  private IndexException taken() {
    return new IndexException("another process has taken over the change of " + server.place()
        + ", for this one gave no sign of life in time. Nothing of it was committed; reload again.");
  }
}

package dev.docent.shell.text;

import dev.docent.reload.Progress;

/**
 * Says how far long work has come. On a terminal it is one line that is drawn anew and wiped when it's over; elsewhere a
 * line now and then. Short work says nothing.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long PATIENCE_NANOS = 500_000_000;
  private static final long PAUSE_NANOS = 100_000_000;
  private static final long PLAIN_NANOS = 10_000_000_000L;
  private static final int CELLS = 20;

  private final Screen screen;
  private final long began = System.nanoTime();
  private long told = began;
  private boolean drawn = false;
  private boolean closed = false;

  public ProgressLine(Screen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void at(String work, int done, int total) {
    long now = System.nanoTime();
    long pause = !screen.progress() ? PLAIN_NANOS : drawn ? PAUSE_NANOS : PATIENCE_NANOS;
    // What is told after the end would stand in the line of what comes next.
    if (closed || now - told < pause) {
      return;
    }
    told = now;
    String line = line(work, done, total, (now - began) / 1e9, screen.progress());
    if (screen.progress()) {
      drawn = true;
      screen.err().print("\r\033[K  " + line);
      screen.err().flush();
    } else {
      screen.note(line);
    }
  }

  static String line(String work, int done, int total, double seconds, boolean bar) {
    int full = total == 0 ? CELLS : (int) ((long) CELLS * done / total);
    double rate = done / Math.max(seconds, 0.001);
    return work + (bar ? " ▕" + "█".repeat(full) + " ".repeat(CELLS - full) + "▏ " : " ")
        + "%d/%d · %.0f/s".formatted(done, total, rate)
        + (done == 0 || done >= total ? "" : " · " + left((total - done) / rate) + " left");
  }

  private static String left(double seconds) {
    return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (drawn) {
      screen.err().print("\r\033[K");
      screen.err().flush();
    }
  }
}

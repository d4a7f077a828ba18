package dev.docent.shell;

import dev.docent.reload.Progress;

/** Draws how far long work has come, in one line that is wiped when it's over. Short work draws nothing. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long PATIENCE_NANOS = 500_000_000;
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int CELLS = 20;

  private final Screen screen;
  private final long start = System.nanoTime();
  private long drawn;

  ProgressLine(Screen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void at(String work, int done, int total) {
    long now = System.nanoTime();
    if (!screen.progress() || now - start < PATIENCE_NANOS || now - drawn < PAUSE_NANOS && drawn != 0) {
      return;
    }
    drawn = now;
    screen.err().print("\r\033[K" + bar(work, done, total, (now - start) / 1e9));
    screen.err().flush();
  }

  static String bar(String work, int done, int total, double seconds) {
    int full = total == 0 ? CELLS : (int) ((long) CELLS * done / total);
    return "  %s ▕%s%s▏ %d/%d · %.0f/s".formatted(work, "█".repeat(full), " ".repeat(CELLS - full), done, total,
        done / Math.max(seconds, 0.001));
  }

  @Override
  public synchronized void close() {
    if (drawn != 0) {
      screen.err().print("\r\033[K");
      screen.err().flush();
    }
  }
}

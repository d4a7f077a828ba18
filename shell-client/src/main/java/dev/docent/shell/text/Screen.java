package dev.docent.shell.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What can be shown, and where words go that are no answer.
 *
 * @param err hears notices, hints and failures
 * @param terminal whether answers go to a terminal
 * @param style how they are marked there
 * @param progress whether {@code err} is a terminal that a progress line may be drawn on
 * @param width how many characters a line has
 */
public record Screen(PrintWriter err, boolean terminal, Style style, boolean progress, IntSupplier width) {
  private static final int HANGING = 4;

  /** Standard output into a file or a pipe. */
  public static Screen plain(PrintWriter err, boolean progress) {
    return new Screen(err, false, Style.PLAIN, progress, () -> 100);
  }

  /** One line for the user, beside the answer. */
  public void note(String words) {
    err.println("docent: " + Printable.line(words));
    err.flush();
  }

  /** Words that explain an answer; one line but on a narrow terminal. */
  public void hint(String words) {
    var wrap = new WordWrap(err, Style.PLAIN, terminal ? width.getAsInt() : 0);
    wrap.line("  ", HANGING);
    wrap.words(Printable.line(words), List.of());
    wrap.end();
    err.flush();
  }
}

package dev.docent.telegram.rehearsal.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a rehearsal is shown. On a terminal what is shown under the same name again takes the place of what it was, as
 * long as it is the last thing there; elsewhere lines only follow each other. Safe for several threads.
 */
final class Scene {
  /** Every terminal has as many columns, and lines that end themselves can be counted. */
  private static final int WIDTH = 78;
  private final PrintStream out;
  private final boolean terminal;
  private String last = "";
  private List<String> shown = List.of();
  private String prompt = "";

  Scene(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  boolean terminal() {
    return terminal;
  }

  /** Shows the lines; an empty name is never replaced. */
  synchronized void show(String name, List<String> lines) {
    List<String> wrapped = terminal ? lines.stream().flatMap(line -> wrap(line).stream()).toList() : lines;
    boolean again = !name.isEmpty() && name.equals(last);
    if (again && wrapped.equals(shown)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    if (terminal && !prompt.isEmpty()) {
      text.append("\r\033[J");
    }
    if (terminal && again && !shown.isEmpty()) {
      text.append("\r\033[").append(shown.size()).append("A\033[J");
    }
    wrapped.forEach(line -> text.append(line).append('\n'));
    if (terminal) {
      text.append(prompt);
    }
    out.print(text);
    out.flush();
    last = name;
    shown = wrapped;
  }

  /** What was shown under the one name goes on under the other. */
  synchronized void rename(String from, String to) {
    if (last.equals(from)) {
      last = to;
    }
  }

  /** Asks a person at the terminal for the next line. */
  synchronized void prompt(String words) {
    if (terminal && !prompt.equals(words)) {
      out.print((prompt.isEmpty() ? "" : "\r\033[J") + words);
      out.flush();
      prompt = words;
    }
  }

  /** A line was typed; where it isn't seen by itself it is written out. */
  synchronized void typed(String words, String line) {
    if (!terminal) {
      out.println(PlainText.line(words + line));
    }
    prompt = "";
    last = "";
  }

  /** At spaces where there are some, so that no line is wider than the terminal. */
  private static List<String> wrap(String line) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(line.length() - line.stripLeading().length());
    StringBuilder row = new StringBuilder();
    int columns = 0;
    int space = -1;
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      int letter = line.codePointAt(at);
      if (columns + PlainText.columns(letter) > WIDTH) {
        String rest = space > indent.length() ? row.substring(space + 1) : "";
        lines.add(space > indent.length() ? row.substring(0, space) : row.toString());
        row = new StringBuilder(indent).append(rest);
        columns = row.codePoints().map(PlainText::columns).sum();
        space = -1;
      }
      if (letter == ' ') {
        space = row.length();
      }
      row.appendCodePoint(letter);
      columns += PlainText.columns(letter);
    }
    lines.add(row.toString());
    return lines;
  }
}

package dev.docent.shell.text;

import dev.docent.corpus.TextRange;
import java.io.PrintWriter;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Writes words so that lines break between them and not inside, in columns as a terminal counts them. Where there is no
 * width, lines are as long as they are. For one answer.
 */
public final class WordWrap {
  private final PrintWriter out;
  private final Style style;
  private final int width;
  private final StringBuilder word = new StringBuilder();
  private int wordWidth;
  private int column;
  private boolean spaceDue;
  private boolean bold;
  private int indent;

  /** @param width how many columns a line has; 0 for a line of any length */
  public WordWrap(PrintWriter out, Style style, int width) {
    this.out = out;
    this.style = style;
    this.width = width;
  }

  /** What follows stands on a line of its own, its further lines under it. */
  void line(String lead, int hanging) {
    end();
    out.print(lead);
    column = columns(lead);
    indent = hanging;
  }

  /** Adds words to the line, the marked ones in bold letters. */
  public void words(String foreign, List<TextRange> marks) {
    int at = 0;
    for (TextRange mark : marks) {
      add(foreign.substring(at, mark.start()));
      style(true);
      add(mark.of(foreign));
      style(false);
      at = mark.end();
    }
    add(foreign.substring(at));
  }

  /** Adds what is styled already, and isn't broken: the name of a place. */
  void plain(String styled) {
    flush();
    out.print(styled);
    column += 1;
  }

  /** Adds what belongs to the last word, if there is room for both. */
  void closing(String text) {
    add(text);
  }

  /** Whatever is added next is another word. */
  void space() {
    flush();
    spaceDue = column > 0;
  }

  /** Ends the line, if anything stands in it. */
  public void end() {
    flush();
    if (column > 0) {
      out.println();
    }
    column = 0;
    indent = 0;
    spaceDue = false;
  }

  private void add(String foreign) {
    Printable.text(foreign).codePoints().forEach(c -> {
      if (Character.isWhitespace(c)) {
        space();
      } else if (wide(c)) {
        flush();
        append(c);
        flush();
      } else {
        append(c);
      }
    });
  }

  /** Scripts without spaces may break between any two characters. */
  private static boolean wide(int c) {
    return Character.isIdeographic(c) || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HIRAGANA
        || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.KATAKANA;
  }

  private void append(int c) {
    word.appendCodePoint(c);
    wordWidth += Math.max(0, WCWidth.wcwidth(c));
  }

  private void style(boolean on) {
    if (style == Style.ANSI && bold != on) {
      bold = on;
      word.append(on ? "\033[1m" : "\033[22m");
    }
  }

  private void flush() {
    if (word.isEmpty()) {
      return;
    }
    if (wordWidth > 0 && width > 0 && column > indent && column + (spaceDue ? 1 : 0) + wordWidth > width) {
      out.println();
      out.print(" ".repeat(indent));
      column = indent;
    } else if (spaceDue && wordWidth > 0) {
      out.print(' ');
      column++;
    }
    spaceDue &= wordWidth == 0;
    out.print(word);
    column += wordWidth;
    word.setLength(0);
    wordWidth = 0;
  }

  static int columns(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}

package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Pages;
import dev.docent.corpus.files.format.Extracted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text without its markup, with as many lines as its source: what a line shows stands in the line of the same number,
 * and a line that shows nothing is empty. Blocks are whole lines.
 */
final class ShownLines {
  /** Deeper lists are nested by their level, but no longer indented: else the text would outgrow its source. */
  private static final int INDENTED = 8;

  private final StringBuilder[] lines;
  private final List<Lines> blocks = new ArrayList<>();

  private record Lines(Kind kind, int level, int first, int last) {}

  /**
   * @param count of the source's lines
   */
  ShownLines(int count) {
    lines = new StringBuilder[count];
  }

  static int count(String source) {
    return (int) source.chars().filter(c -> c == '\n').count() + 1;
  }

  int count() {
    return lines.length;
  }

  /** What an item of the level begins with. */
  static String indentation(int level) {
    return "  ".repeat(Math.min(level, INDENTED));
  }

  /** Shows the words in the line, after what it shows already. */
  void show(int line, String words) {
    String shown = words.replace('\n', ' ').stripTrailing();
    if (shown.isEmpty()) {
      return;
    }
    if (lines[line] == null) {
      lines[line] = new StringBuilder(shown);
    } else {
      lines[line].append(' ').append(shown.strip());
    }
  }

  /** The lines, first to last, both included, are a block, as far as they show anything. */
  void block(Kind kind, int level, int first, int last) {
    blocks.add(new Lines(kind, level, first, last));
  }

  /**
   * Shows lines as one block, from the first on. Of an item, the marker stands before its first words and what follows is
   * indented below them.
   *
   * @param marker {@code "- "} or {@code "1. "}; empty for a further paragraph of an item and for what is none
   */
  void block(Kind kind, int level, String marker, int first, List<String> words) {
    block(kind, level, marker.isEmpty() && kind.item() ? "  " : marker, kind.item() ? "  " : "", first, words);
  }

  /** Shows lines as an item that begins with the name it explains; what follows is indented below it. */
  void named(int level, int first, List<String> words) {
    block(Kind.LIST_ITEM, level, "", "  ", first, words);
  }

  private void block(Kind kind, int level, String marker, String further, int first, List<String> words) {
    String before = kind.item() ? indentation(level) : "";
    boolean begun = false;
    List<String> filled = filled(words);
    for (int i = 0; i < filled.size(); i++) {
      if (!filled.get(i).isBlank()) {
        show(first + i, before + (begun ? further : marker) + filled.get(i).strip());
        begun = true;
      }
    }
    if (begun) {
      block(kind, kind.item() ? level : 0, first, first + words.size() - 1);
    }
  }

  /**
   * The lines without an empty one between two others, where it would part a sentence: where only markup stood, the last
   * word of the line above stands, whose markup it mostly is.
   */
  private static List<String> filled(List<String> lines) {
    var filled = new ArrayList<>(lines);
    int last = filled.size() - 1;
    while (last > 0 && filled.get(last).isBlank()) {
      last--;
    }
    for (int i = 1; i < last; i++) {
      String above = filled.get(i - 1).strip();
      int space = above.lastIndexOf(' ');
      if (filled.get(i).isBlank() && space > 0) {
        filled.set(i - 1, above.substring(0, space));
        filled.set(i, above.substring(space + 1));
      }
    }
    return filled;
  }

  /** Shows the lines as they are, as a block of code. */
  void code(int first, List<String> code) {
    for (int i = 0; i < code.size(); i++) {
      show(first + i, code.get(i));
    }
    block(Kind.CODE, 0, first, first + code.size() - 1);
  }

  /** Shows the words as a block of one line. */
  void block(Kind kind, int level, int line, String words) {
    show(line, words);
    block(kind, level, line, line);
  }

  /** Shows a row of a table, by the dash of which the end of the row before is seen; none if it holds no word. */
  void row(Kind kind, int line, String words) {
    if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
      block(kind, 0, line, "- " + words);
    }
  }

  boolean shows(int line) {
    return lines[line] != null;
  }

  /** The text and its blocks; what was shown in no block is a paragraph. */
  Extracted extracted(String title) {
    var text = new StringBuilder();
    int[] starts = new int[lines.length + 1];
    for (int i = 0; i < lines.length; i++) {
      starts[i] = text.length();
      text.append(lines[i] == null ? "" : lines[i]).append('\n');
    }
    starts[lines.length] = text.length();
    text.setLength(text.length() - 1);
    return new Extracted(title, text.toString(), placed(starts), Pages.NONE);
  }

  private List<Block> placed(int[] starts) {
    blocks.sort(Comparator.comparingInt(Lines::first));
    var placed = new ArrayList<Block>();
    int at = 0;
    for (Lines block : blocks) {
      paragraphs(at, block.first - 1, starts, placed);
      place(block.kind, block.level, Math.max(at, block.first), block.last, starts, placed);
      at = Math.max(at, block.last + 1);
    }
    paragraphs(at, lines.length - 1, starts, placed);
    return placed;
  }

  private void paragraphs(int first, int last, int[] starts, List<Block> placed) {
    int from = first;
    for (int line = first; line <= last + 1; line++) {
      if (line > last || lines[line] == null) {
        place(Kind.PARAGRAPH, 0, from, line - 1, starts, placed);
        from = line + 1;
      }
    }
  }

  /** Adds the block without the lines at its ends that show nothing; none if it holds no letter and no digit. */
  private void place(Kind kind, int level, int first, int last, int[] starts, List<Block> placed) {
    int from = first;
    int to = last;
    while (from <= to && lines[from] == null) {
      from++;
    }
    while (to >= from && lines[to] == null) {
      to--;
    }
    boolean worded = false;
    for (int line = from; line <= to && !worded; line++) {
      worded = lines[line] != null && (kind == Kind.CODE
          || lines[line].codePoints().anyMatch(Character::isLetterOrDigit));
    }
    if (worded) {
      placed.add(new Block(kind, level, starts[from], starts[to + 1] - 1));
    }
  }
}

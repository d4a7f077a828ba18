package dev.docent.corpus.files.format;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Pages;
import java.util.ArrayList;
import java.util.List;

/** A text that is written block by block. Items and rows get a dash, by which the end of the one before is seen. */
public final class BlockText {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private final List<Pages.Row> rows = new ArrayList<>();
  private int page = 0;
  private int row = 0;

  /** What follows stands on the next page. */
  public void page() {
    if (page++ > 0) {
      separate("\n\n");
      breaks.add(text.length());
    }
  }

  /** Adds a block, if there is a word in it. */
  public void add(Kind kind, int level, String words) {
    add(kind, level, words, 0);
  }

  /**
   * Adds a row of a table, if there is a word in it.
   *
   * @param number its number in a sheet; 0 for one that isn't shown by number
   */
  public void addRow(Kind kind, String words, int number) {
    add(kind, 0, words, number);
  }

  private void add(Kind kind, int level, String words, int number) {
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    boolean item = kind.item() || kind.row();
    boolean follows = !blocks.isEmpty() && item && alike(blocks.getLast().kind(), kind);
    separate(follows ? "\n" : "\n\n");
    int start = text.length();
    if (number > 0 ? !follows || number != row + 1 : row > 0) {
      rows.add(new Pages.Row(start, number));
    }
    row = number;
    text.append(item ? "- " : "").append(words);
    blocks.add(new Block(kind, level, start, text.length()));
  }

  /** Whether what is of the one kind may be the next of the same list or table as the other. */
  private static boolean alike(Kind one, Kind other) {
    return one.item() && other.item() || one.row() && other.row();
  }

  /** Adds what another parser made of a part, as it stands. */
  public void append(Extracted part, int deeper) {
    if (part.blocks().isEmpty()) {
      return;
    }
    separate("\n\n");
    int start = text.length();
    text.append(part.text());
    for (Block block : part.blocks()) {
      blocks.add(block.kind() == Kind.HEADING
          ? new Block(Kind.HEADING, block.level() + deeper, block.start() + start, block.end() + start)
          : block.moved(start));
    }
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  public int length() {
    return text.length();
  }

  public Extracted extracted(String title) {
    return new Extracted(title, text.toString(), blocks, page == 0 ? Pages.FLOWING : new Pages(1, breaks, rows));
  }

  private void separate(String with) {
    if (!text.isEmpty() && !(text.charAt(text.length() - 1) == '\n')) {
      text.append(with);
    }
  }
}

package dev.docent.corpus.files.format;

import dev.docent.corpus.Block;
import dev.docent.corpus.Pages;
import java.util.List;

/**
 * What a parser made of a file.
 *
 * @param title what the file says of itself; empty if it says nothing
 * @param remarks what the reader of a receipt should know of how it was read, such as parts that weren't
 */
public record Extracted(String title, String text, List<Block> blocks, Pages pages, List<String> remarks) {

  /** All of it was read, as it is. */
  public Extracted(String title, String text, List<Block> blocks, Pages pages) {
    this(title, text, blocks, pages, List.of());
  }

  public Extracted remarking(List<String> more) {
    var all = new java.util.ArrayList<>(remarks);
    all.addAll(more);
    return new Extracted(title, text, blocks, pages, List.copyOf(all));
  }
}

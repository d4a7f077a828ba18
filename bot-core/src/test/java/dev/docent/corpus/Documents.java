package dev.docent.corpus;

import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** Documents put together from the source of their blocks. */
public final class Documents {
  private Documents() {}

  public static Document of(String text, Block... blocks) {
    return new Document("a.md", "a", Language.ENGLISH, text, List.of(blocks), "hash");
  }

  /** Blocks with a blank line between them; those that begin with {@code #} are headings. */
  public static Document markdown(String... sources) {
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    for (String source : sources) {
      text.append(text.isEmpty() ? "" : "\n\n");
      int level = source.length() - source.replaceFirst("^#+", "").length();
      blocks.add(new Block(level > 0 ? Kind.HEADING : Kind.PARAGRAPH, level, text.length(),
          text.length() + source.length()));
      text.append(source);
    }
    return of(text.toString(), blocks.toArray(Block[]::new));
  }

  /** A line of the document's text, the first is 1. */
  public static String line(Document document, int number) {
    return document.text().split("\n", -1)[number - 1];
  }
}

package dev.docent.corpus.files.markup;

import dev.docent.corpus.Pages;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.format.FileKind;

/** Texts by the markup they are written in. */
public final class Markup {
  private Markup() {}

  /** What a reader of the text sees, in the lines it has in the file. */
  public static Extracted shown(FileKind kind, String text) {
    return switch (kind) {
      case MARKDOWN -> MarkdownText.of(text, false);
      case MDX -> MarkdownText.of(text, true);
      case RST -> RstText.of(text);
      case ASCIIDOC -> AsciiDocText.of(text);
      default -> new Extracted("", text, PlainTextBlocks.of(text), Pages.NONE);
    };
  }
}

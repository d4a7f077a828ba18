package dev.docent.shell.text;

import dev.docent.corpus.Locator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Says where something stands: document › heading, lines 21-22. */
public record LocatorText(Style style, Path knowledge) {

  String of(String document, Locator locator) {
    List<String> headings = locator.headings();
    return style.link(Printable.line(document), address(document, locator))
        + (headings.isEmpty() ? "" : " › " + Printable.line(headings.getLast())) + within(locator);
  }

  /** Where in a document, with a comma before it; empty where only headings tell. */
  static String within(Locator locator) {
    return switch (locator) {
      case Locator.Lines lines when lines.first() == lines.last() -> ", line " + lines.first();
      case Locator.Lines lines -> ", lines " + lines.first() + "-" + lines.last();
      case Locator.Page page -> ", page " + page.page();
      case Locator.Rows rows when rows.first() == rows.last() -> ", row " + rows.first();
      case Locator.Rows rows -> ", rows " + rows.first() + "-" + rows.last();
      case Locator.Heading heading -> "";
    };
  }

  // Terminals that open links at a line take it from the fragment.
  private URI address(String document, Locator locator) {
    URI file = knowledge.resolve(document).toUri();
    return locator instanceof Locator.Lines lines ? URI.create(file + "#" + lines.first()) : file;
  }
}

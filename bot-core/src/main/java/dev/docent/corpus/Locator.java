package dev.docent.corpus;

import java.util.List;

/** Where a quote stands inside a document. Every locator knows the headings above the place, outermost first. */
public sealed interface Locator {

  /** The headings above the place, outermost first; empty when there are none. */
  List<String> headings();

  /** A range of lines of a text file, first line 1, both ends included. */
  record Lines(int first, int last, List<String> headings) implements Locator {
    public Lines {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("lines " + first + "-" + last);
      }
      headings = List.copyOf(headings);
    }
  }

  /** A page or slide of a paginated document, or a sheet as a whole; first page 1. */
  record Page(int page, List<String> headings) implements Locator {
    public Page {
      if (page < 1) {
        throw new IllegalArgumentException("page " + page);
      }
      headings = List.copyOf(headings);
    }
  }

  /** A range of rows of a sheet, both counted from 1 as its program shows them, both ends included. */
  record Rows(int sheet, int first, int last, List<String> headings) implements Locator {
    public Rows {
      if (sheet < 1 || first < 1 || last < first) {
        throw new IllegalArgumentException("sheet " + sheet + ", rows " + first + "-" + last);
      }
      headings = List.copyOf(headings);
    }
  }

  /** Only the headings are known. */
  record Heading(List<String> headings) implements Locator {
    public Heading {
      headings = List.copyOf(headings);
    }
  }
}

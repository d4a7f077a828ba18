package dev.docent.corpus.files.pdf;

import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Footnotes: the rows at the end of a column that are set smaller than the text, or begin with a mark that stands in the
 * text. They are taken out of the text's flow, and the marks that point at them out of its sentences.
 */
final class PdfNotes {
  private static final Pattern MARK = Pattern
      .compile("(?:(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?<sign>[*†‡§]{1,3})|(?<number>\\d{1,3})(?=[\\s.)\\p{Lu}]))\\s*\\S.*");
  private static final Pattern RAISED = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}");
  private static final String SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§";
  /** After a word or the end of a sentence; not after a unit of measure or a number, of which it may be a power. */
  private static final Pattern MARKED = Pattern.compile("(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§]{1,3})"
      + "(?<=(?:\\p{L}{2}|[\\p{L})][.,;:!?…]|[)»”\"]|(?<!\\d)[12]\\d{3})[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§]{1,3})"
      + "(?<!(?<!\\p{L})(?:[cdkm]m|ft|yd|ha|см|км|мм|дм)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[\\s.,;:!?)»”—–-]|$)");
  private static final double SMALLER = 0.93;
  private static final int MOST_ROWS = 40;

  /** A column without its notes, and the notes. */
  record Parted(List<PdfRow> text, List<PdfRow> notes) {}

  private PdfNotes() {}

  /** @param marks those that stand in the page's text */
  static Parted of(List<PdfRow> column, double body, Set<String> marks) {
    int small = column.size();
    int from = column.size();
    while (small > 0 && column.size() - small < MOST_ROWS && column.get(small - 1).size() < SMALLER * body) {
      small--;
      if (marked(column.get(small), marks)) {
        from = small;
      }
    }
    if (small > 0 && small < column.size()) {
      // What is smaller and has no mark is the rest of a note of the page before, or small print.
      from = small;
    } else if (from == column.size()) {
      for (int i = column.size() - 1; i > 0 && column.size() - i < MOST_ROWS; i--) {
        if (marked(column.get(i), marks) && RAISED.matcher(column.get(i).text()).lookingAt()) {
          from = i;
        }
      }
    }
    return new Parted(column.subList(0, from),
        column.subList(from, column.size()).stream().map(PdfNotes::spaced).toList());
  }

  /** A mark is often set close to its note, and yet no part of its first word. */
  private static PdfRow spaced(PdfRow note) {
    String mark = mark(note);
    Chunk first = note.chunks().getFirst();
    int end = mark.length();
    if (end == 0 || end >= first.text().length() || !Character.isLetter(first.text().charAt(end))) {
      return note;
    }
    var chunks = new ArrayList<>(note.chunks());
    chunks.set(0, first.saying(first.text().substring(0, end) + " " + first.text().substring(end)));
    return new PdfRow(chunks);
  }

  private static boolean marked(PdfRow row, Set<String> marks) {
    return marks.contains(mark(row));
  }

  private static String mark(PdfRow row) {
    Matcher mark = MARK.matcher(row.text());
    if (!mark.matches()) {
      return "";
    }
    String number = mark.group("number");
    return number == null ? row.text().substring(0, Math.max(mark.end("raised"), mark.end("sign"))) : raised(number);
  }

  private static String raised(String number) {
    var raised = new StringBuilder();
    number.chars().forEach(digit -> raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
    return raised.toString();
  }

  /** The marks that stand in the rows' sentences. */
  static Set<String> marks(List<PdfRow> rows) {
    var marks = new HashSet<String>();
    for (PdfRow row : rows) {
      if (!signed(row.text())) {
        continue;
      }
      Matcher marked = MARKED.matcher(row.text());
      while (marked.find()) {
        marks.add(marked.group());
      }
    }
    return marks;
  }

  private static boolean signed(String text) {
    return text.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
  }

  /** The marks that notes begin with. */
  static Set<String> own(List<PdfRow> notes) {
    var marks = new HashSet<String>();
    notes.forEach(note -> marks.add(mark(note)));
    marks.remove("");
    return marks;
  }

  /** The rows without the marks of the notes. */
  static List<PdfRow> without(List<PdfRow> rows, Set<String> marks) {
    if (marks.isEmpty()) {
      return rows;
    }
    var bare = new ArrayList<PdfRow>();
    for (PdfRow row : rows) {
      bare.add(!signed(row.text())
          ? row
          : new PdfRow(row.chunks()
              .stream()
              .map(chunk -> chunk.saying(MARKED.matcher(chunk.text())
                  .replaceAll(mark -> marks.contains(mark.group()) ? "" : Matcher.quoteReplacement(mark.group()))))
              .toList()));
    }
    return bare;
  }
}

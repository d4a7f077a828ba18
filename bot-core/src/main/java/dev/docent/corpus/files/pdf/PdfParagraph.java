package dev.docent.corpus.files.pdf;

import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lines of one column that belong together, or one line of a table.
 *
 * @param lines none for a line of a table
 * @param table its text; empty for lines
 * @param level of a heading, by the outline; 0 for none
 * @param left the left edge of its column
 * @param right the right edge of its column
 */
record PdfParagraph(List<PdfRow> lines, String table, Kind kind, int level, double left, double right) {
  private static final Pattern ITEM = Pattern.compile("(?:[-*+•–—‣◦▪■●○·☐☒☑]|\\(?\\d{1,3}[.)]|\\(?[a-z][.)])\\s+\\S.*");
  private static final Pattern NUMBERED = Pattern.compile("\\(?\\d{1,3}[.)]\\s.*");
  private static final Pattern ENDED = Pattern
      .compile("(?s).*[.!?:…。！？؟।][\"'”’»)\\]\\u00B9\\u00B2\\u00B3\\u2070-\\u2079*†‡]*");
  private static final Pattern PLAIN_HEADING = Pattern
      .compile("(?:\\d+(?:\\.\\d+)*\\.?\\s+)?\\p{Lu}[^\\n]{1,78}[^\\s.!?:;,…。！？-]");
  private static final Pattern CAPTION = Pattern.compile(
      "(?iu)(?:table|figure|fig\\.|tabelle|abbildung|abb\\.|таблица|рисунок|рис\\.|tableau)\\s*\\d+.*");
  /** Of the letters' size, from line to line: more is a new paragraph whatever the text around is like. */
  private static final double LOOSEST = 1.9;
  private static final double MORE = 1.25;
  private static final double OTHER_SIZE = 0.07;
  private static final double INDENT = 0.7;
  private static final double FULL = 0.85;
  private static final int HEADING_WORDS = 14;
  private static final int PLAIN_HEADING_WORDS = 10;

  static PdfParagraph row(PdfTable.Line line) {
    return new PdfParagraph(List.of(), line.text(), line.kind(), 0, 0, 0);
  }

  /**
   * The paragraphs of a column.
   *
   * @param body the size of the running text's letters
   * @param outline titles to their levels
   */
  static List<PdfParagraph> of(List<PdfRow> column, double body, Map<String, Integer> outline) {
    double left = column.stream().mapToDouble(PdfRow::left).min().orElse(0);
    double right = column.stream().mapToDouble(PdfRow::right).max().orElse(0);
    double leading = leading(column, left, right);
    var paragraphs = new ArrayList<PdfParagraph>();
    var lines = new ArrayList<PdfRow>();
    for (int i = 0; i < column.size(); i++) {
      PdfRow line = column.get(i);
      PdfRow last = lines.isEmpty() ? null : lines.getLast();
      boolean titled = !outline.isEmpty() && (outline.containsKey(PdfText.plain(line.text()))
          || last != null && outline.containsKey(PdfText.plain(last.text())));
      if (last != null && (titled || apart(last, line, leading, left, right, lines, column, i))) {
        paragraphs.add(made(lines, left, right, body, outline));
        lines.clear();
      }
      lines.add(line);
    }
    if (!lines.isEmpty()) {
      paragraphs.add(made(lines, left, right, body, outline));
    }
    return paragraphs;
  }

  /** How far apart the lines of a paragraph are. */
  private static double leading(List<PdfRow> column, double left, double right) {
    double[] gaps = new double[Math.max(0, column.size() - 1)];
    int full = 0;
    for (int i = 1; i < column.size(); i++) {
      gaps[i - 1] = column.get(i).base() - column.get(i - 1).base();
      full += column.get(i).right() > left + FULL * (right - left) ? 1 : 0;
    }
    double size = column.getFirst().size();
    if (gaps.length == 0) {
      return size * 1.3;
    }
    java.util.Arrays.sort(gaps);
    double usual = gaps[gaps.length / 2];
    // Of short paragraphs the gaps between them would be the usual ones.
    double least = gaps[gaps.length / 6];
    boolean running = full * 2 >= column.size() && column.size() > 4;
    return usual > LOOSEST * size && !running
        ? Math.clamp(least, size * 1.1, size * 1.5)
        : Math.min(usual, least * 1.3);
  }

  private static boolean apart(PdfRow last, PdfRow line, double leading, double left, double right,
      List<PdfRow> lines, List<PdfRow> column, int at) {
    double gap = line.base() - last.base();
    double size = Math.max(last.size(), line.size());
    boolean other = Math.abs(last.size() - line.size()) > OTHER_SIZE * size;
    boolean full = last.right() > left + FULL * (right - left);
    boolean marked = ITEM.matcher(line.text()).matches();
    if (last.value() || line.value() || gap > Math.max(MORE * leading, leading + 0.2 * size) || gap < 0
        || other && (gap > size || !full) || last.bold() != line.bold() && (last.bold() ? !full : true)
        || marked && (!full || ended(last.text()) || ITEM.matcher(lines.getFirst().text()).matches())) {
      return true;
    }
    // An item's lines stand below each other; a first line that stands further in begins a paragraph.
    double in = line.left() - last.left();
    boolean item = ITEM.matcher(lines.getFirst().text()).matches();
    boolean next = at + 1 >= column.size() || column.get(at + 1).left() < line.left() - INDENT * size;
    if (item) {
      return in < -INDENT * size && lines.size() > 1 || in < INDENT * size && lines.size() == 1 && ended(last.text())
          && line.left() <= lines.getFirst().left() + 1;
    }
    return in > INDENT * size && in < 5 * size && ended(last.text()) && (next || !full)
        || !full && ended(last.text()) && fits(last, line, left, right);
  }

  /** Whether the next line's first word would have had its place at the end of the line. */
  private static boolean fits(PdfRow last, PdfRow line, double left, double right) {
    String text = line.text();
    int word = text.indexOf(' ');
    double width = word < 0 ? line.width() : line.width() * word / text.length();
    return last.right() + 1.5 * width + line.size() < right - 0.1 * (right - left);
  }

  private static PdfParagraph made(List<PdfRow> lines, double left, double right, double body,
      Map<String, Integer> outline) {
    List<PdfRow> own = List.copyOf(lines);
    String text = PdfText.plain(String.join(" ", own.stream().map(PdfRow::text).toList()));
    int level = outline.getOrDefault(text, 0);
    if (level > 0) {
      return new PdfParagraph(own, "", Kind.HEADING, level, left, right);
    }
    if (own.stream().anyMatch(PdfRow::value)) {
      return new PdfParagraph(own, "", Kind.PARAGRAPH, 0, left, right);
    }
    PdfRow first = own.getFirst();
    boolean larger = first.size() > body * 1.12;
    boolean letters = text.codePoints().anyMatch(Character::isLetter);
    int words = text.split(" ").length;
    boolean set = (larger || own.stream().allMatch(PdfRow::bold) && first.size() > 0.95 * body) && letters
        && own.size() <= 3 && words <= HEADING_WORDS && !text.endsWith(".") && !text.endsWith(",");
    boolean plain = own.size() == 1 && words <= PLAIN_HEADING_WORDS && first.size() > 0.95 * body
        && first.chunks().size() == 1 && PLAIN_HEADING.matcher(text).matches();
    if (set || plain) {
      return new PdfParagraph(own, "", Kind.HEADING, larger ? first.size() > body * 1.6 ? 1 : 2 : set ? 3 : 2, left,
          right);
    }
    Kind kind = !ITEM.matcher(text).matches()
        ? Kind.PARAGRAPH
        : NUMBERED.matcher(text).matches() ? Kind.STEP : Kind.LIST_ITEM;
    return new PdfParagraph(own, "", kind, 0, left, right);
  }

  private static boolean ended(String text) {
    return ENDED.matcher(text).matches();
  }

  /** With the rest of it that stands in another column. */
  PdfParagraph with(PdfParagraph rest) {
    var all = new ArrayList<>(lines);
    all.addAll(rest.lines);
    return new PdfParagraph(all, table, kind, level, rest.left, rest.right);
  }

  /**
   * A line by itself that looks like a heading, but whose sentence goes on in the next column or page, is none; else the
   * same paragraph.
   */
  PdfParagraph before(PdfParagraph next) {
    boolean plain = kind == Kind.HEADING && lines.size() == 1 && !lines.getFirst().bold() && next.startsSmall()
        && next.kind == Kind.PARAGRAPH && Math.abs(next.size() - size()) < OTHER_SIZE * size();
    return plain ? new PdfParagraph(lines, table, Kind.PARAGRAPH, 0, left, right) : this;
  }

  boolean prose() {
    return kind == Kind.PARAGRAPH || kind.item();
  }

  double size() {
    return lines.isEmpty() ? 0 : lines.getFirst().size();
  }

  /** What a sentence may run on past: rows of a table, and the words below or above a figure. */
  boolean floats() {
    return kind.row() || !lines.isEmpty() && CAPTION.matcher(lines.getFirst().text()).matches();
  }

  boolean startsSmall() {
    return !lines.isEmpty() && Character.isLowerCase(lines.getFirst().text().codePointAt(0));
  }

  /** Whether its last sentence has no end, so that it may go on elsewhere. */
  boolean unfinished() {
    return prose() && !lines.isEmpty() && !lines.getLast().value() && !ended(lines.getLast().text());
  }

  /** Whether the other, which begins another column or page, is the rest of it. */
  boolean goesOnIn(PdfParagraph other) {
    if (!unfinished() || other.lines.isEmpty() || other.kind.item() || other.lines.getFirst().value()
        || Math.abs(other.size() - lines.getLast().size()) > OTHER_SIZE * size()) {
      return false;
    }
    String text = lines.getLast().text();
    int end = text.codePointBefore(text.length());
    if (other.startsSmall()) {
      return Character.isLetterOrDigit(end) || ",;-\u2010\u00AD—–)»”".indexOf(end) >= 0;
    }
    boolean full = lines.getLast().right() > left + FULL * (right - left);
    boolean several = lines.size() > 1 || lines.getFirst().words() > 6;
    boolean words = other.kind == Kind.PARAGRAPH || text.matches("(?s).*[,-]");
    boolean indented = !other.lines.isEmpty() && other.lines.size() > 1
        && other.lines.getFirst().left() > other.left + INDENT * other.size();
    return full && several && words && !indented && !other.lines.getFirst().bold();
  }
}

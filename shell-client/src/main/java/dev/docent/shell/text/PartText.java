package dev.docent.shell.text;

import dev.docent.answer.Layout;
import dev.docent.answer.Part;
import dev.docent.corpus.TextRange;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an answer for people: lists, steps, tables and code look like what they are. For one answer. */
final class PartText {
  private static final Pattern ITEM = Pattern.compile("^(\\s*)(?:([-*+•–‣◦])|(\\(?\\p{Alnum}{1,3}[.)]))\\s+");
  private static final Pattern FENCE = Pattern.compile("(?s)\\s*```[^\\n]*\\n(.*?)\\n?\\s*```\\s*");
  private static final Pattern RULE = Pattern.compile("\\s*\\|?(?:\\s*:?-+:?\\s*\\|?)+\\s*");
  private static final Pattern CELL = Pattern.compile(";\\s+");
  private static final int MARGIN = 2;
  private static final int CODE = 4;
  private static final int UNDER = 6;

  private final PrintWriter out;
  private final Screen screen;
  private final WordWrap wrap;
  private final int width;
  private Part.Kind before = Part.Kind.PROSE;
  private boolean begun;

  PartText(PrintWriter out, Screen screen) {
    this.out = out;
    this.screen = screen;
    this.width = screen.terminal() ? screen.width().getAsInt() : 0;
    this.wrap = new WordWrap(out, screen.style(), width);
  }

  /** Shows parts that belong together, after those shown before. */
  void show(List<Part> parts) {
    Layout.of(parts).forEach(laid -> show(laid, 0));
    wrap.space();
    out.flush();
  }

  /** Shows parts below what they belong to, without markers. */
  void under(String line, List<Part> parts) {
    wrap.line("  ", 2);
    wrap.plain(line);
    Layout.of(parts).forEach(laid -> show(new Layout(laid.part(), laid.quoted(), List.of()), UNDER));
    wrap.end();
    begun = false;
  }

  private void show(Layout laid, int margin) {
    shown(laid, margin);
    begun = true;
    before = laid.part().kind();
  }

  /** A line with what a quote under it says; empty for none. */
  void source(String line, String quote) {
    wrap.line("  ", UNDER);
    wrap.plain(line);
    if (!quote.isEmpty()) {
      wrap.line(" ".repeat(UNDER), UNDER);
      wrap.words("“" + quote + "”", List.of());
    }
    wrap.end();
  }

  /** Words of Docent's own. */
  void says(String words) {
    wrap.line("", 0);
    wrap.words(words, List.of());
    wrap.end();
  }

  /** A blank line, before what is no part of the answer. */
  void gap() {
    wrap.end();
    out.println();
  }

  /** Ends the last line. */
  void end() {
    wrap.end();
    out.flush();
  }

  private void shown(Layout laid, int margin) {
    Part part = laid.part();
    switch (part.kind()) {
      case PROSE -> running(laid, margin);
      case WRITTEN -> written(laid, margin);
      case LIST, STEPS -> items(part, margin);
      case TABLE -> rows(part, margin);
      case CODE -> code(part.text(), margin);
    }
    laid.markers().forEach(n -> {
      wrap.space();
      wrap.closing("[" + n + "]");
    });
    Part.More more = part.more();
    if (more != null) {
      wrap.line(" ".repeat(margin + MARGIN), margin + MARGIN);
      wrap.words("… " + more.count() + " more" + LocatorText.within(more.where()), List.of());
    }
  }

  /** What a model wrote: its items, code and tables look like the documents' own. */
  private void written(Layout laid, int margin) {
    Part part = laid.part();
    Matcher fence = FENCE.matcher(part.text());
    if (fence.matches()) {
      code(fence.group(1), margin);
      wrap.line(" ".repeat(margin + CODE), margin + CODE);
    } else if (part.begins() && part.text().startsWith("|")) {
      table(part.text(), margin);
    } else if (part.begins() && ITEM.matcher(part.text()).find()) {
      items(part, margin);
    } else {
      running(laid, margin);
    }
  }

  private void table(String markdown, int margin) {
    List<List<String>> rows = markdown.lines()
        .filter(line -> !RULE.matcher(line).matches())
        .map(line -> List.of(line.strip().replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|", -1)))
        .map(row -> row.stream().map(cell -> cell.strip().replace("\\|", "|")).toList())
        .toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new ArrayList<Integer>();
    for (int column = 0; column < columns; column++) {
      int i = column;
      widths.add(
          rows.stream()
              .mapToInt(row -> i < row.size() ? WordWrap.columns(Printable.line(row.get(i))) : 0)
              .max()
              .orElse(0));
    }
    for (int row = 0; row < rows.size(); row++) {
      aligned(rows.get(row), widths, margin, row == 0);
    }
  }

  private void running(Layout laid, int margin) {
    Part part = laid.part();
    boolean runsOn = begun && before == part.kind()
        && (part.kind() == Part.Kind.WRITTEN ? !part.begins() : !part.text().contains("\n") && !laid.quoted());
    if (runsOn) {
      wrap.space();
    } else {
      wrap.line(" ".repeat(margin), margin);
    }
    if (laid.quoted()) {
      wrap.closing("“");
    }
    String[] lines = part.text().split("\n", -1);
    int at = 0;
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        wrap.line(" ".repeat(margin), margin);
      }
      wrap.words(lines[i], within(part.marks(), at, at + lines[i].length()));
      at += lines[i].length() + 1;
    }
    if (laid.quoted()) {
      wrap.closing("”");
    }
  }

  private void items(Part part, int margin) {
    int at = 0;
    for (String line : part.text().split("\n", -1)) {
      Matcher item = ITEM.matcher(line);
      boolean marked = item.find();
      int own = marked ? item.end() : line.length() - line.stripLeading().length();
      int deep = margin + MARGIN + (marked ? item.group(1).length() : own);
      String mark = !marked ? "  " : item.group(2) != null ? "• " : Printable.text(item.group(3)) + " ";
      wrap.line(" ".repeat(deep) + mark, deep + WordWrap.columns(mark));
      wrap.words(line.substring(own), within(part.marks(), at + own, at + line.length()));
      at += line.length() + 1;
    }
  }

  private void code(String text, int margin) {
    for (String line : text.split("\n", -1)) {
      wrap.end();
      out.print(" ".repeat(margin + CODE) + screen.style().bold(Printable.text(line)));
      out.println();
    }
  }

  /** In columns where each row says the same names and all fits; else as the rows say it themselves. */
  private void rows(Part part, int margin) {
    List<String> lines = Arrays.stream(part.text().split("\n"))
        .map(line -> line.replaceFirst("^[-•]\\s+", ""))
        .toList();
    List<List<String>> cells = cells(lines);
    if (!cells.isEmpty()) {
      var widths = new ArrayList<Integer>();
      for (int column = 0; column < cells.getFirst().size(); column++) {
        int i = column;
        widths.add(cells.stream().mapToInt(row -> WordWrap.columns(row.get(i))).max().orElse(0));
      }
      int all = margin + MARGIN + widths.stream().mapToInt(w -> w + 2).sum();
      if (width == 0 || all <= width) {
        for (int row = 0; row < cells.size(); row++) {
          aligned(cells.get(row), widths, margin, row == 0);
        }
        return;
      }
    }
    int at = 0;
    for (String line : part.text().split("\n", -1)) {
      int own = line.startsWith("- ") ? 2 : 0;
      wrap.line(" ".repeat(margin + MARGIN), margin + 2 * MARGIN);
      wrap.words(line.substring(own), within(part.marks(), at + own, at + line.length()));
      at += line.length() + 1;
    }
  }

  private void aligned(List<String> row, List<Integer> widths, int margin, boolean head) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = Printable.line(row.get(i));
      boolean last = i == row.size() - 1;
      line.append(head ? screen.style().faint(cell) : cell)
          .append(last ? "" : " ".repeat(widths.get(i) - WordWrap.columns(cell) + 2));
    }
    wrap.line(" ".repeat(margin + MARGIN) + line, margin + MARGIN);
  }

  /** The names and below them the values; empty where the rows don't all say the same names. */
  private static List<List<String>> cells(List<String> lines) {
    if (lines.size() < 2) {
      return List.of();
    }
    List<String> names = List.of(CELL.split(lines.getFirst()));
    var cells = new ArrayList<List<String>>(List.of(names));
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = List.of(CELL.split(line));
      if (values.size() != names.size()) {
        return List.of();
      }
      var row = new ArrayList<String>();
      for (int i = 0; i < names.size(); i++) {
        if (!values.get(i).startsWith(names.get(i) + ": ")) {
          return List.of();
        }
        row.add(values.get(i).substring(names.get(i).length() + 2));
      }
      cells.add(row);
    }
    return names.size() < 2 ? List.of() : cells;
  }

  /** The marks that lie in a range, counted from its start. */
  private static List<TextRange> within(List<TextRange> marks, int from, int to) {
    return marks.stream()
        .filter(mark -> mark.end() > from && mark.start() < to)
        .map(mark -> new TextRange(Math.max(mark.start(), from) - from, Math.min(mark.end(), to) - from))
        .toList();
  }
}

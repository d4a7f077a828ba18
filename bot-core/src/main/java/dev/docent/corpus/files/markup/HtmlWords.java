package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a piece of HTML that stands in a text, part by part, each with its line. The piece may begin and end
 * anywhere: opened elsewhere, closed elsewhere, not closed at all.
 */
final class HtmlWords {
  private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
      "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
      "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");
  private static final Set<String> UNREAD = Set.of("script", "style", "svg", "iframe", "template");

  private final String html;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int at = 0;
  private int line = 0;
  private int wordsLine = 0;
  private Kind kind = Kind.PARAGRAPH;
  private int level = 0;
  private int items = 0;
  private @Nullable List<String> cells;
  private int rowLine = 0;
  private boolean inCell = false;
  private boolean head = true;
  private boolean tableBegins = false;

  /** A part of the piece. Lines are counted from 0. */
  sealed interface Part {
    /** Words that go together, with their line breaks, of which the first is in the line. */
    record Text(Kind kind, int level, int line, String words) implements Part {}

    /**
     * @param head whether all cells say that they are names
     * @param begins whether it is the first of its table
     */
    record Row(int line, List<String> cells, boolean head, boolean begins) implements Part {}
  }

  private HtmlWords(String html) {
    this.html = html;
  }

  static List<Part> of(String html) {
    var reading = new HtmlWords(html);
    reading.read();
    return reading.parts;
  }

  private void read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (html.startsWith("<!--", at)) {
        skipThrough("-->");
      } else if (html.startsWith("<![CDATA[", at)) {
        at += 9;
      } else if (c == '<' && at + 1 < html.length() && begins(html.charAt(at + 1))) {
        tag();
      } else {
        words.append(c);
        line += c == '\n' ? 1 : 0;
        at++;
      }
    }
    row();
    flush();
  }

  private static boolean begins(char c) {
    return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
  }

  private void skipThrough(String end) {
    int found = html.indexOf(end, at);
    int to = found < 0 ? html.length() : found + end.length();
    for (; at < to; at++) {
      if (html.charAt(at) == '\n') {
        words.append('\n');
        line++;
      }
    }
  }

  private void tag() {
    int start = at;
    boolean closes = html.charAt(at + 1) == '/';
    int nameEnd = at + (closes ? 2 : 1);
    while (nameEnd < html.length()
        && (Character.isLetterOrDigit(html.charAt(nameEnd)) || html.charAt(nameEnd) == '-')) {
      nameEnd++;
    }
    String name = html.substring(start + (closes ? 2 : 1), nameEnd).toLowerCase(Locale.ROOT);
    int end = tagEnd(nameEnd);
    boolean known = MarkdownSource.element(name);
    if (!known && !closes && html.charAt(end - 1) == '>' && html.substring(nameEnd, end).equals(">")
        && html.indexOf("</" + name, end) < 0) {
      // A place to be filled by the reader: "ssh <host>". The words' own parser decides.
      words.append(html, start, end);
      at = end;
      return;
    }
    if (!INLINE.contains(name) && known) {
      between(name, closes);
    }
    for (; at < end; at++) {
      if (html.charAt(at) == '\n') {
        words.append('\n');
        line++;
      }
    }
    if (!closes && UNREAD.contains(name)) {
      skipThrough("</" + name);
      skipThrough(">");
    }
  }

  /** Behind the tag, whose attributes may hold its mark in quotes. */
  private int tagEnd(int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return html.length();
  }

  /** What stands before the tag ends, and what stands behind it is of another kind. */
  private void between(String name, boolean closes) {
    switch (name) {
      case "br" -> {
        words.append(' ');
        return;
      }
      case "td", "th" -> {
        cell();
        inCell = !closes && cells != null;
        head &= closes || name.equals("th");
        return;
      }
      case "tr" -> {
        row();
        if (!closes) {
          flush();
          cells = new ArrayList<>();
          rowLine = line;
          head = true;
        }
        return;
      }
      default -> {
      }
    }
    if (inCell) {
      words.append(' ');
      if (name.equals("table")) {
        row();
      }
      return;
    }
    row();
    flush();
    if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
      kind = closes ? Kind.PARAGRAPH : Kind.HEADING;
      level = closes ? 0 : Math.clamp(name.charAt(1) - '0', 1, 6);
    } else if (name.equals("li")) {
      kind = closes ? Kind.PARAGRAPH : Kind.LIST_ITEM;
      level = closes ? 0 : Math.max(0, items - 1);
    } else if (name.equals("ul") || name.equals("ol")) {
      items = Math.max(0, items + (closes ? -1 : 1));
      kind = Kind.PARAGRAPH;
      level = 0;
    } else if (name.equals("pre")) {
      kind = closes ? Kind.PARAGRAPH : Kind.CODE;
      level = 0;
    } else if (name.equals("table")) {
      tableBegins = !closes;
    }
  }

  private void cell() {
    if (inCell && cells != null) {
      cells.add(words.toString().replace('\n', ' ').strip());
      words.setLength(0);
      wordsLine = line;
    } else if (cells != null) {
      words.setLength(0);
    }
    inCell = false;
  }

  private void row() {
    if (cells == null) {
      return;
    }
    cell();
    if (!cells.isEmpty()) {
      parts.add(new Part.Row(rowLine, List.copyOf(cells), head, tableBegins));
      tableBegins = false;
    }
    cells = null;
    words.setLength(0);
    wordsLine = line;
  }

  private void flush() {
    String said = words.toString();
    words.setLength(0);
    int first = wordsLine;
    wordsLine = line;
    if (kind == Kind.CODE) {
      if (!said.isBlank()) {
        parts.add(new Part.Text(kind, 0, first, said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")));
      }
      return;
    }
    // Blank lines part paragraphs also where no tag does.
    String[] lines = said.split("\n", -1);
    int from = 0;
    for (int i = 0; i <= lines.length; i++) {
      if (i == lines.length || lines[i].isBlank()) {
        if (i > from) {
          String part = String.join("\n", List.of(lines).subList(from, i)).strip();
          parts.add(new Part.Text(kind, kind == Kind.HEADING || kind.item() ? level : 0, first + from, part));
        }
        from = i + 1;
      }
    }
  }
}

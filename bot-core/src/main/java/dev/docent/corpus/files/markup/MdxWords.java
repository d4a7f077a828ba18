package dev.docent.corpus.files.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MDX without what is program in it: imports and exports, tags, expressions. What is left is Markdown, each line where it
 * was. Of a tag the title or label stays, for a reader of the page sees it.
 */
final class MdxWords {
  private static final Pattern IMPORT = Pattern.compile("import\\s+(?:[\\w*{].*|[\"'].*[\"'];?\\s*)");
  private static final Pattern EXPORT = Pattern
      .compile("export\\s+(?:const|let|var|function|class|default|async|\\{|\\*).*");
  private static final Pattern SHOWN = Pattern
      .compile("\\b(?:title|label|summary|heading)=(?:\\{?\"([^\"]{1,200})\"}?|\\{?'([^']{1,200})'}?)");
  private static final Pattern STRING = Pattern.compile("\\{\\s*([\"'`])([^\"'`]*)\\1\\s*}");

  /** In characters. */
  private static final int MARGIN = 100;
  private static final int LONGEST_SPAN = 1_000;
  private static final int LONGEST_EXPORT = 20_000;

  private final String source;
  private final StringBuilder shown = new StringBuilder();
  /** Of each tag around that stands in a line of its own: how far its content is indented; -1 if that isn't known yet. */
  private final Deque<Integer> inside = new ArrayDeque<>();
  private int at = 0;
  private int lineBegun = 0;
  /** Where no closing brace or tag was found once, none is looked for again. */
  private boolean openForGood = false;
  private boolean commentsEnd = false;

  private MdxWords(String source) {
    this.source = source;
  }

  static String of(String source) {
    var reading = new MdxWords(source);
    reading.read();
    return reading.shown.toString();
  }

  private void read() {
    boolean lineStart = true;
    String fence = "";
    while (at < source.length()) {
      if (lineStart) {
        lineBegun = at;
        int end = lineEnd(at);
        String line = source.substring(at, end).stripTrailing();
        dedent(line);
        String bare = line.stripLeading();
        String ticks = bare.startsWith("```") || bare.startsWith("~~~") ? run(bare) : "";
        if (!fence.isEmpty()) {
          boolean ends = !ticks.isEmpty() && ticks.startsWith(fence) && bare.substring(ticks.length()).isBlank();
          fence = ends ? "" : fence;
          copy(end);
          continue;
        }
        if (!ticks.isEmpty() && bare.indexOf('`', ticks.length()) < 0) {
          fence = ticks;
          copy(end);
          continue;
        }
        if (IMPORT.matcher(line).matches() && imports(line, end) || EXPORT.matcher(line).matches()) {
          skip(paragraphEnd(at));
          continue;
        }
      }
      char c = source.charAt(at);
      lineStart = c == '\n';
      switch (c) {
        case '`' -> codeSpan();
        case '{' -> expression();
        case '<' -> tag();
        case '\\' -> {
          shown.append(c);
          at++;
          if (at < source.length() && source.charAt(at) != '\n') {
            shown.append(source.charAt(at++));
          }
        }
        default -> {
          shown.append(c);
          at++;
        }
      }
    }
  }

  /** What stands between tags is mostly indented by its author's taste, which is no structure. */
  private void dedent(String line) {
    if (inside.isEmpty() || line.isBlank()) {
      return;
    }
    int indent = indent(line);
    if (inside.peek() < 0 && line.charAt(indent) != '<') {
      inside.pop();
      inside.push(indent);
    }
    at += Math.min(indent, Math.max(0, inside.peek()));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Whether the line begins an import, not a sentence. */
  private boolean imports(String line, int end) {
    String begun = line.stripTrailing();
    return begun.contains("\"") || begun.contains("'") || begun.endsWith("{") || begun.endsWith(",")
        || source.startsWith("}", Math.min(source.length(), end));
  }

  private static String run(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) == line.charAt(0)) {
      end++;
    }
    return line.substring(0, end);
  }

  private int lineEnd(int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end + 1;
  }

  /** An export ends at a blank line that isn't within its braces. */
  private int paragraphEnd(int from) {
    int depth = 0;
    int lineBegins = from;
    int last = Math.min(source.length(), from + LONGEST_EXPORT);
    for (int i = from; i < last; i++) {
      char c = source.charAt(i);
      depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
      if (c == '\n') {
        if (depth <= 0 && source.substring(lineBegins, i).isBlank()) {
          return i;
        }
        lineBegins = i + 1;
      }
    }
    // Braces that are never closed: only what is up to the first blank line.
    int blank = source.indexOf("\n\n", from);
    return depth <= 0 && last == source.length() || blank < 0 ? source.length() : blank + 1;
  }

  private void copy(int to) {
    shown.append(source, at, to);
    at = to;
  }

  /** Leaves out all but line ends. */
  private void skip(int to) {
    for (; at < to; at++) {
      if (source.charAt(at) == '\n') {
        shown.append('\n');
      }
    }
  }

  private void codeSpan() {
    int ticks = at;
    while (ticks < source.length() && source.charAt(ticks) == '`') {
      ticks++;
    }
    String mark = source.substring(at, ticks);
    int close = source.substring(ticks, Math.min(source.length(), ticks + LONGEST_SPAN)).indexOf(mark);
    copy(close < 0 ? ticks : ticks + close + mark.length());
  }

  private void expression() {
    int end = openForGood ? -1 : braceEnd(at);
    if (end < 0) {
      openForGood = true;
      shown.append(source.charAt(at++));
      return;
    }
    Matcher string = STRING.matcher(source.substring(at, Math.min(end, at + 400)));
    if (string.matches()) {
      shown.append(string.group(2));
      at = end;
    } else if (end - at < 200 && source.startsWith("#", at + 1)) {
      // The name of a heading.
      copy(end);
    } else {
      skip(end);
    }
  }

  /** Behind the brace that closes the one that opens there; -1 if none does. */
  private int braceEnd(int from) {
    int depth = 0;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private void tag() {
    int end = openForGood ? -1 : tagEnd();
    if (end < 0) {
      shown.append(source.charAt(at++));
      return;
    }
    String tag = source.substring(at, end);
    boolean alone = at - lineBegun < MARGIN && source.substring(lineBegun, at).isBlank();
    Matcher said = SHOWN.matcher(tag);
    if (said.find()) {
      shown.append(alone ? "" : " ").append(said.group(1) == null ? said.group(2) : said.group(1)).append(' ');
    } else if (tag.toLowerCase(Locale.ROOT).startsWith("<br")) {
      shown.append(' ');
    }
    if (alone && tag.startsWith("</") && !inside.isEmpty()) {
      inside.pop();
    } else if (alone && !tag.startsWith("</") && !tag.endsWith("/>") && source.startsWith("\n", end)) {
      inside.push(-1);
    }
    skip(end);
  }

  /** Behind a tag of MDX that opens here, with its braces and quotes; -1 if it is none. */
  private int tagEnd() {
    int i = at + 1;
    if (source.startsWith("!--", i)) {
      int close = commentsEnd ? -1 : source.indexOf("-->", i);
      commentsEnd = close < 0;
      return close < 0 ? -1 : close + 3;
    }
    boolean closes = source.startsWith("/", i);
    i += closes ? 1 : 0;
    if (source.startsWith(">", i)) {
      return i + 1;
    }
    int name = i;
    while (i < source.length()
        && (Character.isLetterOrDigit(source.charAt(i)) || ".-_:".indexOf(source.charAt(i)) >= 0)) {
      i++;
    }
    if (i == name || !Character.isLetter(source.charAt(name)) || source.substring(name, i).contains(":")) {
      return -1;
    }
    char quote = 0;
    int depth = 0;
    for (; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && depth == 0) {
        quote = c;
      } else if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
      } else if (c == '>' && depth == 0) {
        return i + 1;
      } else if (c == '<' && depth == 0) {
        return -1;
      }
    }
    openForGood = true;
    return -1;
  }
}

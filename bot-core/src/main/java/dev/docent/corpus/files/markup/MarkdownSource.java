package dev.docent.corpus.files.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown made ready for CommonMark: what its relatives add is put in its terms or left out. Lines are left out and put
 * in; each knows which line of the source it is of.
 */
final class MarkdownSource {
  private static final Pattern FRONT_MATTER_LINE = Pattern.compile("\\s*(?:[\\w.\"' -]{1,60}\\s*[:=].*|#.*|\\[.*)");
  private static final Pattern TITLE = Pattern.compile("(?i)title\\s*[:=]\\s*(.*?)\\s*");
  private static final Pattern FENCE = Pattern
      .compile("[\\s>]*+(?:(?:[-*+]|\\d{1,9}[.)])\\s++){0,20}+(?<fence>`{3,}+|~{3,}+)(?<info>.*)");
  /** Of MkDocs: a mark, the kind and a title in quotes; what belongs to it is indented. */
  private static final Pattern ADMONITION = Pattern
      .compile("\\s*+(?:(?:!!!|\\?\\?\\?\\+?)\\s+(?=[\\w\"])(?<kind>[\\w-]*+)[\\w -]*+(?:\"(?<title>[^\"]*)\")?"
          + "|===[!+]?\\s+\"(?<tab>[^\"]*)\")\\s*");
  /** Of Docusaurus, Pandoc and MyST: colons around it. */
  private static final Pattern COLONS = Pattern
      .compile("\\s*+:{3,}+\\s*+(?<kind>\\{?[\\w-]*+}?)\\s*+(?:\\[(?<bracketed>[^\\]]*)]|(?<title>[^{]*+))(?:\\{.*)?");
  /** Of GitHub and Obsidian: a quote that begins with a kind. */
  private static final Pattern ALERT = Pattern
      .compile("(?<quote>(?=\\s*+>)[\\s>]++)\\[!(?<kind>[\\w-]{1,30})][+-]?(?<title>.*)");
  private static final Pattern FOOTNOTE = Pattern.compile("(\\s{0,3})\\[\\^([^\\]\\s]{1,80})]:\\s*(.*)");
  private static final Pattern FOOTNOTE_MARK = Pattern.compile("\\[\\^([^\\]\\s]{1,80})]");
  private static final Pattern UNSHOWN_LINE = Pattern
      .compile("\\s*(?:\\[TOC]|\\[\\[_?TOC_?]]|\\{:[^{}]*}|\\{\\{?\\s*toc\\s*}?})\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING_NAME = Pattern.compile("\\s*\\{:?\\s*[#.][^{}`]{1,100}}\\s*$");
  private static final Pattern TEMPLATE = Pattern
      .compile("\\{%[^{}]{0,500}%}|\\{\\{[<%](?:[^{}]{0,500}?)[>%]}}|!\\[\\[[^\\[\\]]{0,200}]]");
  /** A target that a program puts in. */
  private static final Pattern MADE_TARGET = Pattern.compile("]\\([^()]{0,300}?(?:\\{\\{|\\{%)[^()]{0,300}\\)");
  private static final Pattern WIKI_LINK = Pattern
      .compile("\\[\\[(?:[^\\[\\]|]{1,200}\\|)?([^\\[\\]|]{1,200})]](?!\\()");

  private static final int TEMPLATE_LINES = 30;
  /** Of lines without an empty one between them. */
  private static final int LONGEST_RUN = 1_000;

  private final List<String> lines = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final Set<String> footnotes = new HashSet<>();
  /** How far each admonition around the line is indented. */
  private final Deque<Integer> around = new ArrayDeque<>();
  private String fence = "";
  /** The line in which a call of a program ends that began further up; 0 if there is none. */
  private int templateEnd = 0;
  private int run = 0;
  private String title = "";

  private MarkdownSource() {}

  static MarkdownSource of(String source) {
    var made = new MarkdownSource();
    String[] all = source.replace('\r', ' ').split("\n", -1);
    for (String line : all) {
      if (line.contains("[^")) {
        Matcher footnote = FOOTNOTE.matcher(line);
        if (footnote.matches()) {
          made.footnotes.add(footnote.group(2));
        }
      }
    }
    for (int i = made.frontMatter(all); i < all.length; i++) {
      made.add(all, i);
    }
    return made;
  }

  /** What CommonMark reads. */
  String text() {
    return String.join("\n", lines);
  }

  /** The title that the front matter gives; empty if it gives none. */
  String title() {
    return title;
  }

  /** Which line of the source, from 0, a line of the text is of. */
  int origin(int line) {
    return origins.get(Math.min(line, origins.size() - 1));
  }

  /** The first line below the front matter; 0 if there is none. */
  private int frontMatter(String[] all) {
    String mark = all[0].stripTrailing();
    if (!mark.equals("---") && !mark.equals("+++")) {
      return 0;
    }
    for (int i = 1; i < all.length; i++) {
      String line = all[i].stripTrailing();
      if (line.equals(mark) || mark.equals("---") && line.equals("...")) {
        for (int inside = 1; inside < i; inside++) {
          Matcher titled = TITLE.matcher(all[inside]);
          if (title.isEmpty() && titled.matches()) {
            boolean below = titled.group(1).matches("[>|][+-]?") && inside + 1 < i;
            title = below ? all[inside + 1].strip() : unquoted(titled.group(1));
          }
        }
        return i + 1;
      }
      // Between two rules may stand a text.
      if (i == 1 && !FRONT_MATTER_LINE.matcher(line).matches()) {
        return 0;
      }
    }
    return 0;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'')
        && value.charAt(value.length() - 1) == value.charAt(0);
    return (quoted ? value.substring(1, value.length() - 1) : value).strip();
  }

  private void add(String[] all, int at) {
    String whole = all[at];
    int indent = indent(whole);
    while (!whole.isBlank() && !around.isEmpty() && indent < around.peek() + 4) {
      around.pop();
      fence = "";
    }
    String line = dedented(whole, 4 * around.size());
    run = line.isBlank() ? 0 : run + 1;
    if (run > LONGEST_RUN && fence.isEmpty() && line.indexOf('|') < 0) {
      // The parser copies a paragraph for each of its lines.
      put("", at);
      run = 0;
    }
    if (fence.isEmpty() && !line.contains("```") && !line.contains("~~~")) {
      addOutsideCode(all, at, withoutTemplate(all, at, line), indent);
      return;
    }
    Matcher fenced = FENCE.matcher(line);
    boolean marks = fenced.matches();
    if (!fence.isEmpty()) {
      boolean ends = marks && fenced.group("info").isBlank() && fenced.group("fence").startsWith(fence);
      fence = ends ? "" : fence;
      put(line, at);
    } else if (marks && !(fenced.group("fence").startsWith("`") && fenced.group("info").contains("`"))) {
      fence = fenced.group("fence");
      put(line, at);
    } else {
      addOutsideCode(all, at, withoutTemplate(all, at, line), indent);
    }
  }

  /** A call of a program that goes over several lines is left out, to the line it ends in. */
  private String withoutTemplate(String[] all, int at, String line) {
    if (at < templateEnd) {
      return "";
    }
    if (at == templateEnd && at > 0) {
      templateEnd = 0;
      return line.substring(Math.min(line.length(), line.indexOf("%}") + 2));
    }
    int open = line.lastIndexOf("{%");
    if (open < 0 || line.indexOf("%}", open) >= 0 || line.indexOf('`') >= 0) {
      return line;
    }
    for (int end = at + 1; end < Math.min(all.length, at + TEMPLATE_LINES); end++) {
      if (all[end].contains("%}")) {
        templateEnd = end;
        return line.substring(0, open);
      }
    }
    return line;
  }

  private void addOutsideCode(String[] all, int at, String line, int indent) {
    // Patterns are tried only where a line begins as they do: most lines begin with a word.
    char first = line.isBlank() ? ' ' : line.charAt(line.length() - line.stripLeading().length());
    if (Character.isLetterOrDigit(first)) {
      put(inline(line), at);
      return;
    }
    Matcher admonition = ADMONITION.matcher(line);
    Matcher colons = COLONS.matcher(line);
    Matcher alert = ALERT.matcher(line);
    Matcher footnote = FOOTNOTE.matcher(line);
    if (first == ' ' || (first == '[' || first == '{') && UNSHOWN_LINE.matcher(line).matches()) {
      put("", at);
    } else if ("!?=".indexOf(first) >= 0 && admonition.matches() && belongs(all, at, indent)) {
      put("", at);
      put(" ".repeat(indent(line)) + titleOf(admonition), at);
      put("", at);
      around.push(indent);
    } else if (first == ':' && colons.matches()) {
      String kind = colons.group("kind").replace("{", "").replace("}", "");
      String title = colons.group("bracketed") == null ? colons.group("title") : colons.group("bracketed");
      put("", at);
      put(title == null || title.isBlank() ? kind : title.strip(), at);
      put("", at);
    } else if (first == '>' && alert.matches()) {
      String title = alert.group("title").strip();
      put(alert.group("quote") + (title.isEmpty() ? alert.group("kind") : title), at);
      put(alert.group("quote"), at);
    } else if (first == '[' && footnote.matches()) {
      put("", at);
      put(inline(footnote.group(3)), at);
      around.push(indent);
    } else {
      put(inline(first == '#' ? HEADING_NAME.matcher(line).replaceFirst("") : line), at);
    }
  }

  private static String titleOf(Matcher admonition) {
    String tab = admonition.group("tab");
    String title = admonition.group("title");
    return tab != null ? tab : title != null ? title : admonition.group("kind");
  }

  /** Whether what follows the line is indented below it. */
  private static boolean belongs(String[] all, int at, int indent) {
    int next = at + 1;
    while (next < all.length && next < at + 5 && all[next].isBlank()) {
      next++;
    }
    return next < all.length && !all[next].isBlank() && indent(all[next]) >= indent + 4;
  }

  private String inline(String line) {
    if (line.indexOf('[') < 0 && line.indexOf('{') < 0) {
      return line;
    }
    return outsideCode(line, words -> {
      String shown = TEMPLATE.matcher(MADE_TARGET.matcher(words).replaceAll("](#)")).replaceAll("");
      shown = footnotes.isEmpty()
          ? shown
          : FOOTNOTE_MARK.matcher(shown)
              .replaceAll(mark -> footnotes.contains(mark.group(1)) ? "" : Matcher.quoteReplacement(mark.group()));
      return WIKI_LINK.matcher(shown).replaceAll("$1");
    });
  }

  /** Changes what stands between the code spans of a line. */
  static String outsideCode(String line, UnaryOperator<String> change) {
    if (line.indexOf('`') < 0) {
      return change.apply(line);
    }
    var changed = new StringBuilder();
    int at = 0;
    Set<Integer> unmatched = new HashSet<>();
    for (int open = line.indexOf('`'); open >= 0;) {
      int run = open;
      while (run < line.length() && line.charAt(run) == '`') {
        run++;
      }
      int close = unmatched.contains(run - open) ? -1 : closing(line, run, run - open);
      if (close < 0) {
        unmatched.add(run - open);
        open = line.indexOf('`', run);
      } else {
        changed.append(change.apply(line.substring(at, open))).append(line, open, close);
        at = close;
        open = line.indexOf('`', close);
      }
    }
    return changed.append(change.apply(line.substring(at))).toString();
  }

  /** Behind the next run of so many backticks; -1 if there is none. */
  private static int closing(String line, int from, int ticks) {
    for (int at = line.indexOf('`', from); at >= 0;) {
      int end = at;
      while (end < line.length() && line.charAt(end) == '`') {
        end++;
      }
      if (end - at == ticks) {
        return end;
      }
      at = line.indexOf('`', end);
    }
    return -1;
  }

  private static int indent(String line) {
    int width = 0;
    for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
      width += line.charAt(i) == '\t' ? 4 - width % 4 : 1;
    }
    return width;
  }

  private static String dedented(String line, int width) {
    int at = 0;
    int gone = 0;
    while (at < line.length() && gone < width && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      gone += line.charAt(at) == '\t' ? 4 - gone % 4 : 1;
      at++;
    }
    return line.substring(at);
  }

  private void put(String line, int origin) {
    lines.add(line);
    origins.add(origin);
  }

  /** Whether the word is the name of an HTML element. */
  static boolean element(String name) {
    return ELEMENTS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static final Set<String> ELEMENTS = Set.of("a", "abbr", "acronym", "address", "article", "aside", "audio",
      "b", "base", "bdi", "bdo", "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
      "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt",
      "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "h1", "h2", "h3", "h4",
      "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li",
      "link", "main", "map", "mark", "menu", "meta", "meter", "nav", "nobr", "noscript", "object", "ol", "optgroup",
      "option", "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script",
      "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg",
      "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt",
      "u", "ul", "var", "video", "wbr", "path", "g", "circle", "rect", "line", "polygon");
}

package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.Extracted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader of a page made from reStructuredText sees, in the lines of its source. */
final class RstText {
  private static final Pattern DIRECTIVE = Pattern
      .compile("\\.\\.\\s+(?:\\|(?<name>[^|]{1,100})\\|\\s+)?(?<kind>[A-Za-z][\\w:.+-]*?)\\s?::(?:\\s+(?<words>.*))?");
  private static final Pattern TARGET = Pattern.compile("\\.\\.\\s+_(?<name>`[^`]+`|(?:\\\\:|[^:])*):(?:\\s.*)?");
  private static final Pattern NOTE = Pattern.compile("\\.\\.\\s+\\[(?<mark>[^\\]]{1,80})](?:\\s+(?<words>.*))?");
  private static final Pattern OPTION = Pattern.compile("\\s*:[^:\\s][^:]{0,80}:(?:\\s.*)?");
  private static final Pattern BULLET = Pattern.compile("(?<mark>[-*+•‣⁃])(?:\\s+(?<words>.*))?");
  private static final Pattern NUMBERED = Pattern
      .compile("(?<mark>\\(?(?<number>\\d{1,9}|#|[a-zA-Z]|[ivxlIVXL]{1,6})[.)])\\s+(?<words>.*)");
  private static final Pattern FIELD = Pattern.compile(":(?<name>(?![:\\s])[^:`]{1,60}(?<!\\s)):(?:\\s+(?<words>.*))?");
  private static final Pattern OPTION_ITEM = Pattern.compile("(?:--?|/)[A-Za-z?][^\\s]*(?:,? \\S+){0,4}? {2,}\\S.*");
  private static final Pattern PUNCTUATION = Pattern.compile("([!-/:-@\\[-`{-~])\\1*");
  private static final Pattern VERSION = Pattern.compile("(\\S+)(?:\\s+(.*))?");

  private static final Set<String> CODE = Set.of("code-block", "code", "sourcecode", "parsed-literal", "prompt",
      "doctest", "testcode", "testoutput", "testsetup", "console", "productionlist", "ipython", "terminal", "math",
      "highlight-block", "command-output");
  private static final Set<String> UNSHOWN = Set.of("toctree", "image", "include", "literalinclude", "contents",
      "index",
      "raw", "meta", "highlight", "default-domain", "role", "default-role", "graphviz", "digraph", "uml", "mermaid",
      "sectnum", "section-numbering", "target-notes", "tabularcolumns", "currentmodule", "module", "todo", "todolist",
      "unicode", "date", "title", "replace", "program", "automodule", "autoclass", "autofunction", "automethod",
      "autosummary", "py:currentmodule", "py:module", "restructuredtext-test-directive", "inheritance-diagram");
  /** What stands before their words, as the page says it. */
  private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("note", "Note"),
      Map.entry("warning", "Warning"), Map.entry("tip", "Tip"), Map.entry("hint", "Hint"),
      Map.entry("important", "Important"), Map.entry("caution", "Caution"), Map.entry("danger", "Danger"),
      Map.entry("attention", "Attention"), Map.entry("error", "Error"), Map.entry("seealso", "See also"));
  private static final Map<String, String> VERSIONS = Map.of("versionadded", "New in version", "versionchanged",
      "Changed in version", "deprecated", "Deprecated since version", "versionremoved", "Removed in version");
  /** Those whose first words are a title above what they hold; of others it is the name of what they describe. */
  private static final Set<String> TITLED = Set.of("admonition", "topic", "sidebar", "rubric", "tab", "tabs",
      "tab-item",
      "tab-set", "dropdown", "details", "figure", "container", "compound", "class", "only", "ifconfig", "epigraph",
      "highlights", "pull-quote", "centered", "hlist", "glossary", "table", "list-table", "csv-table", "code-tab",
      "group-tab", "grid", "grid-item", "grid-item-card", "card", "collapse", "literal", "line-block", "header",
      "footer", "versions", "sphinx-tabs", "cssclass", "rst-class", "tags");
  /** Of them, those whose first words aren't shown. */
  private static final Set<String> UNTITLED = Set.of("figure", "container", "compound", "class", "only", "ifconfig",
      "hlist", "glossary", "grid", "cssclass", "rst-class", "tab-set", "tabs");
  /** What is nested deeper is read as it stands. */
  private static final int DEEPEST = 40;

  private final String[] lines;
  private final ShownLines shown;
  private final Map<String, String> substitutions = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Set<String> targets = new HashSet<>();
  private final List<String> styles = new ArrayList<>();
  private final RstWords words = new RstWords(substitutions, titles, targets);
  private final RstTables tables;

  /**
   * What a part of the text is in.
   *
   * @param kind of its paragraphs
   * @param level how many lists it is nested in, less the one it is an item of
   * @param depth how deep it is nested in anything
   */
  private record Around(Kind kind, int level, int depth) {
    Around within(Kind item) {
      return new Around(item, kind.item() ? level + 1 : level, depth + 1);
    }

    Around deeper() {
      return new Around(kind, level, depth + 1);
    }
  }

  /** What is to be shown before the next paragraph, and from which line on that is one block; -1 for none. */
  private String marker = "";
  private int term = -1;

  private RstText(String source) {
    this.lines = source.replace('\r', ' ').replace("\t", "        ").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].stripTrailing();
    }
    this.shown = new ShownLines(lines.length);
    this.tables = new RstTables(lines, shown, words::of);
  }

  static Extracted of(String source) {
    var reading = new RstText(source);
    reading.names();
    reading.body(0, reading.lines.length, 0, new Around(Kind.PARAGRAPH, 0, 0));
    return reading.shown.extracted("");
  }

  /** What names stand for, wherever they are explained. */
  private void names() {
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.startsWith("..")) {
        continue;
      }
      Matcher directive = DIRECTIVE.matcher(line);
      Matcher target = TARGET.matcher(line);
      if (directive.matches() && directive.group("name") != null) {
        if (directive.group("kind").equals("replace") && directive.group("words") != null) {
          substitutions.put(directive.group("name").toLowerCase(Locale.ROOT), directive.group("words").strip());
        }
      } else if (target.matches()) {
        String name = target.group("name").replace("`", "").replace("\\:", ":").toLowerCase(Locale.ROOT);
        targets.add(name);
        heading(i + 1, name);
      }
    }
  }

  /** Notes the title that stands below a label. */
  private void heading(int from, String name) {
    int at = from;
    while (at < lines.length && at < from + 6 && (lines[at].isBlank() || TARGET.matcher(lines[at].strip()).matches())) {
      at++;
    }
    if (at + 1 < lines.length) {
      int size = titleLines(at, lines.length);
      if (size > 0) {
        titles.put(name, new RstWords(substitutions, Map.of(), targets).of(lines[size == 3 ? at + 1 : at].strip()));
      }
    }
  }

  /** How many lines the title takes that begins in the line: two or three; 0 if none begins. */
  private int titleLines(int at, int to) {
    String line = lines[at];
    if (line.isBlank() || Character.isWhitespace(line.charAt(0))) {
      if (line.isBlank()) {
        return 0;
      }
    }
    if (rule(line) && at + 2 < to && !lines[at + 1].isBlank() && rule(lines[at + 2])
        && lines[at + 2].charAt(0) == line.charAt(0) && !rule(lines[at + 1])
        && line.length() >= Math.min(4, lines[at + 1].strip().length())) {
      return 3;
    }
    boolean plain = !Character.isWhitespace(line.charAt(0)) && at + 1 < to && !lines[at + 1].isBlank();
    if (!plain || !rule(lines[at + 1]) || RstTables.SIMPLE.matcher(line).matches()) {
      return 0;
    }
    // A short rule may be a slip of the pen, but one of four characters is no sentence.
    boolean long_ = lines[at + 1].length() >= 4 || lines[at + 1].length() >= width(line);
    return long_ && (!rule(line) || line.length() < 4) && !lines[at + 1].startsWith("::") ? 2 : 0;
  }

  private static int width(String line) {
    return line.codePointCount(0, line.length());
  }

  private static boolean rule(String line) {
    return line.length() > 1 && PUNCTUATION.matcher(line).matches();
  }

  private int indent(int line) {
    String text = lines[line];
    int i = 0;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** Behind the lines that are blank or indented deeper than the base; blank lines at the end aren't among them. */
  private int extent(int from, int to, int base) {
    int end = from;
    for (int i = from; i < to; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      if (indent(i) <= base) {
        break;
      }
      end = i + 1;
    }
    return end;
  }

  private int firstWords(int from, int to) {
    int at = from;
    while (at < to && lines[at].isBlank()) {
      at++;
    }
    return at;
  }

  /** Reads the lines, whose words begin at the column of the base or behind it. */
  private void body(int from, int to, int base, Around around) {
    int at = from;
    while (at < to) {
      int begun = at;
      at = lines[at].isBlank() ? at + 1 : element(at, to, base, around);
      if (at <= begun) {
        throw new IllegalStateException("no way on from line " + begun);
      }
    }
  }

  /** Behind the element that begins in the line. */
  private int element(int at, int to, int base, Around around) {
    if (around.depth > DEEPEST) {
      shown.block(around.kind, around.level, "", at, List.of(lines[at].strip()));
      return at + 1;
    }
    int indent = indent(at);
    if (indent > base && around.depth == 0 && rule(lines[at].strip()) && at + 2 < to) {
      indent = base;
    }
    if (indent > base) {
      int end = extent(at, to, base);
      int least = indent;
      for (int i = at; i < end; i++) {
        least = lines[i].isBlank() ? least : Math.min(least, indent(i));
      }
      body(at, end, least, around.deeper());
      return end;
    }
    String line = lines[at].substring(Math.min(indent, lines[at].length()));
    if (line.equals("..") || line.startsWith(".. ")) {
      return explicit(at, to, base, line, around);
    }
    if (line.startsWith("__ ") || line.equals("__")) {
      return Math.max(at + 1, extent(at + 1, to, base));
    }
    int title = base == 0 && !around.kind.item() ? titleLines(at, to) : 0;
    if (title > 0) {
      return title(at, title);
    }
    if (RstTables.GRID.matcher(line).matches()) {
      return tables.grid(at, to);
    }
    if (RstTables.SIMPLE.matcher(line).matches()) {
      int end = tables.simple(at, to);
      if (end > at) {
        return end;
      }
    }
    if (rule(line) && line.length() >= 4 && !line.startsWith("::")) {
      return at + 1;
    }
    if (line.startsWith(">>> ")) {
      return literal(at, paragraphEnd(at, to, base));
    }
    if (line.startsWith("| ") || line.equals("|")) {
      return lineBlock(at, to, base, around);
    }
    return item(at, to, base, line, around);
  }

  private int title(int at, int size) {
    String style = (size == 3 ? "over" : "") + lines[at + 1 == at + size - 1 ? at + 1 : at].charAt(0);
    if (!styles.contains(style)) {
      styles.add(style);
    }
    int line = size == 3 ? at + 1 : at;
    shown.block(Kind.HEADING, Math.min(6, styles.indexOf(style) + 1), line, words.of(lines[line].strip()).strip());
    marker = "";
    term = -1;
    return at + size;
  }

  private int item(int at, int to, int base, String line, Around around) {
    Matcher bullet = BULLET.matcher(line);
    if (bullet.matches()) {
      return listItem(at, to, base, bullet, Kind.LIST_ITEM, "- ", around);
    }
    Matcher numbered = NUMBERED.matcher(line);
    if (numbered.matches() && listed(at, to, base, numbered)) {
      String number = numbered.group("number");
      count = number.equals("#") ? count + 1 : number.matches("\\d+") ? Integer.parseInt(number) : 0;
      String mark = numbered.group("mark").replace("#", Integer.toString(count));
      return listItem(at, to, base, numbered, Kind.STEP, mark + " ", around);
    }
    count = 0;
    Matcher field = FIELD.matcher(line);
    if (field.matches()) {
      return field(at, to, base, field, around);
    }
    if (OPTION_ITEM.matcher(line).matches()) {
      int end = Math.max(at + 1, extent(at + 1, to, base));
      int textEnd = paragraphEnd(at, end, base);
      shown.block(Kind.LIST_ITEM, around.level, "- ", at, said(at, textEnd));
      body(textEnd, end, base + 1, around.within(Kind.LIST_ITEM));
      return end;
    }
    boolean defines = at + 1 < to && !lines[at + 1].isBlank() && indent(at + 1) > base && !line.endsWith("::");
    if (defines) {
      int end = extent(at + 1, to, base);
      define(at, at + 1, end, words.of(line), around.within(Kind.LIST_ITEM));
      return end;
    }
    return paragraph(at, to, base, around);
  }

  /** The number of the last item of a list that leaves counting to the renderer. */
  private int count = 0;

  /** Whether what looks like a number is one: "A. Smith came" isn't. */
  private boolean listed(int at, int to, int base, Matcher numbered) {
    if (!Character.isLetter(numbered.group("number").charAt(0))) {
      return true;
    }
    int column = indent(at) + numbered.start("words");
    int next = at + 1;
    while (next < to && !lines[next].isBlank() && indent(next) >= column) {
      next++;
    }
    return next >= to || lines[next].isBlank() || indent(next) == base
        && NUMBERED.matcher(lines[next].substring(base)).matches();
  }

  private int listItem(int at, int to, int base, Matcher item, Kind kind, String mark, Around around) {
    int end = Math.max(at + 1, extent(at + 1, to, base));
    String first = item.group("words");
    Around inside = around.within(kind);
    if (around.kind.item()) {
      showTerm(around);
    }
    marker = mark;
    int number = count;
    if (first == null || first.isBlank()) {
      body(at + 1, end, firstIndent(at + 1, end, base + 1), inside);
    } else {
      // The mark gives way, so that what stands behind it is read as any other line.
      lines[at] = " ".repeat(indent(at) + item.start("words")) + first.stripLeading();
      int column = indent(at);
      for (int i = at + 1; i < end; i++) {
        column = lines[i].isBlank() ? column : Math.min(column, indent(i));
      }
      lines[at] = " ".repeat(column) + first.stripLeading();
      body(at, end, column, inside);
    }
    marker = "";
    count = number;
    return end;
  }

  private int firstIndent(int from, int to, int least) {
    int first = firstWords(from, to);
    return first < to ? Math.max(least, indent(first)) : least;
  }

  private int field(int at, int to, int base, Matcher field, Around around) {
    int end = Math.max(at + 1, extent(at + 1, to, base));
    String first = field.group("words");
    boolean empty = (first == null || first.isBlank()) && firstWords(at + 1, end) == end;
    if (empty) {
      return end;
    }
    String name = words.of(field.group("name")).strip() + ":";
    if (first == null || first.isBlank()) {
      define(at, at + 1, end, name, around.within(Kind.LIST_ITEM));
      return end;
    }
    int textEnd = paragraphEnd(at, end, base);
    String text = name + " " + words.of(first) + (textEnd > at + 1 ? "\n" + words.of(raw(at + 1, textEnd)) : "");
    shown.named(around.kind.item() ? around.level + 1 : around.level, at, List.of(text.split("\n", -1)));
    body(textEnd, end, firstIndent(textEnd, end, base + 1), around.within(Kind.LIST_ITEM));
    return end;
  }

  /** A name and below it what it means: one block up to the end of the first paragraph. */
  private void define(int at, int from, int end, String name, Around inside) {
    if (inside.kind.item()) {
      showTerm(inside);
    }
    marker = "";
    String before = ShownLines.indentation(inside.level);
    shown.show(at, before + name.replace('\n', ' ').strip());
    term = at;
    body(from, end, firstIndent(from, end, 1), inside);
    showTerm(inside);
  }

  /** A name with nothing below it that could be one block with it. */
  private void showTerm(Around around) {
    if (term >= 0) {
      shown.block(around.kind, around.kind.item() ? around.level : 0, term, term);
      term = -1;
    }
    if (!marker.isEmpty()) {
      marker = "";
    }
  }

  private int paragraphEnd(int at, int to, int base) {
    int end = at + 1;
    while (end < to && !lines[end].isBlank() && indent(end) >= base) {
      end++;
    }
    return end;
  }

  private String raw(int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : "\n").append(lines[i].strip());
    }
    return text.toString();
  }

  private List<String> said(int from, int to) {
    return List.of(words.of(raw(from, to)).split("\n", -1));
  }

  private int paragraph(int at, int to, int base, Around around) {
    int end = paragraphEnd(at, to, base);
    String raw = raw(at, end);
    boolean literal = raw.endsWith("::");
    if (literal) {
      raw = raw.equals("::") || raw.endsWith(" ::") || raw.endsWith("\n::")
          ? raw.substring(0, raw.length() - 2)
          : raw.substring(0, raw.length() - 1);
    }
    List<String> text = List.of(words.of(raw).split("\n", -1));
    if (term >= 0) {
      // Without a mark of its own it goes on below its name.
      for (int i = 0; i < text.size(); i++) {
        shown.show(at + i,
            text.get(i).isBlank() ? "" : ShownLines.indentation(around.level) + "  " + text.get(i).strip());
      }
      shown.block(around.kind, around.kind.item() ? around.level : 0, term, end - 1);
      term = -1;
    } else if (!raw.isBlank()) {
      shown.block(around.kind, around.level, marker, at, text);
    }
    marker = raw.isBlank() ? marker : "";
    return literal ? literalBelow(end, to, base) : end;
  }

  private int literalBelow(int from, int to, int base) {
    int first = firstWords(from, to);
    if (first == to) {
      return to;
    }
    if (indent(first) > base) {
      return literal(first, extent(first, to, base));
    }
    // A quoted one: each line begins with the same sign.
    char sign = lines[first].charAt(indent(first));
    int end = first;
    while (end < to && indent(end) == base && lines[end].length() > base && lines[end].charAt(base) == sign
        && !Character.isLetterOrDigit(sign)) {
      end++;
    }
    return end == first ? first : literal(first, end);
  }

  private int literal(int from, int to) {
    int least = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      least = lines[i].isBlank() ? least : Math.min(least, indent(i));
    }
    var code = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      code.add(lines[i].isBlank() ? "" : lines[i].substring(least));
    }
    if (to > from) {
      shown.code(from, code);
    }
    return to;
  }

  private int lineBlock(int at, int to, int base, Around around) {
    int end = at;
    var text = new ArrayList<String>();
    while (end < to && !lines[end].isBlank() && indent(end) >= base) {
      String line = lines[end].strip();
      text.add(line.startsWith("|") ? line.substring(1).strip() : line);
      end++;
    }
    shown.block(around.kind, around.level, marker, at, List.of(words.of(String.join("\n", text)).split("\n", -1)));
    marker = "";
    return end;
  }

  private int explicit(int at, int to, int base, String line, Around around) {
    int end = Math.max(at + 1, extent(at + 1, to, base));
    Matcher directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      if (directive.group("name") == null) {
        directive(at, end, base, directive, around);
      }
      return end;
    }
    Matcher note = NOTE.matcher(line);
    if (note.matches()) {
      boolean citation = Character.isLetter(note.group("mark").charAt(0));
      lines[at] = " ".repeat(base + 3) + (citation ? "[" + note.group("mark") + "] " : "")
          + (note.group("words") == null ? "" : note.group("words"));
      body(at, end, lines[at].isBlank() ? firstIndent(at + 1, end, base + 1) : base + 3, around.deeper());
      return end;
    }
    // A target, or a comment; an empty one takes nothing with it.
    return line.equals("..") && at + 1 < to && lines[at + 1].isBlank() ? at + 1 : end;
  }

  private void directive(int at, int end, int base, Matcher directive, Around around) {
    String whole = directive.group("kind").toLowerCase(Locale.ROOT);
    String kind = whole.contains(":") ? whole : whole;
    String first = directive.group("words") == null ? "" : directive.group("words").strip();
    if (UNSHOWN.contains(kind)) {
      return;
    }
    String label = LABELS.get(kind);
    if (label != null) {
      admonition(at, end, base, label, first, around);
      return;
    }
    int options = at + 1;
    var more = new StringBuilder(first);
    while (options < end && !lines[options].isBlank() && !OPTION.matcher(lines[options]).matches()
        && !CODE.contains(kind) && !first.isEmpty() && indent(options) > base && !VERSIONS.containsKey(kind)
        && !TITLED.contains(kind)) {
      more.append('\n').append(lines[options].strip());
      options++;
    }
    int content = options;
    while (content < end && OPTION.matcher(lines[content]).matches()) {
      content++;
    }
    if (CODE.contains(kind)) {
      int code = firstWords(content, end);
      if (kind.equals("math") && !first.isEmpty()) {
        shown.block(Kind.CODE, 0, at, first);
      }
      literal(code, end);
    } else if (VERSIONS.containsKey(kind)) {
      version(at, content, end, VERSIONS.getOrDefault(kind, ""), first, around);
    } else if (kind.equals("list-table") || kind.equals("csv-table")) {
      table(kind, at, options, content, end, first, around);
    } else if (TITLED.contains(kind)) {
      if (!UNTITLED.contains(kind) && !first.isEmpty()) {
        shown.block(around.kind, around.level, marker, at, List.of(words.of(first)));
        marker = "";
      }
      body(content, end, firstIndent(content, end, base + 1), around.deeper());
    } else {
      described(at, options, content, end, base, more.toString(), around);
    }
  }

  private void admonition(int at, int end, int base, String label, String first, Around around) {
    int content = at + 1;
    if (first.isEmpty()) {
      while (content < end && OPTION.matcher(lines[content]).matches()) {
        content++;
      }
      shown.block(around.kind, around.level, marker, at, List.of(label));
      marker = "";
      body(content, end, firstIndent(content, end, base + 1), around.deeper());
      return;
    }
    int textEnd = paragraphEnd(at, end, base);
    boolean literal = first.endsWith("::") && textEnd == at + 1;
    String text = raw(at + 1, textEnd);
    String said = first + (text.isEmpty() ? "" : "\n" + text);
    shown.block(around.kind, around.level, marker, at, List.of((label + ": " + words.of(said)).split("\n", -1)));
    marker = "";
    int below = literal ? literalBelow(textEnd, end, base) : textEnd;
    body(below, end, firstIndent(below, end, base + 1), around.deeper());
  }

  private void version(int at, int content, int end, String label, String first, Around around) {
    Matcher version = VERSION.matcher(first);
    String number = version.matches() ? version.group(1) : "";
    String rest = version.matches() && version.group(2) != null ? version.group(2) : "";
    int textEnd = rest.isEmpty() ? at + 1 : paragraphEnd(at, end, 0);
    String text = raw(at + 1, textEnd);
    String said = label + " " + number + (rest.isEmpty() ? "" : ": " + rest) + (text.isEmpty() ? "" : "\n" + text);
    showTerm(around);
    shown.block(around.kind, around.level, marker, at, List.of(words.of(said).split("\n", -1)));
    marker = "";
    int below = Math.max(content, textEnd);
    body(below, end, firstIndent(below, end, 1), around.deeper());
  }

  private void table(String kind, int at, int options, int content, int end, String title, Around around) {
    if (!title.isEmpty()) {
      shown.block(around.kind, around.level, marker, at, List.of(words.of(title)));
    }
    marker = "";
    int heads = 0;
    String header = "";
    for (int i = options; i < content; i++) {
      String option = lines[i].strip();
      if (option.startsWith(":header-rows:")) {
        String count = option.substring(13).strip();
        heads = count.matches("\\d{1,3}") ? Integer.parseInt(count) : 0;
      } else if (option.startsWith(":header:")) {
        header = option.substring(8).strip();
      }
    }
    if (kind.equals("list-table")) {
      tables.list(content, end, heads);
    } else {
      tables.values(firstWords(content, end), end, header, heads);
    }
  }

  /** An option, a setting, a function: its names, and below them what is said of it. */
  private void described(int at, int options, int content, int end, int base, String names, Around around) {
    if (names.isBlank()) {
      body(content, end, firstIndent(content, end, base + 1), around.deeper());
      return;
    }
    showTerm(around);
    String[] all = names.split("\n", -1);
    for (int i = 0; i < all.length && at + i < options; i++) {
      shown.show(at + i, ShownLines.indentation(around.kind.item() ? around.level + 1 : around.level)
          + all[i].replace("\\", "").strip());
    }
    if (all.length > 1) {
      shown.block(Kind.LIST_ITEM, around.kind.item() ? around.level + 1 : around.level, at, at + all.length - 1);
    }
    term = all.length > 1 ? -1 : at;
    Around inside = around.within(Kind.LIST_ITEM);
    body(content, end, firstIndent(content, end, base + 1), inside);
    showTerm(inside);
  }
}

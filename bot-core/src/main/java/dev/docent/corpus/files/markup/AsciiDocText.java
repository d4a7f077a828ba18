package dev.docent.corpus.files.markup;

import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.files.format.Extracted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader of a page made from AsciiDoc sees, in the lines of its source. */
final class AsciiDocText {
  private static final Pattern HEADING = Pattern
      .compile("(?<mark>={1,6}|#{1,6})\\s+(?<words>\\S.*?)(?:\\s+\\k<mark>)?");
  private static final Pattern ATTRIBUTE = Pattern.compile(":(?<name>!?\\w[\\w-]{0,80}!?):(?:\\s+(?<value>.*))?");
  private static final Pattern METADATA = Pattern.compile("\\[(?:\\[[^\\[\\]]*]|[^\\[\\]]*|[^\\[\\]]*\\[[^\\[\\]]*])]");
  private static final Pattern ANCHOR = Pattern.compile("\\[\\[([^\\],]+)[^\\]]*]]|\\[[^\\]]*?#([\\w-]+)[^\\]]*]");
  private static final Pattern FENCE = Pattern
      .compile("-{4,}|\\.{4,}|\\+{4,}|={4,}|\\*{4,}|_{4,}|/{4,}|--|```+.*|~{4,}");
  private static final Pattern TABLE = Pattern.compile("(?<separator>[|,:!])={3,}");
  private static final Pattern DIRECTIVE = Pattern
      .compile(
          "(?<name>include|ifdef|ifndef|ifeval|endif|toc|image|video|audio)::(?<target>[^\\s\\[]*)\\[(?<text>.*)]");
  private static final Pattern BLOCK_MACRO = Pattern.compile("[a-z][\\w-]{1,30}::\\S*\\[.*]");
  private static final Pattern ITEM = Pattern
      .compile("\\s*(?<mark>\\*{1,6}|\\.{1,6}|-|•|\\d{1,9}\\.|[a-zA-Z]\\.|<(?:\\d{1,3}|\\.)>)\\s+(?<words>\\S.*)");
  private static final Pattern TERM_MARK = Pattern.compile("(?<mark>:{2,4}|;;)(?=\\s|$)");
  private static final Pattern ADMONITION = Pattern.compile("(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)");
  private static final Pattern CALLOUT = Pattern
      .compile("(?:\\s*(?://|#|--|;;)?\\s*<(?:\\d{1,3}|\\.|!--\\d{1,3}--)>){1,20}+$");
  private static final Pattern RULE = Pattern.compile("'{3,}|-{3}|\\*{3}|<{3,}|- - -|\\* \\* \\*");

  private final String[] lines;
  private final ShownLines shown;
  private final Map<String, String> attributes = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final AsciiDocWords words = new AsciiDocWords(attributes, titles);
  /** The marks of the lists around, outermost first, and of each the number of its last item. */
  private final List<String> marks = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  /** What stands in brackets above the next block. */
  private String metadata = "";
  /** Whether what follows belongs to the item before it. */
  private boolean attached = false;
  /** Where an item's name stands whose meaning is still to come; -1 for none. */
  private int term = -1;
  private String title = "";

  private AsciiDocText(String source) {
    this.lines = source.replace('\r', ' ').split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].stripTrailing();
    }
    this.shown = new ShownLines(lines.length);
  }

  static Extracted of(String source) {
    var reading = new AsciiDocText(source);
    reading.names();
    for (int at = reading.frontMatter(); at < reading.lines.length;) {
      at = reading.element(at);
    }
    reading.showTerm();
    return reading.shown.extracted(reading.title);
  }

  /** Sites of pages have one here as well. */
  private int frontMatter() {
    if (!lines[0].equals("---")) {
      return 0;
    }
    for (int i = 1; i < Math.min(lines.length, 200); i++) {
      if (lines[i].equals("---")) {
        return i + 1;
      }
      if (lines[i].toLowerCase(Locale.ROOT).startsWith("title:")) {
        title = lines[i].substring(6).replaceAll("^\\s*[\"']?|[\"']?\\s*$", "");
      }
    }
    title = "";
    return 0;
  }

  /** The titles below anchors, so that what refers to them can say them. */
  private void names() {
    for (int i = 0; i + 1 < lines.length; i++) {
      Matcher anchor = ANCHOR.matcher(lines[i]);
      if (anchor.matches()) {
        Matcher heading = HEADING.matcher(lines[i + 1]);
        if (heading.matches()) {
          titles.put(anchor.group(1) != null ? anchor.group(1) : anchor.group(2),
              new AsciiDocWords(attributes, Map.of()).of(heading.group("words")));
        }
      }
    }
  }

  /** Behind the element that begins in the line. */
  private int element(int at) {
    String line = lines[at];
    if (line.isBlank()) {
      return at + 1;
    }
    if (line.equals("+")) {
      attached = true;
      return at + 1;
    }
    Matcher attribute = ATTRIBUTE.matcher(line);
    if (attribute.matches()) {
      return attribute(at, attribute);
    }
    if (line.startsWith("//") && !line.startsWith("///")) {
      return at + 1;
    }
    Matcher directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      return directive(at, directive);
    }
    if (line.endsWith("]") && BLOCK_MACRO.matcher(line).matches() || RULE.matcher(line).matches()) {
      metadata = "";
      return at + 1;
    }
    Matcher table = TABLE.matcher(line);
    if (table.matches()) {
      return table(at, table.group("separator").charAt(0));
    }
    if (fence(line)) {
      return fenced(at, line);
    }
    if (metadata(line)) {
      return metadata(at, line);
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      leaveLists();
      shown.block(Kind.HEADING, heading.group("mark").length(), at, words.of(heading.group("words")));
      metadata = "";
      return heading.group("mark").length() == 1 ? header(at + 1) : at + 1;
    }
    if (underlined(at)) {
      leaveLists();
      shown.block(Kind.HEADING, "=-~^+".indexOf(lines[at + 1].charAt(0)) + 1, at, words.of(line.strip()));
      return at + 2;
    }
    if (line.startsWith(".") && line.length() > 2 && !Character.isWhitespace(line.charAt(1)) && line.charAt(1) != '.') {
      shown.block(Kind.PARAGRAPH, 0, at, words.of(line.substring(1)));
      return at + 1;
    }
    return text(at, line);
  }

  /** Below the title of all, up to an empty line: who wrote it, and attributes. */
  private int header(int from) {
    int at = from;
    while (at < lines.length && !lines[at].isBlank() && !HEADING.matcher(lines[at]).matches()) {
      Matcher attribute = ATTRIBUTE.matcher(lines[at]);
      if (attribute.matches()) {
        at = attribute(at, attribute);
      } else {
        if (!lines[at].startsWith("//") && !DIRECTIVE.matcher(lines[at]).matches()) {
          shown.block(Kind.PARAGRAPH, 0, at, words.of(lines[at]));
        }
        at++;
      }
    }
    return at;
  }

  private int attribute(int at, Matcher attribute) {
    String name = attribute.group("name").toLowerCase(Locale.ROOT);
    var value = new StringBuilder(attribute.group("value") == null ? "" : attribute.group("value"));
    int end = at + 1;
    while (value.toString().endsWith(" \\") && end < lines.length && value.length() < 10_000) {
      value.setLength(value.length() - 1);
      value.append(lines[end++].strip());
    }
    // Words alone: one that is made of others could grow without end.
    if (value.length() <= 200 && value.indexOf("{") < 0) {
      attributes.put(name, value.toString().strip());
    }
    return end;
  }

  private int directive(int at, Matcher directive) {
    String text = directive.group("text");
    boolean conditional = directive.group("name").startsWith("if") && !directive.group("name").equals("ifeval");
    if (conditional && !text.isEmpty()) {
      shown.show(at, words.of(text));
    } else if (directive.group("name").equals("image")) {
      int comma = text.indexOf(',');
      String said = (comma < 0 ? text : text.substring(0, comma)).replace("\"", "");
      shown.show(at, MarkdownWords.words(said) && said.indexOf('=') < 0 ? words.of(said) : "");
    }
    metadata = "";
    return at + 1;
  }

  private static boolean fence(String line) {
    return !line.isEmpty() && "-.+=*_/`~".indexOf(line.charAt(0)) >= 0 && FENCE.matcher(line).matches();
  }

  private static boolean metadata(String line) {
    return line.startsWith("[") && line.endsWith("]") && METADATA.matcher(line).matches();
  }

  private int metadata(int at, String line) {
    String inside = line.substring(1, line.length() - 1);
    if (ADMONITION.matcher(inside).matches()) {
      shown.block(kind(), kind().item() ? level() : 0, at, inside);
    }
    metadata = inside.startsWith("[") ? metadata : inside;
    return at + 1;
  }

  private boolean styled(String... styles) {
    String style = metadata.split("[,.#%]", 2)[0].strip();
    return List.of(styles).contains(style);
  }

  private int table(int at, char separator) {
    int end = at + 1;
    while (end < lines.length && !lines[end].equals(lines[at])) {
      end++;
    }
    boolean commas = separator == ',' || metadata.contains("format=csv") || metadata.contains("format=\"csv\"");
    new AsciiDocTable(shown, words::of).read(lines, at + 1, end, metadata, commas ? ',' : separator == ':' ? ':' : '|');
    metadata = "";
    attached = false;
    return Math.min(lines.length, end + 1);
  }

  /** A block between marks: as it stands, not shown at all, or read as if the marks weren't there. */
  private int fenced(int at, String mark) {
    boolean ticks = mark.startsWith("`");
    String closing = ticks ? mark.replaceFirst("[^`].*", "") : mark;
    boolean code = ticks || mark.startsWith("----") || mark.startsWith("....")
        || mark.equals("--") && styled("source", "listing", "literal");
    boolean unshown = mark.startsWith("////") || mark.startsWith("++++") || styled("comment");
    if (!code && !unshown) {
      metadata = "";
      return at + 1;
    }
    int end = at + 1;
    while (end < lines.length && !lines[end].equals(closing)) {
      end++;
    }
    if (!unshown) {
      code(at + 1, end);
    } else if (mark.startsWith("++++") && !styled("stem", "latexmath", "asciimath")) {
      html(at + 1, end);
    }
    metadata = "";
    attached = false;
    return Math.min(lines.length, end + 1);
  }

  private void code(int from, int to) {
    showTerm();
    var code = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      code.add(lines[i].startsWith("include::") ? "" : CALLOUT.matcher(lines[i]).replaceFirst(""));
    }
    if (to > from) {
      shown.code(from, code);
    }
  }

  private void html(int from, int to) {
    for (HtmlWords.Part part : HtmlWords.of(String.join("\n", List.of(lines).subList(from, to)))) {
      if (part instanceof HtmlWords.Part.Text(Kind kind, int level, int line, String said)) {
        shown.block(kind, level, "", from + line, List.of(said.split("\n", -1)));
      }
    }
  }

  /** Whether the line is a title with a rule of its own length below it. */
  private boolean underlined(int at) {
    if (at + 1 >= lines.length || lines[at + 1].length() < 3 || at > 0 && !lines[at - 1].isBlank()
        && !METADATA.matcher(lines[at - 1]).matches()) {
      return false;
    }
    String rule = lines[at + 1];
    char sign = rule.charAt(0);
    return "=-~^+".indexOf(sign) >= 0 && rule.chars().allMatch(c -> c == sign) && Math.abs(rule.length()
        - lines[at].codePointCount(0, lines[at].length())) <= 2 && Character.isLetterOrDigit(lines[at].codePointAt(0));
  }

  private Kind kind() {
    return marks.isEmpty() ? Kind.PARAGRAPH : step(marks.getLast()) ? Kind.STEP : Kind.LIST_ITEM;
  }

  private static boolean step(String mark) {
    return !mark.equals("term") && (mark.startsWith(".") || mark.equals("1") || mark.startsWith("<"));
  }

  private int level() {
    return Math.max(0, marks.size() - 1);
  }

  private void leaveLists() {
    showTerm();
    marks.clear();
    numbers.clear();
    attached = false;
  }

  private int text(int at, String line) {
    Matcher item = ITEM.matcher(line);
    if (item.matches() && !(item.group("mark").matches("[a-zA-Z]\\.") && !lettered(at))) {
      return item(at, item);
    }
    int marked = termEnd(line);
    if (marked > 0) {
      return term(at, line, marked);
    }
    boolean begins = at == 0 || lines[at - 1].isBlank() || DIRECTIVE.matcher(lines[at - 1]).matches();
    if (!marks.isEmpty() && !attached && term < 0 && begins && !Character.isWhitespace(line.charAt(0))) {
      leaveLists();
    }
    int end = paragraphEnd(at);
    if (styled("source", "listing", "literal", "stem") || Character.isWhitespace(line.charAt(0)) && term < 0) {
      boolean quoted = Character.isWhitespace(line.charAt(0)) && !marks.isEmpty() && !begins;
      if (!quoted) {
        code(at, end);
        metadata = "";
        attached = false;
        return end;
      }
    }
    paragraph(at, end, "");
    metadata = "";
    attached = false;
    return end;
  }

  private boolean lettered(int at) {
    return at + 1 >= lines.length || lines[at + 1].isBlank() || ITEM.matcher(lines[at + 1]).matches();
  }

  private void paragraph(int at, int end, String marker) {
    var raw = new StringBuilder();
    for (int i = at; i < end; i++) {
      String line = lines[i].startsWith("//") && !lines[i].startsWith("///") ? "" : lines[i].strip();
      raw.append(i == at ? "" : "\n").append(line);
    }
    List<String> said = List.of(words.of(raw.toString()).split("\n", -1));
    if (term >= 0) {
      for (int i = 0; i < said.size(); i++) {
        shown.show(at + i, said.get(i).isBlank() ? "" : ShownLines.indentation(level()) + "  " + said.get(i).strip());
      }
      shown.block(Kind.LIST_ITEM, level(), term, end - 1);
      term = -1;
    } else {
      shown.block(kind(), level(), marker, at, said);
    }
  }

  private int paragraphEnd(int at) {
    int end = at + 1;
    while (end < lines.length && !lines[end].isBlank() && !lines[end].equals("+")
        && !fence(lines[end])
        && !TABLE.matcher(lines[end]).matches() && !metadata(lines[end])
        && !DIRECTIVE.matcher(lines[end]).matches() && (marks.isEmpty() || !ITEM.matcher(lines[end]).matches()
            && termEnd(lines[end]) < 0)) {
      end++;
    }
    return end;
  }

  private int item(int at, Matcher item) {
    showTerm();
    String mark = item.group("mark");
    boolean numbered = Character.isDigit(mark.charAt(0));
    String kind = numbered ? "1" : Character.isLetter(mark.charAt(0)) ? "1a" : mark.startsWith("<") ? "<" : mark;
    if (!marks.isEmpty() && marks.getLast().equals("<") && !kind.equals("<")) {
      leaveLists();
    }
    enter(kind);
    int number = numbers.getLast() + 1;
    if (numbered) {
      number = Integer.parseInt(mark.substring(0, mark.length() - 1));
    }
    numbers.set(numbers.size() - 1, number);
    boolean counted = step(kind);
    lines[at] = item.group("words");
    int end = paragraphEnd(at);
    String marker = counted ? number + ". " : kind.equals("1a") ? mark + " " : "- ";
    paragraph(at, end, marker);
    attached = false;
    metadata = "";
    return end;
  }

  /** Goes on in the list of the mark, or begins one in the list before. */
  private void enter(String mark) {
    int at = marks.indexOf(mark);
    if (at < 0) {
      marks.add(mark);
      numbers.add(0);
      return;
    }
    while (marks.size() > at + 1) {
      marks.removeLast();
      numbers.removeLast();
    }
  }

  /** Where a name ends that is explained; -1 if the line names nothing. */
  private static int termEnd(String line) {
    Matcher mark = TERM_MARK.matcher(line);
    return mark.find() && mark.start() > 0 && !line.substring(0, mark.start()).isBlank() && mark.start() < 200
        ? mark.start()
        : -1;
  }

  private int term(int at, String line, int end) {
    showTerm();
    int behind = end;
    while (behind < line.length() && line.charAt(behind) == line.charAt(end)) {
      behind++;
    }
    enter("term");
    String name = words.of(line.substring(0, end).strip());
    String meaning = line.substring(behind).strip();
    if (meaning.isEmpty()) {
      shown.show(at, ShownLines.indentation(level()) + name);
      term = at;
      return at + 1;
    }
    int to = paragraphEnd(at);
    var raw = new StringBuilder(meaning);
    for (int i = at + 1; i < to; i++) {
      raw.append('\n').append(lines[i].strip());
    }
    String[] said = words.of(raw.toString()).split("\n", -1);
    shown.show(at, ShownLines.indentation(level()) + name + ": " + said[0]);
    for (int i = 1; i < said.length; i++) {
      shown.show(at + i, ShownLines.indentation(level()) + "  " + said[i].strip());
    }
    shown.block(Kind.LIST_ITEM, level(), at, to - 1);
    return to;
  }

  /** A name below which nothing stands that could be one block with it. */
  private void showTerm() {
    if (term >= 0) {
      shown.block(Kind.LIST_ITEM, level(), term, term);
      term = -1;
    }
  }
}

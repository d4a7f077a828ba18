package dev.docent.langchain4j.reply;

import dev.docent.answer.Draft.Form;
import dev.docent.corpus.Language;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/**
 * Reads what a model writes, piece by piece, as Markdown: into sentences, items, tables and code with the passages they
 * cite, each as soon as its block is complete. What a model writes around its answer, its thoughts, wrappers and lists of sources,
 * is no statement. For one thread.
 */
public final class Reply {
  /** No answer is longer; what goes on is a model that has lost its way. In characters. */
  private static final int LONGEST = 60_000;
  private static final Pattern DEEP = Pattern.compile("(?m)^[ \\t>*+-]{40,}");
  /** Items that were run into one line, by their bullets or their numbers. */
  private static final Pattern RUN_IN = Pattern
      .compile(
          "(?<=[\\]】).:;!?\\p{L}\\p{Nd}`*])\\s+(?=[•●▪◦‣]\\s*\\S)|(?<=[\\]】).:;!?])\\s+(?=(?:[-*–]|\\d{1,2}[.)])\\s+\\S)");
  private static final Pattern BULLET = Pattern.compile("(?m)^([ \\t]*)[•●▪◦‣–](?=[ \\t])");
  private static final Pattern TIGHT_BULLET = Pattern.compile("(?m)^([ \\t]*)[•●▪◦‣–][ \\t]*");
  private static final Pattern BOLD = Pattern
      .compile("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*|(?<![\\w`])__(?=\\S)(.+?)(?<=\\S)__(?![\\w`])");
  private static final Pattern BOLD_LINE = Pattern.compile("\\s*(?:\\*\\*|__)[^*_\\n]+(?:\\*\\*|__)\\s*:?\\s*");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([_*\\[\\]#`.!()-])");
  private static final Pattern OPEN_LINE = Pattern.compile("(?<=\\n)(?:[ \\t|>*+#`~=•–-]|\\d{1,2}[.)])[^\\n]*$");
  /** A marker beside a full stop, and a sentence behind them. */
  private static final Pattern NEXT_SENTENCE = Pattern
      .compile(
          "(?:[\\]】]\\**\\s*[.!?。！？…]+|[.!?。！？…]+[\"”»’')]*\\s*(?:\\[[^\\]\\n]{1,20}\\]\\s*)+)\\s+(?=[\\p{Lu}\\p{Lo}\"“«])");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
  private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{Nd}]*");
  /** An unmarked beginning this short ("Yes.", a misread "Dr.") belongs to the sentence after it. In words. */
  private static final int SHORT = 3;

  private final Language language;
  private final IntFunction<String> titles;
  private final Predicate<String> named;
  private final StringBuilder raw = new StringBuilder();
  private String told = "";
  private boolean restarted;
  private boolean marked;
  /** Whether what is read next goes on in a paragraph of which sentences were told already. */
  private boolean midway;
  private List<Integer> before = List.of();

  /**
   * @param language which the sentences are likely in
   * @param titles what the passages are called
   * @param named whether a line is what a document is called, as lists of sources have it
   */
  public Reply(Language language, IntFunction<String> titles, Predicate<String> named) {
    this.language = language;
    this.titles = titles;
    this.named = named;
  }

  /** Takes the next piece and gives the statements of the blocks that are now complete. */
  public List<Statement> add(String piece) {
    if (raw.length() < LONGEST) {
      raw.append(piece);
    }
    return piece.chars().anyMatch(Character::isWhitespace) ? read(false) : List.of();
  }

  /** The statements that are left when the model has written everything. */
  public List<Statement> finish() {
    return read(true);
  }

  /** Whether what was told until now turned out to be thought aloud; asked once. */
  public boolean takenBack() {
    boolean was = restarted;
    restarted = false;
    return was;
  }

  /** Whether it ends where a sentence, an item or code may end. */
  public boolean ends() {
    return Thoughts.without(raw.toString()).stripTrailing().matches("(?s).*[.!?。！？…\\]】)`|:\"”»*]");
  }

  private List<Statement> read(boolean last) {
    String written = DEEP.matcher(Thoughts.without(raw.toString())).replaceAll("");
    if (!written.startsWith(told)) {
      restarted = true;
      told = "";
      before = List.of();
    }
    // A line of a list, a table or code says what it is only when all of it is there.
    Matcher open = last ? OPEN_LINE.matcher("") : OPEN_LINE.matcher(written);
    String rest = written.substring(told.length(),
        open.find() ? Math.max(told.length(), open.start()) : written.length());
    boolean wrapped = told.isBlank() && Wrapping.begins(rest);
    if (wrapped && !last) {
      return List.of();
    }
    String text = wrapped ? Wrapping.removed(rest) : rest;
    marked |= Markers.any(text);
    var statements = new ArrayList<Statement>();
    midway = !told.isEmpty() && !told.endsWith("\n") && !text.startsWith("\n");
    int end = blocks(BULLET.matcher(text).replaceAll("$1-"), last, statements);
    told = last || end == 0 ? told : written.substring(0, Math.min(written.length(), told.length() + end));
    return statements;
  }

  /** Reads the blocks that are complete; how far they go. */
  private int blocks(String text, boolean last, List<Statement> into) {
    List<Node> nodes = Blocks.of(text);
    int complete = last ? nodes.size() : nodes.size() - 1;
    while (!last && complete > 0 && leads(nodes.get(complete - 1), text)) {
      complete--;
    }
    int end = 0;
    for (int i = 0; i < complete; i++) {
      Node next = i + 1 < nodes.size() ? nodes.get(i + 1) : null;
      boolean toSources = next != null && leads(nodes.get(i), text) && sources(next, text);
      boolean toWords = next instanceof Paragraph && nodes.get(i) instanceof Paragraph && leads(nodes.get(i), text)
          && !BOLD_LINE.matcher(Blocks.source(nodes.get(i), text)).matches()
          && !RUN_IN.matcher(Blocks.source(next, text)).find();
      if (!toSources && !toWords && !sources(nodes.get(i), text)) {
        List<Statement> block = covered(block(nodes.get(i), text, ""));
        midway = false;
        block.forEach(this::add);
        into.addAll(block);
      }
      end = Blocks.end(nodes.get(i));
    }
    return last || complete < nodes.size() - 1 || nodes.isEmpty() ? end : sentences(nodes.getLast(), text, end, into);
  }

  /** The sentences of a paragraph that isn't complete, up to the last marker that a further sentence follows; how far they go. */
  private int sentences(Node node, String text, int end, List<Statement> into) {
    String source = Blocks.source(node, text);
    Matcher stop = NEXT_SENTENCE.matcher(source);
    int cut = 0;
    while (node instanceof Paragraph && stop.find()) {
      cut = stop.end();
    }
    if (cut == 0 || RUN_IN.matcher(source).find() || BOLD_LINE.matcher(source).lookingAt() || sources(node, text)) {
      return end;
    }
    List<Statement> told = covered(plain(source.substring(0, cut)));
    told.forEach(this::add);
    into.addAll(told);
    midway = true;
    return Blocks.end(node) - source.length() + cut;
  }

  private void add(Statement statement) {
    before = statement.passages().isEmpty() ? before : statement.passages();
  }

  private List<Statement> block(Node node, String text, String indent) {
    String source = Blocks.source(node, text);
    return switch (node) {
      case Heading h -> leading(source.replaceAll("(?m)^\\s*#+\\s*|\\s*#*\\s*$|^[=-]+\\s*$", ""));
      case ListBlock list -> items(list, text, indent);
      case FencedCodeBlock code -> whole(indented(source, indent), List.of());
      case IndentedCodeBlock code -> whole("```\n" + code.getLiteral().stripTrailing() + "\n```", List.of());
      case TableBlock table -> table(source);
      case BlockQuote quote -> sentences("“" + source.replaceAll("(?m)^\\s*>\\s?", "").replaceAll("[“”\"]", "").strip()
          + "”", "");
      case ThematicBreak line -> List.of();
      case LinkReferenceDefinition definition -> List.of();
      default -> paragraph(source);
    };
  }

  private List<Statement> paragraph(String source) {
    String apart = RUN_IN.matcher(source).replaceAll("\n");
    if (!apart.equals(source)
        && apart.lines().filter(line -> line.matches("\\s*(?:[-*•●▪◦‣–]|\\d{1,2}[.)])\\s+.*")).count() > 1) {
      var statements = new ArrayList<Statement>();
      // A list must not run on from the line above it.
      String items = TIGHT_BULLET.matcher(apart)
          .replaceAll("$1- ")
          .replaceFirst("(?m)\\n(?=\\s*(?:[-*]|\\d{1,2}[.)])\\s)", "\n\n");
      for (Node node : Blocks.of(items)) {
        statements.addAll(node instanceof ListBlock ? block(node, items, "") : plain(Blocks.source(node, items)));
      }
      return statements;
    }
    return plain(source);
  }

  private List<Statement> plain(String source) {
    return BOLD_LINE.matcher(source).matches() && !Markers.any(source) ? leading(source) : sentences(source, "");
  }

  private static List<Statement> leading(String source) {
    String text = unmarked(source);
    return WORDLESS.matcher(text).matches()
        ? List.of()
        : List.of(new Statement(text, List.of(), List.of(), Form.LEADING));
  }

  private List<Statement> items(ListBlock list, String text, String indent) {
    var statements = new ArrayList<Statement>();
    int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
        ? ordered.getMarkerStartNumber()
        : 1;
    for (Node item : Blocks.children(list)) {
      if (item instanceof ListItem) {
        String mark = indent + (list instanceof OrderedList ? number++ + ". " : "- ");
        boolean first = true;
        for (Node child : Blocks.children(item)) {
          if (child instanceof Paragraph) {
            statements.addAll(sentences(Blocks.source(child, text), first ? mark : indent + "   "));
          } else {
            statements.addAll(block(child, text, indent + "   "));
          }
          first = false;
        }
      }
    }
    return statements;
  }

  private List<Statement> table(String source) {
    Set<Integer> cited = new LinkedHashSet<>();
    var lines = new ArrayList<String>();
    for (String line : source.split("\n")) {
      Markers read = Markers.of(unmarked(line), false, n -> "");
      cited.addAll(read.all());
      lines.add(read.text());
    }
    return whole(String.join("\n", lines), List.copyOf(cited));
  }

  private static List<Statement> whole(String text, List<Integer> cited) {
    return List.of(new Statement(text, cited, List.of(), Form.BEGINNING));
  }

  private List<Statement> sentences(String source, String mark) {
    Markers read = Markers.of(unmarked(source.replaceAll("\\s*\\n\\s*", " ").strip()), !marked, titles);
    String text = read.text();
    // No sentence ends within code.
    List<TextRange> ranges = Sentences.of(CODE.matcher(text).replaceAll(code -> "x".repeat(code.group().length())),
        language);
    var statements = new ArrayList<Statement>();
    int from = -1;
    int begin = -1;
    for (int i = 0; i < ranges.size(); i++) {
      int next = i + 1 < ranges.size() ? ranges.get(i + 1).start() : Integer.MAX_VALUE;
      begin = begin < 0 ? ranges.get(i).start() : begin;
      String sentence = text.substring(begin, ranges.get(i).end()).strip();
      List<Integer> cited = List.copyOf(read.between(from, next));
      boolean waits = cited.isEmpty() && i + 1 < ranges.size() && sentence.split("\\s+").length <= SHORT;
      if (!waits) {
        if (!WORDLESS.matcher(sentence).matches()) {
          boolean first = statements.isEmpty() && !(midway && mark.isEmpty());
          boolean leads = cited.isEmpty() && sentence.endsWith(":") && i + 1 == ranges.size();
          statements.add(new Statement(first ? mark + sentence : sentence, cited, List.of(),
              leads ? Form.LEADING : first ? Form.BEGINNING : Form.RUNNING));
        }
        from = next;
        begin = -1;
      }
    }
    return statements;
  }

  /** A marker covers what stands before it in its block up to the last one, and what stands behind the last. */
  private List<Statement> covered(List<Statement> block) {
    var covered = new ArrayList<Statement>();
    List<Integer> next = block.stream()
        .filter(s -> !s.cited().isEmpty())
        .reduce((a, b) -> b)
        .map(Statement::cited)
        .orElse(block.stream().anyMatch(s -> s.text().contains("```")) ? before : List.of());
    for (Statement statement : block.reversed()) {
      next = statement.cited().isEmpty() ? next : statement.cited();
      covered.addFirst(statement.form() == Form.LEADING ? statement : statement.coveredBy(next));
    }
    return covered;
  }

  /** Whether a block only says what follows: it ends with a colon, or is a heading. */
  private static boolean leads(Node node, String text) {
    String source = Blocks.source(node, text).strip();
    return node instanceof Heading
        || node instanceof Paragraph
            && (source.matches("(?s).*:(?:\\*\\*|__)?") || BOLD_LINE.matcher(source).matches());
  }

  /** Whether each line of a block is a marker, what a document is called, or both: a list of sources. */
  private boolean sources(Node node, String text) {
    String source = Blocks.source(node, text);
    List<String> lines = source.lines().filter(line -> !line.isBlank()).toList();
    if (!(node instanceof Paragraph || node instanceof ListBlock) || lines.isEmpty()
        || !Markers.any(source) && lines.stream().noneMatch(line -> named.test(bare(line)))) {
      return false;
    }
    boolean headed = lines.size() > 1 && lines.getFirst().strip().matches("\\P{Nd}{1,30}:\\W*");
    return lines.stream().skip(headed ? 1 : 0).allMatch(line -> {
      String bare = bare(line);
      boolean begins = Markers.of(line.strip(), false, n -> "").cited().getOrDefault(0, Set.of()).size() > 0;
      return named.test(bare) || WORDLESS.matcher(bare).matches() || begins && line.matches(".*[\\]】]\\s*:.*");
    });
  }

  private static String bare(String line) {
    String words = Markers.of(unmarked(line), false, n -> "").text();
    return words.replaceAll("^[\\s*+•–:.-]+|^\\s*\\d{1,2}[.)]\\s+|[\\s:.*-]+$", "").strip();
  }

  private static String unmarked(String source) {
    String bold = BOLD.matcher(source)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? m.group(2) : m.group(1)));
    return source.indexOf('`') >= 0 ? bold : ESCAPED.matcher(bold).replaceAll("$1");
  }

  private static String indented(String code, String indent) {
    return code.lines()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading())
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}

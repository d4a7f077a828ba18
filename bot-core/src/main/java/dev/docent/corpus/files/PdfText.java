package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pages put together to one text: words that were parted at the end of a line are whole again, a sentence runs on over
 * the end of a page, and lines that stand on every page are left out.
 */
final class PdfText {
  private static final Pattern PARTED = Pattern
      .compile("([\\p{L}\\p{M}]{2,})[-\\u2010\\u00AD]\\n(\\p{Ll}[\\p{L}\\p{M}]*+)");
  private static final Pattern PARTED_AT_END = Pattern.compile("[\\p{L}\\p{M}]{2,}[-\\u2010\\u00AD]$");
  private static final Pattern SPACES = Pattern.compile("[^\\S\\n]+");
  private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n ?");
  private static final Pattern GAPS = Pattern.compile("\\n{3,}");

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> breaks = new ArrayList<>();

  private PdfText() {}

  static Extracted of(List<String> pages, Map<String, Integer> outline) {
    List<String> bare = RunningLines.without(pages.stream().map(PdfText::tidy).toList())
        .stream()
        .map(page -> setApart(page, outline))
        .toList();
    String all = String.join("\n", bare);
    var whole = new PdfText();
    for (int i = 0; i < bare.size(); i++) {
      whole.add(bare.get(i), i > 0, all);
    }
    String text = whole.text.toString();
    return new Extracted("", text, headed(PlainTextBlocks.of(text), text, outline), new Pages(1, whole.breaks));
  }

  /** A title as it is compared: on one line. */
  static String plain(String title) {
    return title.replaceAll("\\s+", " ").strip();
  }

  private static String tidy(String page) {
    String lined = page.replace("\r\n", "\n").replace('\r', '\n').replace('\u0000', ' ');
    String spaced = LINE_ENDS.matcher(SPACES.matcher(lined).replaceAll(" ")).replaceAll("\n");
    return GAPS.matcher(spaced).replaceAll("\n\n").strip();
  }

  /** A heading that is set close to its text gets the blank lines it would have in a text. */
  private static String setApart(String page, Map<String, Integer> outline) {
    return page.lines()
        .map(line -> outline.containsKey(plain(line)) ? "\n" + line + "\n" : line)
        .collect(Collectors.collectingAndThen(Collectors.joining("\n"), GAPS::matcher))
        .replaceAll("\n\n")
        .strip();
  }

  private void add(String page, boolean another, String all) {
    boolean parted = PARTED_AT_END.matcher(tail()).find() && startsSmall(page);
    boolean goesOn = parted
        || !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1)) && startsSmall(page)
        || text.toString().endsWith(",") && startsSmall(page);
    if (!text.isEmpty() && !page.isEmpty()) {
      text.append(goesOn ? "\n" : "\n\n");
    }
    int from = parted ? text.lastIndexOf("\n", text.length() - 2) + 1 : text.length();
    String before = text.substring(from);
    text.setLength(from);
    String joined = rejoined(before + page, all);
    int start = 0;
    if (parted) {
      // The word that was parted belongs to the page it begins on.
      Matcher word = Pattern.compile("[\\p{L}\\p{M}-]*[^\\p{L}\\p{M}\\n]*\\n?").matcher(joined);
      start = word.find(Math.min(joined.length(), before.length() - 2)) ? word.end() : joined.length();
    }
    if (another) {
      breaks.add(from + start);
    }
    text.append(joined);
  }

  private String tail() {
    return text.substring(Math.max(0, text.length() - 60));
  }

  private static boolean startsSmall(String page) {
    return !page.isEmpty() && Character.isLowerCase(page.codePointAt(0));
  }

  /** A word that has its hyphen in the middle of a line elsewhere keeps it. The line ends after the word instead. */
  private static String rejoined(String page, String all) {
    return PARTED.matcher(page).replaceAll(m -> {
      String hyphened = m.group(1) + "-" + m.group(2);
      String word = all.contains(hyphened) ? hyphened : m.group(1) + m.group(2);
      return Matcher.quoteReplacement(word);
    }).replace("\u00AD", "");
  }

  /** Paragraphs that begin with a title of the outline begin with a heading. */
  private static List<Block> headed(List<Block> blocks, String text, Map<String, Integer> outline) {
    if (outline.isEmpty()) {
      return blocks;
    }
    var headed = new ArrayList<Block>();
    for (Block block : blocks) {
      int line = text.indexOf('\n', block.start());
      int end = line < 0 || line > block.end() ? block.end() : line;
      Integer level = outline.get(plain(text.substring(block.start(), end)));
      if (level == null || block.kind() == Kind.CODE) {
        headed.add(block);
        continue;
      }
      headed.add(new Block(Kind.HEADING, level, block.start(), end));
      if (end + 1 < block.end()) {
        headed.add(new Block(Kind.PARAGRAPH, 0, end + 1, block.end()));
      }
    }
    return headed;
  }
}

package dev.docent.corpus.files.pdf;

import dev.docent.corpus.files.format.Bounds;
import dev.docent.corpus.files.pdf.PdfRow.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.xml.sax.SAXException;

/**
 * Reads the words of one page after the other with their places. What is a word, and in which order its letters are
 * read, is PDFBox's business; where the words stand to each other is ours. For use by one thread.
 */
final class PdfPage extends PDFTextStripper {
  private static final Pattern BOLD = Pattern.compile("(?i).*(?:bold|black|heavy|demi|medi$|cmb|sfb).*");
  /** Of a letter's size: how far the next letter of a word may stand higher or lower. */
  private static final double RAISED = 0.55;
  private static final double SMALLER = 0.85;
  /** Of a letter's size: less is no space between words. */
  private static final double SPACE = 0.12;
  private static final double BACK = 0.5;
  private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final double LARGEST = 400;
  /** More than any page is high. */
  private static final double BELOW = 20_000;

  private final Map<PDFont, Boolean> bold = new IdentityHashMap<>();
  /** By the direction in which they are written. */
  private final Map<Float, List<Chunk>> chunks = new TreeMap<>();
  private final StringBuilder said = new StringBuilder();
  private int length = 0;

  PdfPage() {
    setLineSeparator(" ");
    setParagraphEnd("");
  }

  /**
   * The words of the page, from 1, as they were written one after the other. What is written in another direction than
   * most of the page, such as along its edge, is taken to stand below it.
   */
  List<Chunk> read(PDDocument pdf, int page) throws IOException {
    chunks.clear();
    setStartPage(page);
    setEndPage(page);
    getText(pdf);
    List<List<Chunk>> directions = new ArrayList<>(chunks.values());
    directions.sort(Comparator.comparingInt((List<Chunk> one) -> -one.stream().mapToInt(c -> c.text().length()).sum()));
    var all = new ArrayList<Chunk>();
    for (int i = 0; i < directions.size(); i++) {
      double down = i * BELOW;
      directions.get(i).forEach(chunk -> all.add(down == 0 ? chunk : chunk.down(down)));
    }
    return all;
  }

  /** Letters that follow each other closely. */
  private record Run(List<TextPosition> letters, float direction) {
    TextPosition last() {
      return letters.getLast();
    }

    boolean goesOnWith(TextPosition next) {
      double size = Math.max(size(last()), size(next));
      double gap = next.getXDirAdj() - right(last());
      return next.getDir() == direction && Math.abs(next.getYDirAdj() - last().getYDirAdj()) < RAISED * size
          && gap < PdfRows.GAP * size && gap > -last().getWidthDirAdj() - BACK * size;
    }
  }

  @Override
  protected void writePage() throws IOException {
    ArrayList<List<TextPosition>> articles = charactersByArticle;
    for (List<TextPosition> article : articles) {
      for (Run run : runs(article)) {
        add(run);
      }
    }
    charactersByArticle = articles;
  }

  private static List<Run> runs(List<TextPosition> article) {
    var runs = new ArrayList<Run>();
    var spaces = new ArrayList<TextPosition>();
    Run run = null;
    for (TextPosition letter : article) {
      if (letter.getUnicode() == null || letter.getUnicode().isBlank()) {
        spaces.add(letter);
        continue;
      }
      if (run != null && run.goesOnWith(letter)) {
        run.letters.addAll(spaces);
      } else {
        run = new Run(new ArrayList<>(), letter.getDir());
        runs.add(run);
      }
      run.letters.add(letter);
      spaces.clear();
    }
    return runs;
  }

  private void add(Run run) throws IOException {
    TextPosition main = run.letters.getFirst();
    double right = right(main);
    for (TextPosition letter : run.letters) {
      main = size(letter) > size(main) ? letter : main;
      right = Math.max(right, right(letter));
    }
    if (run.last().getXDirAdj() < run.letters.getFirst().getXDirAdj()) {
      // Written from right to left; PDFBox expects letters of all scripts as they stand from the left.
      run.letters.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
    }
    var text = new StringBuilder();
    var part = new ArrayList<TextPosition>();
    boolean up = false;
    for (TextPosition letter : run.letters) {
      boolean raised = raised(letter, main);
      if (raised != up && !letter.getUnicode().isBlank()) {
        text.append(said(part, up));
        boolean apart = !part.isEmpty() && letter.getXDirAdj() - right(part.getLast()) > SPACE * size(main);
        text.append(apart ? " " : "");
        part.clear();
        up = raised;
      }
      part.add(letter);
    }
    String words = PdfText.plain(text.append(said(part, up)).toString());
    if (!words.isEmpty()) {
      chunks.computeIfAbsent(run.direction, d -> new ArrayList<>())
          .add(new Chunk(words, run.letters.getFirst().getXDirAdj(), right, main.getYDirAdj(), size(main), bold(main),
              false));
    }
  }

  private static boolean raised(TextPosition letter, TextPosition main) {
    return size(letter) < SMALLER * size(main) && main.getYDirAdj() - letter.getYDirAdj() > 0.15 * size(main);
  }

  /** What PDFBox reads; small digits above the line stay such, for ten cubed isn't a hundred and three. */
  private String said(List<TextPosition> letters, boolean raised) throws IOException {
    if (letters.isEmpty()) {
      return "";
    }
    boolean before = letters.getFirst().getUnicode().isBlank();
    boolean after = letters.getLast().getUnicode().isBlank();
    said.setLength(0);
    charactersByArticle = new ArrayList<>(List.of(letters));
    super.writePage();
    String text = PdfText.plain(said.toString().replace('\u0000', ' '));
    if (raised && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      text = text.chars()
          .mapToObj(digit -> RAISED_DIGITS.substring(digit - '0', digit - '0' + 1))
          .reduce("", String::concat);
    }
    return (before ? " " : "") + text + (after ? " " : "");
  }

  @Override
  protected void writeString(String text) throws IOException {
    length += text.length();
    try {
      Bounds.check(length);
    } catch (SAXException e) {
      throw new IOException(e);
    }
    said.append(text);
  }

  @Override
  protected void writeWordSeparator() {
    said.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    said.append(' ');
  }

  private static double right(TextPosition letter) {
    return letter.getXDirAdj() + letter.getWidthDirAdj();
  }

  private static double size(TextPosition letter) {
    double size = Math.abs(letter.getFontSizeInPt());
    return size >= 1 && size <= LARGEST ? size : Math.clamp(letter.getHeightDir() / 0.7, 1, LARGEST);
  }

  private boolean bold(TextPosition letter) {
    return bold.computeIfAbsent(letter.getFont(), font -> font != null && isBold(font));
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName();
    return name != null && BOLD.matcher(name).matches()
        || font.getFontDescriptor() != null && (font.getFontDescriptor().isForceBold()
            || font.getFontDescriptor().getFontWeight() >= 600);
  }

  /** How many letters there are of each size, so that the size of the running text is known. */
  static double mostCommonSize(List<List<PdfRow>> pages) {
    var counts = new HashMap<Long, Integer>();
    for (List<PdfRow> page : pages) {
      for (PdfRow row : page) {
        counts.merge(Math.round(row.size() * 2), row.text().length(), Integer::sum);
      }
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(e -> e.getKey() / 2.0).orElse(10.0);
  }
}

package dev.docent.corpus.files.pdf;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import dev.docent.corpus.Pages;
import dev.docent.corpus.files.format.Extracted;
import dev.docent.corpus.files.pdf.PdfColumns.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pages put together to one text: columns one after the other, words that were parted at the end of a line whole again,
 * a sentence that runs on over the end of a column or page past what stands between, and without the lines that are the
 * book's and not the text's.
 */
final class PdfText {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？][\"'”’»)\\]]*\\s+(?=\\p{Lu}|\\p{Lo})");

  private static final int ENOUGH = 100;

  /** What stands on a page, in the order in which it is read, and its footnotes. */
  private record Page(List<PdfParagraph> flow, List<PdfParagraph> notes) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private final LineEnds hyphens;

  private PdfText(LineEnds hyphens) {
    this.hyphens = hyphens;
  }

  /** @param outline titles to their levels, 1 the outermost */
  static Extracted of(List<List<PdfRow>> pages, Map<String, Integer> outline) {
    List<List<PdfRow>> bare = RunningLines.without(pages);
    double body = PdfPage.mostCommonSize(bare);
    List<List<Part>> columns = bare.stream().map(PdfColumns::of).toList();
    var hyphens = new LineEnds(() -> columns.stream()
        .flatMap(List::stream)
        .flatMap(part -> part.rows().stream())
        .map(PdfRow::text)
        .collect(Collectors.joining("\n")));
    var parted = new ArrayList<Page>();
    PdfTable before = null;
    for (int i = 0; i < bare.size(); i++) {
      var last = new PdfTable[1];
      parted.add(page(columns.get(i), PdfNotes.marks(bare.get(i)), body, outline, hyphens, before, last));
      before = last[0];
    }
    carryOver(parted);
    var whole = new PdfText(hyphens);
    for (int i = 0; i < parted.size(); i++) {
      whole.add(parted.get(i), i > 0, i + 1 < parted.size() ? parted.get(i + 1) : null);
    }
    whole.endWithoutHeading();
    return new Extracted("", whole.text.toString(), whole.blocks, new Pages(1, whole.breaks));
  }

  /** A title as it is compared: on one line. */
  static String plain(String title) {
    boolean spaced = title.chars().anyMatch(c -> c != ' ' && Character.isWhitespace(c)) || title.contains("  ");
    return (spaced ? SPACES.matcher(title).replaceAll(" ") : title).strip();
  }

  /** @param before the table at the end of the page before, if one is there; @param last takes the one of this page */
  private static Page page(List<Part> parts, Set<String> marks, double body, Map<String, Integer> outline,
      LineEnds hyphens,
      @Nullable PdfTable before, @Nullable PdfTable[] last) {
    var flow = new ArrayList<PdfParagraph>();
    var notes = new ArrayList<PdfParagraph>();
    var own = new HashSet<String>();
    var texts = new ArrayList<List<PdfRow>>();
    for (Part part : parts) {
      if (part instanceof Part.Lines(List<PdfRow> lines)) {
        PdfNotes.Parted split = PdfNotes.of(lines, body, marks);
        boolean only = split.text().isEmpty() && parts.size() == 1;
        texts.add(only ? split.notes() : split.text());
        own.addAll(PdfNotes.own(split.notes()));
        if (!only && !split.notes().isEmpty()) {
          notes.addAll(PdfParagraph.of(split.notes(), body, outline));
        }
      }
    }
    int text = 0;
    PdfTable table = before;
    for (Part part : parts) {
      switch (part) {
        case Part.Lines lines -> {
          List<PdfRow> said = PdfNotes.without(texts.get(text++), own);
          if (!said.isEmpty()) {
            add(PdfParagraph.of(said, body, outline), flow);
            table = null;
          }
        }
        case Part.Table one -> {
          table = new PdfTable(one, hyphens, flow.isEmpty() ? table : null);
          table.lines().forEach(line -> flow.add(PdfParagraph.row(line)));
        }
      }
    }
    last[0] = table == before ? null : table;
    return new Page(flow, notes);
  }

  /** A paragraph that goes on in the next column becomes whole. */
  private static void add(List<PdfParagraph> column, List<PdfParagraph> flow) {
    for (int i = 0; i < column.size(); i++) {
      PdfParagraph next = column.get(i);
      PdfParagraph last = flow.isEmpty() ? null : flow.getLast().before(next);
      if (i == 0 && last != null && last.goesOnIn(next)) {
        flow.set(flow.size() - 1, last.with(next));
      } else {
        flow.add(next);
      }
    }
  }

  /** What a sentence runs on past at the end of a page or at the beginning of the next comes before or after it. */
  private static void carryOver(List<Page> pages) {
    for (int i = 0; i + 1 < pages.size(); i++) {
      List<PdfParagraph> flow = pages.get(i).flow;
      List<PdfParagraph> next = pages.get(i + 1).flow;
      if (!flow.isEmpty() && !next.isEmpty()) {
        flow.set(flow.size() - 1, flow.getLast().before(next.getFirst()));
      }
      int open = flow.size() - 1;
      while (open > 0 && flow.get(open).floats()) {
        open--;
      }
      int rest = 0;
      while (rest < next.size() - 1 && next.get(rest).floats()) {
        rest++;
      }
      boolean past = open < flow.size() - 1 || rest > 0;
      if (past && open >= 0 && rest < next.size() && next.get(rest).startsSmall()
          && flow.get(open).goesOnIn(next.get(rest))) {
        flow.add(flow.remove(open));
        next.addFirst(next.remove(rest));
      }
    }
  }

  private void add(Page page, boolean another, @Nullable Page next) {
    List<PdfParagraph> flow = page.flow;
    boolean on = next != null && !flow.isEmpty() && !next.flow.isEmpty()
        && flow.getLast().goesOnIn(next.flow.getFirst());
    int first = 0;
    if (goesOn && !flow.isEmpty()) {
      append(flow.getFirst(), another);
      first = 1;
    } else if (another) {
      gap();
      breaks.add(text.length());
    }
    boolean notesLast = !on || flow.size() == first;
    for (int i = first; i < flow.size(); i++) {
      if (on && i == flow.size() - 1) {
        page.notes.forEach(this::block);
      }
      block(flow.get(i));
    }
    if (notesLast && (!on || page.notes.isEmpty())) {
      page.notes.forEach(this::block);
    } else if (notesLast) {
      splitForNotes(page.notes);
    }
    goesOn = on;
  }

  private boolean goesOn = false;

  /** All of the page is the middle of one paragraph: its notes stand after the last sentence that ends there. */
  private void splitForNotes(List<PdfParagraph> notes) {
    Block last = blocks.getLast();
    int from = Math.max(last.start(), breaks.isEmpty() ? 0 : breaks.getLast());
    var ends = SENTENCE_END.matcher(text).region(from, text.length());
    int cut = -1;
    while (ends.find()) {
      cut = ends.end();
    }
    if (cut < 0 || cut >= text.length()) {
      notes.forEach(this::block);
      return;
    }
    String rest = text.substring(cut);
    text.setLength(cut);
    while (Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    blocks.set(blocks.size() - 1, new Block(last.kind(), last.level(), last.start(), text.length()));
    notes.forEach(this::block);
    gap();
    blocks.add(new Block(Kind.PARAGRAPH, 0, text.length(), text.length() + rest.length()));
    text.append(rest);
  }

  /** The rest of the last block, on the next page if it is another. */
  private void append(PdfParagraph rest, boolean another) {
    Block last = blocks.removeLast();
    String lines = said(rest);
    int at = tail(text);
    String tail = text.substring(at);
    text.setLength(at);
    String joined = hyphens.joined(tail, lines);
    // The word that was parted belongs to the page it begins on.
    int start = tail.length() + 1;
    if (!joined.startsWith(tail + "\n")) {
      start = Math.max(0, tail.length() - 1);
      while (start < joined.length() && !Character.isWhitespace(joined.charAt(start))) {
        start++;
      }
      start = Math.min(joined.length(), start + 1);
    }
    if (another) {
      breaks.add(at + start);
    }
    text.append(joined);
    blocks.add(new Block(last.kind(), last.level(), last.start(), text.length()));
  }

  private void block(PdfParagraph paragraph) {
    String said = said(paragraph);
    if (said.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    Kind last = blocks.isEmpty() ? Kind.PARAGRAPH : blocks.getLast().kind();
    Kind kind = paragraph.kind();
    boolean follows = !blocks.isEmpty()
        && (last.item() && kind.item() || last.row() && kind.row() && kind != Kind.TABLE_HEADER);
    if (follows && (breaks.isEmpty() || breaks.getLast() != text.length())) {
      text.append('\n');
    } else {
      gap();
    }
    int start = text.length();
    text.append(said);
    blocks.add(new Block(kind, paragraph.level(), start, text.length()));
  }

  private void gap() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append("\n\n");
    }
  }

  private String said(PdfParagraph paragraph) {
    if (paragraph.kind().row()) {
      return "- " + paragraph.table();
    }
    StringBuilder said = new StringBuilder();
    for (PdfRow line : paragraph.lines()) {
      int at = tail(said);
      String joined = said.isEmpty() ? line.text() : hyphens.joined(said.substring(at), line.text());
      said.setLength(at);
      said.append(joined);
    }
    return said.toString().replace("\u00AD", "");
  }

  /** Where the last line begins, or what is enough of it to see its last word. */
  private static int tail(StringBuilder text) {
    return Math.max(text.lastIndexOf("\n") + 1, text.length() - ENOUGH);
  }

  /** A heading with nothing below it is the last line of the text, or a signature. */
  private void endWithoutHeading() {
    if (!blocks.isEmpty() && blocks.getLast().kind() == Kind.HEADING) {
      Block last = blocks.removeLast();
      blocks.add(new Block(Kind.PARAGRAPH, 0, last.start(), last.end()));
    }
  }
}

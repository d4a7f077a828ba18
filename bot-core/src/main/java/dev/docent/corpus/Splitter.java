package dev.docent.corpus;

import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a document by its structure: neighbouring blocks under one heading become a segment, headings introduce the
 * segment below them, and a block that is too long is cut between sentences. Together the segments hold the whole
 * text. Stateless.
 */
public final class Splitter {

  /** Changes whenever the same document would be split otherwise; an index made by another version is made anew. */
  public static final String VERSION = "6";

  /** A segment below this many characters takes its neighbour in. */
  private static final int SMALL = 280;
  /** No block is added that would make a segment longer; longer blocks are cut. */
  private static final int LARGE = 1_200;

  /** The segments of the document in order; none for a document without text. */
  public List<Segment> split(Document document) {
    var building = new Building(document);
    for (Block block : document.blocks()) {
      building.add(block);
    }
    return building.finish();
  }

  /** The segment under construction is {@code [start, end)} with its body from {@code body}; -1 means not begun. */
  private static final class Building {
    private final Document document;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Heading> path = new ArrayList<>();
    private int start = -1;
    private int body = -1;
    private int end = -1;
    private int lineAt = 0;
    private int line = 1;
    private int firstBlock = 0;

    Building(Document document) {
      this.document = document;
    }

    void add(Block block) {
      if (block.kind() == Kind.HEADING) {
        if (body >= 0) {
          close();
        }
        begin(block.start());
        end = block.end();
        path.removeIf(h -> h.level >= block.level());
        String words = HeadingLine.words(document.text().substring(block.start(), block.end()));
        if (!words.isEmpty()) {
          path.add(new Heading(block.level(), words));
        }
        return;
      }
      if (body >= 0 && !fits(block)) {
        close();
      }
      if (block.end() - block.start() > LARGE) {
        if (body >= 0) {
          close();
        }
        cut(block);
        return;
      }
      begin(block.start());
      body = body < 0 ? block.start() : body;
      end = block.end();
    }

    private boolean fits(Block block) {
      int length = block.end() - body;
      boolean small = end - body < SMALL || block.end() - block.start() < SMALL / 3 || block.kind() != Kind.PARAGRAPH;
      return small && length <= LARGE;
    }

    private void begin(int at) {
      start = start < 0 ? at : start;
    }

    /** Cuts a long block between sentences into parts of even length. */
    private void cut(Block block) {
      List<TextRange> sentences = Sentences.of(document.text().substring(block.start(), block.end()),
          document.language());
      int parts = (block.end() - block.start() + LARGE - 1) / LARGE;
      int target = (block.end() - block.start()) / parts;
      begin(block.start());
      body = block.start();
      for (TextRange sentence : sentences) {
        int from = block.start() + sentence.start();
        if (body >= 0 && from - body >= target) {
          end = from;
          close();
        }
        begin(from);
        body = body < 0 ? from : body;
      }
      end = block.end();
    }

    List<Segment> finish() {
      if (body >= 0) {
        close();
      } else if (start >= 0) {
        trailingHeadings();
      }
      return segments;
    }

    /** A heading with nothing below it closes the segment before it, or is all that the document says. */
    private void trailingHeadings() {
      if (segments.isEmpty()) {
        body = start;
        close();
        return;
      }
      Segment last = segments.removeLast();
      String text = document.text().substring(last.start(), end);
      segments.add(new Segment(last.documentId(), last.title(), last.ordinal(), last.headings(), text, last.bodyStart(),
          last.start(), last.firstLine(), document.pages().within(last.start(), end, document.text()),
          blocks(last.start(), end), last.language()));
    }

    private void close() {
      String text = document.text().substring(start, end);
      if (!text.isBlank()) {
        segments.add(new Segment(document.id(), document.title(), segments.size(),
            path.stream().map(Heading::text).toList(), text, body - start, start, lineOf(start),
            document.pages().within(start, end, document.text()), blocks(start, end), document.language()));
      }
      start = -1;
      body = -1;
      end = -1;
    }

    /** The blocks, or parts of them, within a range, counted from its start. */
    private List<Block> blocks(int from, int to) {
      var inside = new ArrayList<Block>();
      while (firstBlock < document.blocks().size() && document.blocks().get(firstBlock).end() <= from) {
        firstBlock++;
      }
      for (int i = firstBlock; i < document.blocks().size() && document.blocks().get(i).start() < to; i++) {
        Block block = document.blocks().get(i);
        int start = Math.max(from, block.start()) - from;
        int end = Math.min(to, block.end()) - from;
        if (end > start) {
          inside.add(new Block(block.kind(), block.level(), start, end));
        }
      }
      return inside;
    }

    private int lineOf(int offset) {
      while (lineAt < offset) {
        if (document.text().charAt(lineAt++) == '\n') {
          line++;
        }
      }
      return line;
    }
  }

  private record Heading(int level, String text) {}
}

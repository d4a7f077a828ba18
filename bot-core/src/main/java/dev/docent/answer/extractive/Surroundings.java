package dev.docent.answer.extractive;

import dev.docent.corpus.Block;
import dev.docent.corpus.Language;
import dev.docent.corpus.Locator;
import dev.docent.corpus.Segment;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands around a segment in its document: the blocks of it and of its neighbours, in places of the document's text.
 *
 * @param text the document's text
 * @param blocks in order, without overlap; a block that was cut into segments is whole again
 */
record Surroundings(String text, List<Block> blocks, List<Segment> segments) {
  private static final int BEFORE = 1;
  private static final int BEHIND = 2;

  Surroundings {
    blocks = List.copyOf(blocks);
    segments = List.copyOf(segments);
  }

  /** Without blocks where the document went with a reload or its structure isn't known. */
  static Surroundings of(Segment segment, IndexView view) {
    String text = view.text(segment.documentId()).orElse("");
    List<Segment> near = view.segments(segment.documentId(), segment.ordinal() - BEFORE, segment.ordinal() + BEHIND);
    var blocks = new ArrayList<Block>();
    for (Segment one : near) {
      for (Block block : one.blocks()) {
        Block here = block.moved(one.start());
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        // A long block is cut between sentences, where nothing stands between its parts.
        if (last != null && last.end() == here.start() && last.kind() == here.kind()) {
          blocks.removeLast();
          blocks.add(new Block(last.kind(), last.level(), last.start(), here.end()));
        } else if (here.end() <= text.length()) {
          blocks.add(here);
        }
      }
    }
    return new Surroundings(text, blocks, near);
  }

  /** The block that a place of the document's text stands in; -1 for none. */
  int blockAt(int place) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).start() <= place && place < blocks.get(i).end()) {
        return i;
      }
    }
    return -1;
  }

  Block block(int i) {
    return blocks.get(i);
  }

  boolean has(int i) {
    return i >= 0 && i < blocks.size();
  }

  String words(int i) {
    return text.substring(block(i).start(), block(i).end()).strip();
  }

  /** The sentences of a block, in places of the document's text. */
  List<TextRange> sentences(int i, Language language) {
    Block block = block(i);
    return Sentences.of(text.substring(block.start(), block.end()), language)
        .stream()
        .map(range -> new TextRange(block.start() + range.start(), block.start() + range.end()))
        .toList();
  }

  /** Where a person finds a range of the document's text. */
  Locator locate(TextRange range) {
    Segment first = holding(range.start());
    Segment last = holding(Math.max(range.start(), range.end() - 1));
    Locator from = first.locate(within(first, range.start()), within(first, range.end()));
    if (first.equals(last)) {
      return from;
    }
    Locator to = last.locate(within(last, range.end() - 1), within(last, range.end()));
    return switch (from) {
      case Locator.Lines lines when to instanceof Locator.Lines end && end.last() >= lines.first() ->
        new Locator.Lines(lines.first(), end.last(), lines.headings());
      case Locator.Rows rows when to instanceof Locator.Rows end && end.sheet() == rows.sheet()
          && end.last() >= rows.first() ->
        new Locator.Rows(rows.sheet(), rows.first(), end.last(), rows.headings());
      default -> from;
    };
  }

  private Segment holding(int place) {
    Segment found = segments.getFirst();
    for (Segment segment : segments) {
      if (segment.start() <= place) {
        found = segment;
      }
    }
    return found;
  }

  private static int within(Segment segment, int place) {
    return Math.clamp((long) place - segment.start(), 0, segment.text().length());
  }
}

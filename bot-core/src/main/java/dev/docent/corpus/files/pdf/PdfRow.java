package dev.docent.corpus.files.pdf;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands on one line of a page, from its left to its right edge. Lengths are points, from the page's upper left.
 *
 * @param chunks from left to right, at least one
 */
record PdfRow(List<Chunk> chunks) {

  /**
   * Words of a row without a wide gap between them.
   *
   * @param base where the letters stand
   * @param size of the letters
   * @param value whether it is the label of a form's field with its value, which is a line by itself
   */
  record Chunk(String text, double left, double right, double base, double size, boolean bold, boolean value) {
    double width() {
      return right - left;
    }

    Chunk down(double by) {
      return new Chunk(text, left, right, base + by, size, bold, value);
    }

    Chunk saying(String other) {
      return other.equals(text) ? this : new Chunk(other, left, right, base, size, bold, value);
    }

    /** Letters of scripts that are written without spaces count as half a word. */
    int words() {
      int ideographs = (int) text.codePoints().filter(Character::isIdeographic).count();
      return ideographs > 3 ? ideographs / 2 : (int) text.strip().chars().filter(c -> c == ' ').count() + 1;
    }
  }

  PdfRow {
    chunks = List.copyOf(chunks);
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("a row without words");
    }
  }

  double left() {
    return chunks.getFirst().left;
  }

  double right() {
    return chunks.getLast().right;
  }

  double width() {
    return right() - left();
  }

  double base() {
    return widest().base;
  }

  double size() {
    return widest().size;
  }

  boolean bold() {
    return chunks.stream().allMatch(Chunk::bold);
  }

  boolean value() {
    return chunks.stream().anyMatch(Chunk::value);
  }

  int words() {
    return chunks.stream().mapToInt(Chunk::words).sum();
  }

  String text() {
    return chunks.stream().map(Chunk::text).collect(Collectors.joining(" "));
  }

  private Chunk widest() {
    Chunk widest = chunks.getFirst();
    for (Chunk chunk : chunks) {
      widest = chunk.width() > widest.width() ? chunk : widest;
    }
    return widest;
  }
}

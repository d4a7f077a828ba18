package dev.docent.answer;

import java.util.List;

/**
 * A verified part of an answer.
 *
 * @param text the words, without markers
 * @param markers the citations it rests on, never empty
 * @param quoted whether the text is the document's own words
 * @param marked the part of the text that carries the answer itself; empty when it isn't known
 */
public record Statement(String text, List<Integer> markers, boolean quoted, String marked) {
  public Statement {
    if (text.isBlank() || markers.isEmpty()) {
      throw new IllegalArgumentException("a statement needs words and a citation: " + text);
    }
    if (!text.contains(marked)) {
      throw new IllegalArgumentException("'" + marked + "' is no part of '" + text + "'");
    }
    markers = List.copyOf(markers);
  }

  /** As plain text, markers at its end. */
  public String plain() {
    var line = new StringBuilder(quoted ? "“" + text + "”" : text);
    markers.forEach(n -> line.append(" [").append(n).append(']'));
    return line.toString();
  }
}

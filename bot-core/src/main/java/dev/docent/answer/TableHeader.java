package dev.docent.answer;

import dev.docent.corpus.Segment;
import dev.docent.index.IndexView;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the columns above a row of a table that is written with bars, as in Markdown. */
final class TableHeader {
  private static final Pattern RULE = Pattern.compile("\\s*\\|[\\s|:-]*-[\\s|:-]*");

  private TableHeader() {}

  /** A row with the names of its columns before it, an ellipsis where others stand between; everything else as it is. */
  static String with(String row, RankedSentence sentence, IndexView view) {
    Segment segment = sentence.passage().segment();
    return row.startsWith("|")
        ? view.text(segment.documentId())
            .flatMap(text -> of(text, segment.start() + sentence.range().start()))
            .map(names -> names + " … " + row)
            .orElse(row)
        : row;
  }

  /** @param at where the row stands in the text; the row of names itself has none */
  static Optional<String> of(String text, int at) {
    int line = text.lastIndexOf('\n', at - 1);
    while (line > 0) {
      int before = text.lastIndexOf('\n', line - 1);
      String above = text.substring(before + 1, line);
      if (!above.strip().startsWith("|")) {
        return Optional.empty();
      }
      if (RULE.matcher(above).matches()) {
        String names = text.substring(before < 0 ? 0 : text.lastIndexOf('\n', before - 1) + 1, Math.max(0, before));
        return names.strip().startsWith("|") ? Optional.of(names.strip()) : Optional.empty();
      }
      line = before;
    }
    return Optional.empty();
  }
}

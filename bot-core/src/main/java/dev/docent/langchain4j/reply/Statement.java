package dev.docent.langchain4j.reply;

import dev.docent.answer.Draft.Form;
import java.util.List;

/**
 * A sentence, an item's sentence, a table or a piece of code that a model wrote.
 *
 * @param text Markdown without markers
 * @param cited the passages it names itself, by number
 * @param covered the passages that a marker before or behind it in its paragraph or list names, where it names none itself
 */
public record Statement(String text, List<Integer> cited, List<Integer> covered, Form form) {
  public Statement {
    cited = List.copyOf(cited);
    covered = List.copyOf(covered);
  }

  /** The passages it rests on; none where nothing near it says. */
  public List<Integer> passages() {
    return cited.isEmpty() ? covered : cited;
  }

  Statement coveredBy(List<Integer> passages) {
    return cited.isEmpty() && covered.isEmpty() ? new Statement(text, cited, passages, form) : this;
  }
}

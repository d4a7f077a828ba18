package dev.docent.shell;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Statement;
import dev.docent.retrieval.Query;
import java.io.PrintWriter;
import java.util.List;

/**
 * An answer for people. On a terminal each statement is shown as soon as it is verified; elsewhere nothing is
 * written that might be taken back. For one answer.
 */
final class AnswerText implements AnswerListener {
  private final PrintWriter out;
  private final Screen screen;
  private final Place place;
  private int shown;

  AnswerText(PrintWriter out, Screen screen, Place place) {
    this.out = out;
    this.screen = screen;
    this.place = place;
  }

  @Override
  public void understood(Query query) {
    if (query.rewritten()) {
      screen.hint("understood as: " + query.standalone());
    }
  }

  @Override
  public void statement(Statement statement) {
    if (screen.terminal()) {
      show(statement);
    }
  }

  @Override
  public void restarted(String reason) {
    if (shown > 0) {
      out.println();
      shown = 0;
    }
    screen.hint("(begun anew: " + reason + ")");
  }

  /** The rest of the answer: what wasn't shown while it grew, and where it stands. */
  void finish(Answer answer) {
    switch (answer) {
      case Answer.Grounded grounded -> finish(grounded);
      case Answer.Abstained abstained -> finish(abstained);
    }
    out.flush();
  }

  private void finish(Answer.Grounded answer) {
    answer.statements().stream().skip(shown).forEach(this::show);
    out.println();
    out.println();
    for (Citation citation : answer.citations()) {
      out.println("  [" + citation.n() + "] " + place.of(citation.document(), citation.locator()));
      if (!said(answer.statements(), citation.quote())) {
        out.println("      “" + Printable.line(citation.quote()) + "”");
      }
    }
  }

  private void finish(Answer.Abstained answer) {
    if (shown > 0) {
      out.println();
    }
    String text = Printable.text(answer.text()).strip();
    boolean quoted = answer.nearest().stream().anyMatch(c -> holds(text, c));
    out.println(quoted || answer.nearest().isEmpty() ? text : text + " The nearest they come:");
    for (Citation near : answer.nearest()) {
      out.println("  " + place.of(near.document(), near.locator())
          + (holds(text, near) ? "" : ": “" + Printable.line(near.quote()) + "”"));
    }
  }

  private static boolean holds(String text, Citation near) {
    return Printable.line(text).contains(Printable.line(near.quote()));
  }

  private void show(Statement statement) {
    out.print((shown++ == 0 ? "" : " ") + marked(statement));
    out.flush();
  }

  private String marked(Statement statement) {
    int at = statement.text().indexOf(statement.marked());
    int end = at + statement.marked().length();
    var words = new StringBuilder();
    words.append(Printable.text(statement.text().substring(0, at)))
        .append(screen.style().bold(Printable.text(statement.marked())))
        .append(Printable.text(statement.text().substring(end)));
    String text = statement.quoted() ? "“" + words + "”" : words.toString();
    return text + statement.markers().stream().map(n -> " [" + n + "]").reduce("", String::concat);
  }

  // An answer in the document's own words needn't be quoted a second time.
  private static boolean said(List<Statement> statements, String quote) {
    String words = Printable.line(quote);
    return statements.stream().anyMatch(s -> s.quoted() && Printable.line(s.text()).contains(words));
  }
}

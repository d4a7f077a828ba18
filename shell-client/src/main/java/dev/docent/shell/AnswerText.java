package dev.docent.shell;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Layout;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;
import dev.docent.corpus.TextRange;
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
  public void parts(List<Part> parts) {
    if (screen.terminal()) {
      show(parts);
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
    show(answer.parts().subList(Math.min(shown, answer.parts().size()), answer.parts().size()));
    out.println();
    out.println();
    for (Citation citation : answer.citations()) {
      out.println("  [" + citation.n() + "] " + place.of(citation.document(), citation.locator()));
      if (!said(answer.parts(), citation)) {
        out.println("      “" + Printable.line(citation.quote()) + "”");
      }
    }
  }

  private void finish(Answer.Abstained answer) {
    if (shown > 0) {
      out.println();
    }
    out.println(Printable.text(answer.text()).strip());
    for (Nearest near : answer.nearest()) {
      out.println("  " + place.of(near.citation().document(), near.citation().locator()));
      Printable.text(near.text()).lines().forEach(line -> out.println("      " + line));
    }
  }

  private void show(List<Part> parts) {
    for (Layout laid : Layout.of(parts)) {
      boolean runsOn = laid.part().kind() == Part.Kind.WRITTEN && !laid.part().text().contains("\n");
      out.print((shown++ == 0 ? "" : runsOn ? " " : "\n") + marked(laid));
    }
    out.flush();
  }

  private String marked(Layout laid) {
    String text = laid.part().text();
    var words = new StringBuilder();
    int at = 0;
    for (TextRange mark : laid.part().marks()) {
      words.append(Printable.text(text.substring(at, mark.start())))
          .append(screen.style().bold(Printable.text(mark.of(text))));
      at = mark.end();
    }
    words.append(Printable.text(text.substring(at)));
    return (laid.quoted() ? "“" + words + "”" : words.toString())
        + laid.markers().stream().map(n -> " [" + n + "]").reduce("", String::concat);
  }

  // An answer in the document's own words needn't be quoted a second time.
  private static boolean said(List<Part> parts, Citation citation) {
    return parts.stream().anyMatch(part -> part.literal() && part.markers().contains(citation.n()));
  }
}

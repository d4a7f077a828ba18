package dev.docent.shell.text;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;
import dev.docent.answer.Reader;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.io.PrintWriter;
import java.util.List;

/**
 * An answer for people. On a terminal each statement is shown as soon as it is verified; elsewhere nothing is
 * written that might be taken back. For one answer.
 */
public final class AnswerText implements AnswerListener {
  private final PrintWriter out;
  private final Screen screen;
  private final LocatorText locators;
  private final PartText text;
  private int shown;

  public AnswerText(PrintWriter out, Screen screen, LocatorText locators) {
    this.out = out;
    this.screen = screen;
    this.locators = locators;
    this.text = new PartText(out, screen);
  }

  @Override
  public void searching(Reader.Name reader) {
    // The offline reader is done before this could be read.
    if (screen.terminal() && reader.languageModel()) {
      screen.hint("(looking for what " + reader + " is to read …)");
    }
  }

  @Override
  public void understood(Query query) {
    if (query.rewritten()) {
      screen.hint("understood as: " + query.standalone());
    }
  }

  @Override
  public void reading(List<Passage> passages, Reader.Name reader) {
    // The offline reader is done before this could be read.
    if (screen.terminal() && reader.languageModel()) {
      long documents = passages.stream().map(passage -> passage.segment().documentId()).distinct().count();
      screen.hint("(" + reader + " reads " + Phrases.count(passages.size(), "passage") + " of "
          + Phrases.count((int) documents, "document") + " …)");
    }
  }

  @Override
  public void parts(List<Part> parts) {
    if (screen.terminal()) {
      text.show(parts);
      shown += parts.size();
    }
  }

  @Override
  public void restarted(String reason) {
    if (shown > 0) {
      text.gap();
      shown = 0;
    }
    screen.hint("(begun anew: " + reason + ")");
  }

  /** The rest of the answer: what wasn't shown while it grew, and where it stands. */
  public void finish(Answer answer) {
    switch (answer) {
      case Answer.Grounded grounded -> finish(grounded);
      case Answer.Abstained abstained -> finish(abstained);
    }
    out.flush();
  }

  private void finish(Answer.Grounded answer) {
    text.show(answer.parts().subList(Math.min(shown, answer.parts().size()), answer.parts().size()));
    text.gap();
    for (Citation citation : answer.citations()) {
      // An answer in the document's own words needn't be quoted a second time.
      boolean said = answer.parts()
          .stream()
          .anyMatch(part -> part.literal() && part.markers().contains(citation.n()));
      text.source("[" + citation.n() + "] " + locators.of(citation.document(), citation.locator()),
          said ? "" : Printable.line(citation.quote()));
    }
  }

  private void finish(Answer.Abstained answer) {
    if (shown > 0) {
      text.gap();
    }
    text.says(Printable.text(answer.text()).strip());
    for (Nearest near : answer.nearest()) {
      text.under(locators.of(near.citation().document(), near.citation().locator()), near.parts());
    }
  }
}

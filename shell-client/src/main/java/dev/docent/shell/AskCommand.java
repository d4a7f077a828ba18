package dev.docent.shell;

import dev.docent.Docent;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** One answer, or a batch of them. */
final class AskCommand {
  private static final String OFFLINE = "(offline: the document's own words, the answer marked; "
      + "a language model would write a sentence here)";

  private final Preparation preparation;
  private final Session session;
  private final Screen screen;

  AskCommand(Preparation preparation, Session session, Screen screen) {
    this.preparation = preparation;
    this.session = session;
    this.screen = screen;
  }

  @Command(name = "ask", group = "Docent", description = "Answers a question, with the words the answer rests on.", help = "ask QUESTION... | ask --batch FILE", completionProvider = "documentNames")
  @Words(needed = "QUESTION", instead = "batch")
  void ask(@Arguments List<String> words,
      @Option(longName = "batch", description = "questions as JSON Lines; '-' is standard input") @Nullable String batch,
      @Option(longName = "json", description = "the answer as JSON") boolean json, CommandContext context)
      throws InterruptedException, IOException {
    if (batch != null) {
      batch(batch, context.outputWriter());
    } else {
      one(String.join(" ", words), json, context.outputWriter());
    }
  }

  private void batch(String file, PrintWriter out) throws InterruptedException, IOException {
    try (BufferedReader lines = Input.open(file)) {
      Docent docent = preparation.forBatch();
      ExitCode code = new Batch(docent, screen).run(lines, out);
      session.end(code);
      if (!out.checkError()) {
        preparation.afterBatch(docent);
      }
    }
  }

  private void one(String text, boolean json, PrintWriter out) throws InterruptedException {
    Docent docent = preparation.forQuestion();
    if (json) {
      Answer answer = docent.ask(session.question(text), AnswerListener.SILENT);
      out.println(Json.line(AnswerJson.render(Json.object(), text, answer)));
      finished(answer, out);
    } else {
      var rendering = new AnswerText(out, screen, new Place(screen.style(), docent.status().knowledge()));
      Answer answer = docent.ask(session.question(text), rendering);
      rendering.finish(answer);
      finished(answer, out);
      if (answer instanceof Answer.Grounded && !docent.model().remote() && session.firstHint()) {
        screen.hint(OFFLINE);
      }
    }
  }

  private void finished(Answer answer, PrintWriter out) {
    out.flush();
    answer.notices().forEach(screen::note);
    session.answered(answer);
  }
}

package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.input.InputLines;
import dev.docent.shell.json.AnswerJson;
import dev.docent.shell.json.Json;
import dev.docent.shell.line.CommandWords;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.text.AnswerText;
import dev.docent.shell.text.LocatorText;
import dev.docent.shell.text.Screen;
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
public final class AskCommand {
  private static final String OFFLINE = "(offline: the document's own words, the answer marked; "
      + "a language model would write a sentence here)";

  private final PreparedDocent prepared;
  private final Session session;
  private final Screen screen;

  public AskCommand(PreparedDocent prepared, Session session, Screen screen) {
    this.prepared = prepared;
    this.session = session;
    this.screen = screen;
  }

  @Command(name = "ask", group = "Docent", description = "Answers a question, with the words the answer rests on.", help = "ask QUESTION... | ask --batch FILE", completionProvider = "documentNames")
  @CommandWords(needed = "QUESTION", instead = "batch")
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
    try (BufferedReader lines = InputLines.open(file)) {
      Docent docent = prepared.forQuestion();
      ExitCode code = new QuestionBatch(docent, screen).run(lines, out);
      session.end(code);
      if (!out.checkError()) {
        prepared.afterBatch(docent);
      }
    }
  }

  private void one(String text, boolean json, PrintWriter out) throws InterruptedException {
    Docent docent = prepared.forQuestion();
    if (json) {
      Answer answer = docent.ask(session.question(text), AnswerListener.SILENT);
      out.println(Json.line(AnswerJson.render(Json.object(), text, answer)));
      finished(answer, out);
    } else {
      var rendering = new AnswerText(out, screen, new LocatorText(screen.style(), docent.status().knowledge()));
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

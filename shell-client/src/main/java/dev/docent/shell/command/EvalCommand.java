package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.evaluation.Comparison;
import dev.docent.evaluation.EvalFigures;
import dev.docent.evaluation.EvalQuestion;
import dev.docent.evaluation.Evaluation;
import dev.docent.evaluation.Judged.Verdict;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.input.EarlierRun;
import dev.docent.shell.input.EvalFile;
import dev.docent.shell.json.FiguresJson;
import dev.docent.shell.json.Json;
import dev.docent.shell.line.CommandWords;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.text.FiguresText;
import dev.docent.shell.text.ProgressLine;
import dev.docent.shell.text.Screen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Questions with expected answers in, figures out. */
public final class EvalCommand {
  private final PreparedDocent prepared;
  private final Session session;
  private final Screen screen;

  public EvalCommand(PreparedDocent prepared, Session session, Screen screen) {
    this.prepared = prepared;
    this.session = session;
    this.screen = screen;
  }

  @Command(name = "eval", group = "Docent", description = "Asks questions with expected answers (JSON Lines) and counts. Exit code 3 when a figure is below what was asked for.", help = "eval FILE [--against EARLIER] [--min-correct N ...]")
  @CommandWords(max = 1, needed = "FILE")
  void eval(@Arguments List<String> words,
      @Option(longName = "min-answered", description = "at least so many answered") int minAnswered,
      @Option(longName = "min-correct", description = "at least so many correct") int minCorrect,
      @Option(longName = "min-abstained-rightly", description = "at least so many abstained rightly") int minAbstained,
      @Option(longName = "min-verbatim-citations", description = "at least so many verbatim citations") int minVerbatim,
      @Option(longName = "min-right-document", description = "at least so many from an expected document") int minDocument,
      @Option(longName = "against", description = "the JSON of an earlier run: which questions changed") @Nullable String against,
      @Option(longName = "json", description = "the figures as JSON, with a verdict a question") boolean json,
      CommandContext context)
      throws InterruptedException {
    List<EvalQuestion> questions = EvalFile.read(words.getFirst());
    Map<String, Verdict> earlier = against == null ? Map.of() : EarlierRun.verdicts(against);
    Evaluation.Outcome outcome = run(prepared.forQuestion(), questions);
    Comparison comparison = Comparison.of(earlier, outcome.judged());
    context.outputWriter()
        .print(json
            ? Json.line(against == null ? FiguresJson.render(outcome) : FiguresJson.render(outcome, comparison)) + "\n"
            : FiguresText.render(outcome) + (against == null ? "" : FiguresText.render(comparison)));
    EvalFigures figures = outcome.figures();
    require("answered", figures.answered(), minAnswered);
    require("correct", figures.correct(), minCorrect);
    require("abstained rightly", figures.abstainedRightly(), minAbstained);
    require("verbatim citations", figures.verbatimCitations(), minVerbatim);
    require("right document", figures.rightDocument(), minDocument);
  }

  private Evaluation.Outcome run(Docent docent, List<EvalQuestion> questions) throws InterruptedException {
    try (var progress = new ProgressLine(screen)) {
      return new Evaluation(docent).run(questions, progress);
    }
  }

  private void require(String name, int figure, int least) {
    if (figure < least) {
      screen.note(name + ": " + figure + " is below " + least);
      session.end(ExitCode.ABSTAINED);
    }
  }
}

package dev.docent.evaluation;

import dev.docent.Docent;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.Turn;
import dev.docent.reload.Progress;
import java.util.ArrayList;
import java.util.List;

/** Asks questions whose answers are known and counts. */
public final class Evaluation {
  private final Docent docent;

  public Evaluation(Docent docent) {
    this.docent = docent;
  }

  /**
   * Asks each question outside of any conversation, in order.
   *
   * @throws InterruptedException when the calling thread was interrupted
   */
  public Outcome run(List<EvalQuestion> questions, Progress progress) throws InterruptedException {
    var texts = new CitedTexts(docent.status().knowledge());
    var judged = new ArrayList<Judged>();
    for (EvalQuestion question : questions) {
      long start = System.nanoTime();
      Answer answer = docent.ask(
          new Question(question.question(), null, question.history().stream().map(Turn::asked).toList())
              .forMeasuring(),
          AnswerListener.SILENT);
      judged.add(Judged.of(question, answer, texts, (System.nanoTime() - start) / 1_000_000));
      progress.at("asking", judged.size(), questions.size());
    }
    return new Outcome(EvalFigures.of(judged), judged);
  }

  /** The figures and what they were counted from, in the order of the questions. */
  public record Outcome(EvalFigures figures, List<Judged> judged) {
    public Outcome {
      judged = List.copyOf(judged);
    }

    /** How many are right of the most confident. */
    public RiskCoverage riskCoverage() {
      return RiskCoverage.of(judged);
    }

    /** Whether the confidence means what it says. */
    public Reliability reliability() {
      return Reliability.of(judged);
    }
  }
}

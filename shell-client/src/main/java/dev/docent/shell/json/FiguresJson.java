package dev.docent.shell.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.evaluation.Comparison;
import dev.docent.evaluation.EvalFigures;
import dev.docent.evaluation.Evaluation;

/** The figures of an evaluation as JSON. */
public final class FiguresJson {
  private FiguresJson() {}

  public static ObjectNode render(Evaluation.Outcome outcome) {
    ObjectNode json = figures(outcome.figures());
    ArrayNode coverage = json.putArray("risk_coverage");
    outcome.riskCoverage()
        .rows()
        .forEach(row -> coverage.addObject()
            .put("percent", row.percent())
            .put("questions", row.questions())
            .put("right", row.right())
            .put("floor", rounded(row.floor())));
    ArrayNode reliability = json.putArray("reliability");
    outcome.reliability()
        .bins()
        .forEach(bin -> reliability.addObject()
            .put("from", bin.from())
            .put("to", bin.to())
            .put("questions", bin.questions())
            .put("said", rounded(bin.said()))
            .put("right", rounded(bin.right())));
    ArrayNode verdicts = json.putArray("verdicts");
    outcome.judged()
        .forEach(judged -> verdicts.addObject()
            .put("id", judged.question().id())
            .put("question", judged.question().question())
            .put("verdict", judged.verdict().code())
            .put("confidence", rounded(judged.answer().confidence()))
            .put("millis", judged.millis()));
    return json;
  }

  /** As above, with what changed since an earlier run. */
  public static ObjectNode render(Evaluation.Outcome outcome, Comparison comparison) {
    ObjectNode json = render(outcome);
    ObjectNode against = json.putObject("against");
    ArrayNode changed = against.putArray("changed");
    comparison.changed()
        .forEach(change -> changed.addObject()
            .put("id", change.id())
            .put("question", change.question())
            .put("before", change.before().code())
            .put("now", change.now().code()));
    comparison.added().forEach(against.putArray("added")::add);
    comparison.gone().forEach(against.putArray("gone")::add);
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static ObjectNode figures(EvalFigures figures) {
    return Json.object()
        .put("questions", figures.questions())
        .put("answered", figures.answered())
        .put("correct", figures.correct())
        .put("wrong", figures.wrong())
        .put("abstained_rightly", figures.abstainedRightly())
        .put("abstained_wrongly", figures.abstainedWrongly())
        .put("citations", figures.citations())
        .put("verbatim_citations", figures.verbatimCitations())
        .put("right_document", figures.rightDocument())
        .put("p50_millis", figures.p50Millis())
        .put("p95_millis", figures.p95Millis());
  }
}

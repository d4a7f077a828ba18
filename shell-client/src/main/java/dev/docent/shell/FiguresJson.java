package dev.docent.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.evaluation.EvalFigures;

/** The figures of an evaluation as JSON. */
final class FiguresJson {
  private FiguresJson() {}

  static ObjectNode render(EvalFigures figures) {
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

package dev.docent.shell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import java.util.List;

/** An answer as JSON; the keys and their order are a promise to scripts. */
final class AnswerJson {
  private AnswerJson() {}

  /** Adds the answer to an object that may already carry an id. */
  static ObjectNode render(ObjectNode into, String question, Answer answer) {
    into.put("question", question);
    switch (answer) {
      case Answer.Grounded grounded -> {
        into.put("verdict", "grounded").put("answer", grounded.text());
        citations(into.putArray("citations"), grounded.citations());
      }
      case Answer.Abstained abstained -> {
        into.put("verdict", "abstained").put("reason", abstained.reason().code()).put("answer", abstained.text());
        into.putArray("citations");
        nearest(into.putArray("nearest"), abstained.nearest());
      }
    }
    return into.put("reader", answer.reader())
        .put("confidence", Math.round(answer.confidence() * 1000) / 1000.0)
        .put("millis", answer.trace().millis());
  }

  private static void citations(ArrayNode into, List<Citation> citations) {
    citations.forEach(c -> into.addObject()
        .put("n", c.n())
        .put("document", c.document())
        .put("title", c.title())
        .put("quote", c.quote())
        .set("locator", Json.locator(c.locator())));
  }

  private static void nearest(ArrayNode into, List<Citation> nearest) {
    nearest.forEach(c -> into.addObject()
        .put("document", c.document())
        .put("heading", Json.heading(c.locator().headings()).orElse(null))
        .put("quote", c.quote()));
  }
}

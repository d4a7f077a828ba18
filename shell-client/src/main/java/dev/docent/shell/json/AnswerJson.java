package dev.docent.shell.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;
import dev.docent.answer.Trace;
import java.util.List;
import java.util.Locale;

/** An answer as JSON; the keys and their order are a promise to scripts. */
public final class AnswerJson {
  private AnswerJson() {}

  /** Adds the answer to an object that may already carry an id. */
  public static ObjectNode render(ObjectNode into, String question, Answer answer) {
    into.put("question", question);
    switch (answer) {
      case Answer.Grounded grounded -> {
        into.put("verdict", "grounded").put("answer", grounded.text());
        citations(into.putArray("citations"), grounded.citations());
        parts(into.putArray("parts"), grounded.parts());
      }
      case Answer.Abstained abstained -> {
        into.put("verdict", "abstained").put("reason", abstained.reason().code()).put("answer", abstained.text());
        into.putArray("citations");
        nearest(into.putArray("nearest"), abstained.nearest());
      }
    }
    ArrayNode notices = into.putArray("notices");
    answer.notices().forEach(notices::add);
    Trace trace = answer.trace();
    if (answer.reader().languageModel() || !trace.dropped().isEmpty() || trace.usage().known()) {
      ArrayNode dropped = into.putArray("dropped");
      trace.dropped().forEach(one -> dropped.addObject().put("text", one.text()).put("reason", one.reason()));
      into.putObject("usage").put("input", trace.usage().input()).put("output", trace.usage().output());
    }
    return into.put("reader", answer.reader().text())
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

  private static void parts(ArrayNode into, List<Part> parts) {
    for (Part part : parts) {
      ObjectNode one = into.addObject()
          .put("kind", part.kind().name().toLowerCase(Locale.ROOT))
          .put("text", part.text());
      ArrayNode marks = one.putArray("marks");
      part.marks().forEach(mark -> marks.addArray().add(mark.start()).add(mark.end()));
      ArrayNode markers = one.putArray("citations");
      part.markers().forEach(markers::add);
      Part.More more = part.more();
      if (more != null) {
        one.putObject("more").put("count", more.count()).set("locator", Json.locator(more.where()));
      }
    }
  }

  private static void nearest(ArrayNode into, List<Nearest> nearest) {
    nearest.forEach(near -> into.addObject()
        .put("document", near.citation().document())
        .put("heading", Json.heading(near.citation().locator().headings()).orElse(null))
        .put("quote", near.citation().quote())
        .put("text", near.text()));
  }
}

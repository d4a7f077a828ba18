package dev.docent.shell.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.gaps.GapGroup;
import java.util.List;

/** What was asked and not answered, as JSON. */
public final class GapsJson {
  private GapsJson() {}

  public static ObjectNode render(List<GapGroup> groups) {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("gaps");
    for (GapGroup group : groups) {
      ObjectNode one = all.addObject();
      group.about().forEach(one.putArray("about")::add);
      one.put("times", group.gaps().size()).put("latest", group.latest().toString());
      ArrayNode questions = one.putArray("questions");
      group.gaps()
          .forEach(gap -> questions.addObject()
              .put("asked", gap.asked().toString())
              .put("question", gap.question())
              .put("reason", gap.reason().code()));
    }
    return json;
  }
}

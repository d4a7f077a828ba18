package dev.docent.shell.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.retrieval.Passage;
import java.util.List;

/** Ranked passages as JSON. */
public final class SearchJson {
  private SearchJson() {}

  public static ObjectNode render(List<Passage> passages, long millis) {
    ObjectNode node = Json.object();
    var array = node.putArray("passages");
    for (Passage passage : passages) {
      ObjectNode one = array.addObject().put("rank", passage.rank()).put("document", passage.segment().documentId());
      one.set("locator", Json.locator(passage.segment().locateBody()));
      one.put("score", passage.score()).put("text", passage.segment().text());
    }
    return node.put("millis", millis);
  }
}

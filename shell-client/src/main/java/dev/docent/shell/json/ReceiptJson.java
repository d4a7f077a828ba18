package dev.docent.shell.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadReport.Refusal;
import java.util.List;

/** The receipt of a reload as JSON. */
public final class ReceiptJson {
  private ReceiptJson() {}

  public static ObjectNode render(ReloadReport report) {
    ObjectNode node = Json.object();
    report.added().forEach(node.putArray("added")::add);
    report.changed().forEach(node.putArray("changed")::add);
    report.removed().forEach(node.putArray("removed")::add);
    node.put("unchanged", report.unchanged());
    refusals(node.putArray("failed"), report.failed());
    refusals(node.putArray("skipped"), report.skipped());
    ArrayNode remarks = node.putArray("remarks");
    report.remarks().forEach(r -> remarks.addObject().put("document", r.document()).put("remark", r.remark()));
    return node.put("segments", report.segments()).put("millis", report.millis());
  }

  private static void refusals(ArrayNode into, List<Refusal> refusals) {
    refusals.forEach(r -> into.addObject().put("document", r.document()).put("reason", r.reason()));
  }
}

package dev.docent.shell.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.CorpusStatus;
import dev.docent.index.DocumentEntry;
import java.util.List;

/** What the index holds as JSON. */
public final class DocumentsJson {
  private DocumentsJson() {}

  public static ObjectNode render(List<DocumentEntry> documents, CorpusStatus status) {
    ObjectNode node = Json.object();
    var array = node.putArray("documents");
    documents.forEach(entry -> {
      ObjectNode document = array.addObject()
          .put("document", entry.id())
          .put("title", entry.title())
          .put("segments", entry.segments())
          .put("language", entry.language().code())
          .put("read_at", entry.readAt().toString())
          .put("problem", entry.readable() ? null : entry.problem());
      entry.remarks().forEach(document.putArray("remarks")::add);
    });
    return node.put("segments", status.segments())
        .put("unreadable", status.unreadable())
        .put("vectors_missing", status.vectorsMissing())
        .put("knowledge", status.knowledge().toString())
        .put("index", status.index().toString());
  }
}

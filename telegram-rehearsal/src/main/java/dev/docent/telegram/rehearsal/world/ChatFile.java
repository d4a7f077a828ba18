package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiJson;

/**
 * A file in a chat.
 *
 * @param size what Telegram says it weighs; below 0 when it doesn't say
 */
public record ChatFile(String id, String name, String type, byte[] bytes, long size) {
  ObjectNode json() {
    ObjectNode json = ApiJson.object()
        .put("file_id", id)
        .put("file_unique_id", "u" + id)
        .put("file_name", name)
        .put("mime_type", type);
    return size < 0 ? json : json.put("file_size", size);
  }

  /** Where it is downloaded from, below the folder of the bot's token. Neither name nor ending is the sender's. */
  public String path() {
    return "documents/file_" + id;
  }
}

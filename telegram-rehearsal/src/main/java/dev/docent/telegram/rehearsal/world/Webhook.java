package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;

/** Where updates are to be brought, and the methods about it. Called inside the world's lock. */
final class Webhook {
  /** Empty for nowhere. */
  String url = "";
  /** What is shown with each update; empty for nothing. */
  String secret = "";
  /** Why the last update could not be brought, and when; empty when it could. */
  private String error = "";
  private long errorAt;
  private final World world;

  Webhook(World world) {
    this.world = world;
  }

  void failed(String why) {
    error = why;
    errorAt = world.now();
  }

  void arrived() {
    error = "";
  }

  JsonNode info() {
    ObjectNode info = ApiJson.object()
        .put("url", url)
        .put("has_custom_certificate", false)
        .put("pending_update_count", world.queue.size());
    return error.isEmpty() ? info : info.put("last_error_date", errorAt).put("last_error_message", error);
  }

  /** As Telegram, but that an address of this machine needs no https: there is nobody on the way. */
  JsonNode set(ObjectNode request) {
    String wanted = request.path("url").asText();
    if (!wanted.isEmpty()
        && !wanted.matches("https://[^/:]+(:(443|80|88|8443))?(/.*)?|http://127\\.0\\.0\\.1:\\d+(/.*)?")) {
      world.violation("setWebhook: by https, at port 443, 80, 88 or 8443, not " + wanted);
      throw ApiErrorException.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    String shown = request.path("secret_token").asText();
    if (!shown.matches("[A-Za-z0-9_-]*")) {
      world.violation("setWebhook: a secret is of A-Z a-z 0-9 _ -");
      throw ApiErrorException.badRequest("secret token contains unallowed characters");
    }
    world.queue.allow(request);
    return moved(request, wanted, shown);
  }

  JsonNode delete(ObjectNode request) {
    return moved(request, "", "");
  }

  private JsonNode moved(ObjectNode request, String where, String shown) {
    if (request.path("drop_pending_updates").asBoolean()) {
      world.queue.clear();
    }
    url = where;
    secret = shown;
    error = "";
    return BooleanNode.TRUE;
  }
}

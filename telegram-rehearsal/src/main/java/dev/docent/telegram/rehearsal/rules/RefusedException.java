package dev.docent.telegram.rehearsal.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is answered with an error. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient ObjectNode parameters;

  public RefusedException(int status, String description, ObjectNode parameters) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }

  public static RefusedException badRequest(String why) {
    return new RefusedException(400, "Bad Request: " + why, Json.object());
  }

  public static RefusedException forbidden(String why) {
    return new RefusedException(403, "Forbidden: " + why, Json.object());
  }

  public static RefusedException tooManyRequests(long seconds) {
    return new RefusedException(429, "Too Many Requests: retry after " + seconds,
        Json.object().put("retry_after", seconds));
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    ObjectNode body = Json.object().put("ok", false).put("error_code", status).put("description", getMessage());
    if (!parameters.isEmpty()) {
      body.set("parameters", parameters);
    }
    return body;
  }
}

package dev.docent.telegram.rehearsal.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is answered with an error. */
public final class ApiErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient ObjectNode parameters;

  public ApiErrorException(int status, String description, ObjectNode parameters) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }

  public static ApiErrorException badRequest(String why) {
    return new ApiErrorException(400, "Bad Request: " + why, ApiJson.object());
  }

  public static ApiErrorException forbidden(String why) {
    return new ApiErrorException(403, "Forbidden: " + why, ApiJson.object());
  }

  public static ApiErrorException tooManyRequests(long seconds) {
    return new ApiErrorException(429, "Too Many Requests: retry after " + seconds,
        ApiJson.object().put("retry_after", seconds));
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    ObjectNode body = ApiJson.object().put("ok", false).put("error_code", status).put("description", getMessage());
    if (!parameters.isEmpty()) {
      body.set("parameters", parameters);
    }
    return body;
  }
}

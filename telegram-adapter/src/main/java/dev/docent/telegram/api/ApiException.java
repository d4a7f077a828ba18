package dev.docent.telegram.api;

/** A call to the Bot API failed. The message has no secret in it. */
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient ApiFault fault;

  public ApiException(String method, ApiFault fault) {
    super(method + ": " + fault.words());
    this.fault = fault;
  }

  public ApiFault fault() {
    return fault;
  }
}

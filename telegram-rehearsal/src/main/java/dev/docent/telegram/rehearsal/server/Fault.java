package dev.docent.telegram.rehearsal.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A way in which the server misbehaves with one request. */
public sealed interface Fault {

  /** The request is not carried out; this error is the answer. A {@code retry_after} in it is held against the bot. */
  record Refusal(int status, String json) implements Fault {}

  /** The request is not carried out; this is the answer, whatever it is. */
  record Garbage(int status, String contentType, String body) implements Fault {}

  /** The request is carried out only after this time, then answered. */
  record Delay(Duration time) implements Fault {}

  /** The request is carried out at once and answered only after this time. */
  record LateAnswer(Duration time) implements Fault {}

  /** The request is carried out; the connection ends in the middle of the answer. */
  record CutAnswer() implements Fault {}

  /** The request is carried out; the connection ends before any answer. */
  record LostAnswer() implements Fault {}

  /** The request is not carried out, and the connection stays open without a word. */
  record BlackHole() implements Fault {}

  /** The request is carried out, and its result is answered in another form. */
  record Altered(UnaryOperator<JsonNode> change) implements Fault {}

  static Fault tooManyRequests(int seconds) {
    return new Refusal(429, ApiErrorException.tooManyRequests(seconds).body().toString());
  }

  /** 400 with the description, which is given without "Bad Request: ". */
  static Fault badRequest(String why) {
    return new Refusal(400, ApiErrorException.badRequest(why).body().toString());
  }

  /** 403 with the description, which is given without "Forbidden: ". */
  static Fault forbidden(String why) {
    return new Refusal(403, ApiErrorException.forbidden(why).body().toString());
  }

  /** A server error that speaks JSON. */
  static Fault internalError() {
    return new Refusal(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}");
  }

  static Fault unauthorized() {
    return new Refusal(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
  }

  /** What a proxy in front of Telegram says. */
  static Fault badGateway() {
    return new Garbage(502, "text/html", "<html><head><title>502 Bad Gateway</title></head></html>\r\n");
  }

  static Fault empty() {
    return new Garbage(200, "application/json", "");
  }

  static Fault withoutOk() {
    return new Garbage(200, "application/json", "{\"result\":[]}");
  }

  static Fault delay(Duration time) {
    return new Delay(time);
  }

  static Fault lateAnswer(Duration time) {
    return new LateAnswer(time);
  }

  static Fault cutAnswer() {
    return new CutAnswer();
  }

  static Fault lostAnswer() {
    return new LostAnswer();
  }

  static Fault blackHole() {
    return new BlackHole();
  }
}

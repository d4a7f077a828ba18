package dev.docent.telegram.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A bot that does as it is told, right or wrong. */
public final class BotClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FakeTelegram telegram;

  public BotClient(FakeTelegram telegram) {
    this.telegram = telegram;
  }

  public record Reply(int status, JsonNode body) {
    public JsonNode result() {
      return body.path("result");
    }

    String description() {
      return body.path("description").asText();
    }
  }

  /** The request's quotes may be written as apostrophes. */
  public Reply call(String method, String json) {
    try {
      HttpResponse<String> response = send(method, json, Duration.ofSeconds(20));
      return new Reply(response.statusCode(), ApiJson.parse(response.body()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  HttpResponse<String> send(String method, String json, Duration limit) throws IOException {
    return post(method, "application/json", json.replace('\'', '"'), limit);
  }

  HttpResponse<String> post(String method, String type, String body, Duration limit) throws IOException {
    URI uri = URI.create(telegram.baseUrl() + "/bot" + telegram.token() + "/" + method);
    return send(HttpRequest.newBuilder(uri)
        .timeout(limit)
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(telegram.baseUrl() + path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The updates from the offset on, without waiting. */
  JsonNode updates(long offset) {
    return call("getUpdates", "{'offset':" + offset + ",'timeout':0}").result();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

package dev.docent.langchain4j;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Reads streams on the calling thread, so that interrupting it closes the connection at any moment. LangChain4j's own
 * client can be cancelled only once a first token has come.
 */
final class BlockingHttpClient implements HttpClient {
  private final java.net.http.HttpClient http;

  BlockingHttpClient(Duration connectTimeout) {
    this.http = java.net.http.HttpClient.newBuilder()
        .version(java.net.http.HttpClient.Version.HTTP_1_1)
        .connectTimeout(connectTimeout)
        .build();
  }

  /** As the models' builders want it; the timeouts are the callers' own affair. */
  HttpClientBuilder asBuilder() {
    return new Fixed();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try (InputStream body = send(request).body()) {
      return SuccessfulHttpResponse.builder().statusCode(200).body(body.readAllBytes()).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    HttpResponse<InputStream> response;
    try {
      response = send(request);
    } catch (IOException | RuntimeException e) {
      listener.onError(e);
      return;
    }
    try (InputStream body = response.body()) {
      listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
      boolean whole = response.headers().firstValue("content-type").orElse("").startsWith("application/json");
      var refusals = new Refusals(listener);
      parser.parse(whole ? UnstreamedReply.asStream(body) : body, refusals);
      refusals.onClose();
    } catch (IOException | RuntimeException e) {
      listener.onError(e);
    }
  }

  /** Passes everything on until a model refuses, which has a place of its own in the stream. */
  private static final class Refusals implements ServerSentEventListener {
    private static final Pattern REFUSAL = Pattern.compile("\"refusal\"\\s*:\\s*\"[^\"]");

    private final ServerSentEventListener listener;
    private boolean refused;

    Refusals(ServerSentEventListener listener) {
      this.listener = listener;
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
      if (passes(event)) {
        listener.onEvent(event, context);
      }
    }

    @Override
    public void onEvent(ServerSentEvent event) {
      if (passes(event)) {
        listener.onEvent(event);
      }
    }

    @Override
    public void onError(Throwable error) {
      listener.onError(error);
    }

    @Override
    public void onClose() {
      if (refused) {
        listener.onError(new DeclinedToAnswerException());
      } else {
        listener.onClose();
      }
    }

    private boolean passes(ServerSentEvent event) {
      refused |= event.data() != null && REFUSAL.matcher(event.data()).find();
      return !refused;
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
        .method(request.method().name(),
            request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
    request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
    try {
      HttpResponse<InputStream> response = http.send(outgoing.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() / 100 == 2) {
        return response;
      }
      try (InputStream body = response.body()) {
        throw new RefusedException(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8),
            response.headers().firstValue("retry-after").map(BlockingHttpClient::seconds).orElse(-1L));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  private static long seconds(String retryAfter) {
    return retryAfter.matches("\\d{1,6}") ? Long.parseLong(retryAfter) : -1;
  }

  /** Builds this client, whatever is asked for. */
  private final class Fixed implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      return BlockingHttpClient.this;
    }
  }
}

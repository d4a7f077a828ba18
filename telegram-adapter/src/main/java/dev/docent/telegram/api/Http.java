package dev.docent.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The HTTP client below the library's, taught what the library doesn't know: whether a request left this machine, that
 * it must not leave twice, and what a proxy's error page is.
 */
final class Http {
  private static final int CALLS_AT_ONCE = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Http() {}

  /** @param seen sees each response as it comes, whoever asked for it */
  static OkHttpClient client(URI base, Duration connectTimeout, Duration readTimeout, Consumer<Response> seen) {
    var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name("telegram-http-", 0).factory()));
    dispatcher.setMaxRequests(CALLS_AT_ONCE);
    // The default of five would make everybody wait for the slowest.
    dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
    var connections = new OpenConnections();
    return new OkHttpClient.Builder().dispatcher(dispatcher)
        .connectTimeout(connectTimeout)
        .readTimeout(readTimeout)
        .writeTimeout(readTimeout)
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(chain -> watched(chain, base, seen))
        .addNetworkInterceptor(chain -> once(chain, connections))
        .build();
  }

  private record Departure(AtomicBoolean left) {}

  private static Response watched(Interceptor.Chain chain, URI base, Consumer<Response> seen) throws IOException {
    var departure = new Departure(new AtomicBoolean());
    Request request = chain.request()
        .newBuilder()
        .url(below(base, chain.request().url()))
        .tag(Departure.class, departure)
        .build();
    while (true) {
      try {
        Response response = chain.proceed(request);
        seen.accept(response);
        return Files.is(request) ? response : readable(response);
      } catch (ClosedConnectionException e) {
        // Nothing was said yet. Closed ones aren't taken again, so this ends with one that is open or can't be had.
      } catch (IOException e) {
        throw departure.left().get() ? e : new NotSentException(e);
      }
    }
  }

  /** The library can't express a path in front of the Bot API's own. */
  private static HttpUrl below(URI base, HttpUrl url) {
    String path = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
    return path.isEmpty() || url.encodedPath().startsWith(path + "/")
        ? url
        : url.newBuilder().encodedPath(path + url.encodedPath()).build();
  }

  private static Response once(Interceptor.Chain chain, OpenConnections connections) throws IOException {
    Departure departure = chain.request().tag(Departure.class);
    if (departure != null && departure.left().get()) {
      throw new IOException("the connection broke after the request was sent");
    }
    connections.check(chain.connection());
    if (departure != null) {
      departure.left().set(true);
    }
    return chain.proceed(chain.request());
  }

  private static Response readable(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      String text = body == null ? "" : body.string();
      JsonNode json = tree(text);
      if (json == null || !json.path("ok").isBoolean()) {
        throw new UnreadableResponseException(response.code());
      }
      return response.newBuilder().body(ResponseBody.create(text, body == null ? null : body.contentType())).build();
    }
  }

  private static @org.jspecify.annotations.Nullable JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Files are not JSON. */
  private static final class Files {
    static boolean is(Request request) {
      return request.url().encodedPath().contains("/file/bot");
    }
  }
}

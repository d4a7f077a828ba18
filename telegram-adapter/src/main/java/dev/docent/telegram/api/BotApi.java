package dev.docent.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The Bot API at one address under one token. A call tries once; what its failure means is in the {@link ApiFault}. Safe
 * for use by several threads.
 */
public final class BotApi implements AutoCloseable {
  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
  /** No flood lasts longer; a number beyond it is a mistake of whoever wrote it. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  /** For the largest file that Telegram takes, over a slow line. */
  private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(10);

  private final URI base;
  private final BotToken token;
  private final ApiTiming timing;
  private final OkHttpClient http;
  private final OkHttpTelegramClient client;
  private final ObjectMapper json = new ObjectMapper();
  private volatile @Nullable Call polling;
  private volatile boolean stopped;
  private volatile Duration serverAhead = Duration.ZERO;

  public BotApi(URI base, BotToken token, ApiTiming timing) {
    this.base = base;
    this.token = token;
    this.timing = timing;
    this.http = Http.client(base, timing.connect(), timing.read(), this::noteTime);
    this.client = new OkHttpTelegramClient(http, token.value(), TelegramUrl.builder()
        .schema(base.getScheme())
        .host(base.getHost())
        .port(base.getPort() > 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80)
        .build());
  }

  /** What Telegram knows of the bot's webhook; its address is empty when there is none. */
  public JsonNode webhookInfo() throws ApiException, InterruptedException {
    return call("getWebhookInfo", json.createObjectNode());
  }

  /**
   * Tells Telegram where to bring updates.
   *
   * @param secret what it shows with each
   * @param connections how many it may bring at once
   */
  public void setWebhook(URI url, String secret, int connections, List<String> kinds)
      throws ApiException, InterruptedException {
    var body = json.createObjectNode()
        .put("url", url.toString())
        .put("secret_token", secret)
        .put("max_connections", connections);
    kinds.forEach(body.putArray("allowed_updates")::add);
    call("setWebhook", body);
  }

  /**
   * Makes one call.
   *
   * @return its result as it came: whoever reads it must not count on more than they need
   */
  public JsonNode call(BotApiMethod<?> method) throws ApiException, InterruptedException {
    try {
      method.validate();
    } catch (TelegramApiException e) {
      throw new ApiException(method.getMethod(), fault(e));
    }
    return method instanceof FileMessage file ? sent(file) : call(method.getMethod(), method);
  }

  private JsonNode sent(FileMessage message) throws ApiException, InterruptedException {
    OkHttpClient patient = http.newBuilder().callTimeout(LONGEST_UPLOAD).build();
    try (Response response = patient
        .newCall(new Request.Builder().url(url("/bot" + token.value() + "/" + message.getMethod()))
            .post(message.body())
            .build())
        .execute()) {
      ResponseBody answer = response.body();
      return result(message.getMethod(), json.readTree(answer == null ? "" : answer.string()));
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the bot is being stopped");
      }
      throw new ApiException(message.getMethod(), fault(e));
    }
  }

  private JsonNode call(String method, Object parameters) throws ApiException, InterruptedException {
    CompletableFuture<ObjectNode> answer = null;
    try {
      answer = client.executeAsync(new Untyped(method, parameters));
      return result(method, answer.get(timing.most().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new ApiException(method, fault(e.getCause() == null ? e : e.getCause()));
    } catch (TelegramApiException e) {
      throw new ApiException(method, fault(e));
    } catch (TimeoutException e) {
      throw new ApiException(method, new ApiFault.Unclear("no answer in " + timing.most()));
    } finally {
      if (answer != null) {
        answer.cancel(true);
      }
    }
  }

  private static JsonNode result(String method, JsonNode answer) throws ApiException {
    if (answer.path("ok").asBoolean()) {
      return answer.path("result");
    }
    throw new ApiException(method, refusal(answer));
  }

  private static ApiFault.Refused refusal(JsonNode answer) {
    JsonNode wait = answer.path("parameters").path("retry_after");
    JsonNode chat = answer.path("parameters").path("migrate_to_chat_id");
    return new ApiFault.Refused(answer.path("error_code").asInt(), answer.path("description").asText(),
        wait.isNumber() ? Duration.ofSeconds(Math.clamp(wait.asLong(), 0, LONGEST_WAIT.toSeconds())) : null,
        chat.isNumber() && chat.canConvertToLong() ? Long.valueOf(chat.asLong()) : null);
  }

  private static ApiFault fault(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      // what wraps it says less
      if (t instanceof NotSentException e) {
        return new ApiFault.NotSent(String.valueOf(e.getMessage()));
      }
    }
    Throwable last = thrown;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return new ApiFault.Unclear(last.getClass().getSimpleName() + ": " + last.getMessage());
  }

  /** Asks who the bot is. */
  public Account me() throws ApiException, InterruptedException {
    return Account.of(call(new GetMe()));
  }

  /**
   * Writes a made-up message and reads a made-up answer. The first real ones would take long, and a process that is
   * killed meanwhile would not know what it had sent.
   */
  public void warmUp() {
    try {
      Untyped.written(new SendMessage("1", "x"));
      new Untyped("getMe", json.createObjectNode())
          .deserializeResponse("{\"ok\": true, \"result\": {\"message_id\": 1}}");
    } catch (TelegramApiException e) {
      throw new IllegalStateException("the library can't write a message", e);
    }
  }

  /**
   * Waits for updates, as raw JSON: one that this program can't understand must not hide the others.
   *
   * @param offset the first id wanted, which confirms all before it; null for whatever Telegram still has
   */
  public List<JsonNode> updates(@Nullable Long offset, List<String> kinds, Duration wait)
      throws ApiException, InterruptedException {
    var body = json.createObjectNode().put("limit", 100).put("timeout", wait.toSeconds());
    if (offset != null) {
      body.put("offset", offset);
    }
    kinds.forEach(body.putArray("allowed_updates")::add);
    Duration most = wait.plus(timing.pollSlack());
    OkHttpClient patient = http.newBuilder().readTimeout(most).callTimeout(most).build();
    Call call = patient.newCall(new Request.Builder().url(url("/bot" + token.value() + "/getUpdates"))
        .post(RequestBody.create(body.toString(), JSON_TYPE))
        .build());
    polling = call;
    if (stopped) {
      throw new InterruptedException("polling was stopped");
    }
    try (Response response = call.execute()) {
      ResponseBody answer = response.body();
      return updates(json.readTree(answer == null ? "" : answer.string()));
    } catch (NotSentException e) {
      throw new ApiException("getUpdates", new ApiFault.NotSent(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      // A call that took too long is cancelled as well, but by itself.
      if (stopped) {
        throw new InterruptedException("polling was stopped");
      }
      throw new ApiException("getUpdates", new ApiFault.Unclear(e.getClass().getSimpleName() + ": " + e.getMessage()));
    } finally {
      polling = null;
    }
  }

  private static List<JsonNode> updates(JsonNode answer) throws ApiException {
    if (answer.path("ok").asBoolean() && answer.path("result").isArray()) {
      return answer.path("result").valueStream().toList();
    }
    throw new ApiException("getUpdates", refusal(answer));
  }

  /** Ends the waiting for updates, now and for ever. */
  public void stopWaiting() {
    stopped = true;
    Call call = polling;
    if (call != null) {
      call.cancel();
    }
  }

  private void noteTime(Response response) {
    Instant date = response.headers().getInstant("Date");
    if (date != null) {
      serverAhead = Duration.between(Instant.now(), date);
    }
  }

  /** The time at Telegram, as far as it is known: this machine's clock may be wrong. */
  public Instant serverTime() {
    return Instant.now().plus(serverAhead);
  }

  /**
   * Downloads a file that {@code getFile} told of. The library would ask Telegram's own address whatever is set.
   *
   * @throws IOException when it can't be had whole, or is longer than {@code most} bytes; the target is then gone
   */
  public void download(String filePath, long most, Path target) throws IOException {
    boolean whole = false;
    try (InputStream in = opened(filePath)) {
      copy(in, most, target);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(target);
      }
    }
  }

  private InputStream opened(String filePath) throws IOException {
    // A Bot API server of one's own, in its local mode, names a file of the machine it runs on.
    if (filePath.startsWith("/") && Files.isRegularFile(Path.of(filePath))) {
      return Files.newInputStream(Path.of(filePath));
    }
    String address = "/file/bot" + token.value() + (filePath.startsWith("/") ? "" : "/") + filePath;
    Response response = http.newCall(new Request.Builder().url(url(address)).build()).execute();
    ResponseBody body = response.body();
    if (response.code() != 200 || body == null) {
      response.close();
      throw new IOException("the file server answered " + response.code());
    }
    return body.byteStream();
  }

  private static void copy(InputStream in, long most, Path target) throws IOException {
    try (var out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 14];
      long copied = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copied += n;
        if (copied > most) {
          throw new IOException("the file is longer than it was said to be");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  private String url(String path) {
    return base.toString().replaceAll("/+$", "") + path;
  }

  /** Open connections and calls under way, for those who watch over them. */
  public Map<String, Integer> sockets() {
    return Map.of("connections", http.connectionPool().connectionCount(), "calls",
        http.dispatcher().runningCallsCount());
  }

  @Override
  public void close() {
    stopWaiting();
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}

package dev.docent.langchain4j;

import dev.docent.ModelName;
import dev.docent.ModelName.Provider;
import dev.docent.answer.ReaderException;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the chat model of a name. Nothing is asked for, not even a key, before the first call. */
public final class ModelFactory {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int MOST_TOKENS = 2048;
  /** Ollama cuts a prompt off silently at its own small default. */
  private static final int OLLAMA_CONTEXT = 16_384;

  private final ModelName name;
  private final @Nullable StreamingChatModel given;
  private final @Nullable URI baseUrl;
  private final Duration timeout;
  private final ApiKeys keys;
  private final BlockingHttpClient http;
  private final ModelFailures failures;

  /**
   * @param baseUrl where the server listens, with or without the version that ends it; null for the provider's own
   * @param timeout how long one answer may take
   * @param environment looks up a variable; null for one that isn't set
   * @throws IllegalArgumentException for {@link ModelName#OFFLINE}, and for a base URL that isn't one of HTTP
   */
  public ModelFactory(ModelName name, @Nullable URI baseUrl, Duration timeout,
      Function<String, @Nullable String> environment) {
    if (!name.remote() || name.provider() == Provider.APPLICATION) {
      throw new IllegalArgumentException("no chat model is called " + name);
    }
    if (baseUrl != null && (baseUrl.getHost() == null || !String.valueOf(baseUrl.getScheme()).matches("(?i)https?"))) {
      throw new IllegalArgumentException("docent.model-base-url must look like http://host:port");
    }
    this.name = name;
    this.given = null;
    this.baseUrl = baseUrl;
    this.timeout = timeout;
    this.keys = new ApiKeys(environment);
    this.http = new BlockingHttpClient(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT);
    this.failures = new ModelFailures(name, shownAddress(),
        ApiKeys.variables(name.provider()).stream().findFirst().orElse(""));
  }

  /**
   * Makes nothing, for the application did.
   *
   * @param timeout how long one answer may take
   */
  public ModelFactory(ApplicationModel application, Duration timeout) {
    this.name = application.name();
    this.given = application.waiting();
    this.baseUrl = null;
    this.timeout = timeout;
    this.keys = new ApiKeys(variable -> null);
    this.http = new BlockingHttpClient(LONGEST_CONNECT);
    this.failures = new ModelFailures(name, "its server", "");
  }

  public ModelName name() {
    return name;
  }

  /** How long one answer may take. */
  public Duration timeout() {
    return timeout;
  }

  /**
   * Makes the smallest of calls, to see whether key, address and model are right.
   *
   * @throws ReaderException when they aren't; the message says what to do
   */
  public void check() throws InterruptedException {
    new ModelCall(this, timeout).text("Reply with the word ok.");
  }

  ModelFailures failures() {
    return failures;
  }

  /**
   * The model.
   *
   * @throws ReaderException when its key is missing
   */
  StreamingChatModel model() {
    if (given != null) {
      return given;
    }
    return switch (name.provider()) {
      case OPENAI -> OpenAiStreamingChatModel.builder()
          .httpClientBuilder(http.asBuilder())
          .baseUrl(address())
          .apiKey(key())
          .modelName(name.model())
          .build();
      case OLLAMA -> OllamaStreamingChatModel.builder()
          .httpClientBuilder(http.asBuilder())
          .baseUrl(address())
          .modelName(name.model())
          .temperature(0.0)
          .numCtx(OLLAMA_CONTEXT)
          .build();
      case ANTHROPIC -> AnthropicStreamingChatModel.builder()
          .httpClientBuilder(http.asBuilder())
          .baseUrl(address())
          .apiKey(key())
          .modelName(name.model())
          .maxTokens(MOST_TOKENS)
          .build();
      case GEMINI -> GoogleAiGeminiStreamingChatModel.builder()
          .httpClientBuilder(http.asBuilder())
          .baseUrl(address())
          .apiKey(key())
          .modelName(name.model())
          .temperature(0.0)
          .build();
      case OFFLINE, APPLICATION -> throw new IllegalStateException("no chat model is called " + name);
    };
  }

  private String key() {
    try {
      Optional<String> key = keys.find(name.provider());
      // A server of one's own often wants none, but the wire format has a place for it.
      return key.orElseGet(() -> {
        if (name.provider() == Provider.OPENAI && baseUrl != null) {
          return "none";
        }
        throw failures.missingKey();
      });
    } catch (IOException e) {
      throw failures.unreadableKey(e);
    }
  }

  private String address() {
    return switch (name.provider()) {
      case OPENAI -> versioned("https://api.openai.com", "/v1");
      case ANTHROPIC -> versioned("https://api.anthropic.com", "/v1");
      case GEMINI -> versioned("https://generativelanguage.googleapis.com", "/v1beta");
      case OLLAMA -> versioned("http://localhost:11434", "");
      case OFFLINE, APPLICATION -> throw new IllegalStateException("no address for " + name);
    };
  }

  private String versioned(String usual, String version) {
    String url = (baseUrl == null ? usual : baseUrl.toString()).replaceFirst("/+$", "");
    return url.endsWith(version) ? url : url + version;
  }

  /** The address as messages may show it: without user info, query and version. */
  private String shownAddress() {
    URI url = URI.create(address());
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = baseUrl == null || baseUrl.getPath() == null ? "" : baseUrl.getPath().replaceFirst("/+$", "");
    return url.getScheme() + "://" + url.getHost() + port + path;
  }
}

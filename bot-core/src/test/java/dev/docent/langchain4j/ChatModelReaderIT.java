package dev.docent.langchain4j;

import static dev.docent.index.InMemoryIndexView.segment;
import static dev.docent.langchain4j.FakeModelServer.hangs;
import static dev.docent.langchain4j.FakeModelServer.openAi;
import static dev.docent.langchain4j.FakeModelServer.openAiChunk;
import static dev.docent.langchain4j.FakeModelServer.raw;
import static dev.docent.langchain4j.FakeModelServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.docent.ModelName;
import dev.docent.answer.pipeline.CitationVerifier;
import dev.docent.answer.ClaimListener;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.ReaderException;
import dev.docent.answer.Usage;
import dev.docent.answer.Layout;
import dev.docent.answer.claim.FactCheck;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
@Isolated("its time limits are short")
class ChatModelReaderIT {
  private static final String KEY = "sk-very-secret";
  private static final Segment OFFICE = segment("office.md", "The office opens at nine. Dogs may come on Fridays.");
  private static final Segment ENVOY = segment("envoy.md", "William Bullitt became ambassador in 1933.");

  private final FakeModelServer server = new FakeModelServer();
  private final InMemoryIndexView view = new InMemoryIndexView(OFFICE, ENVOY);
  private final List<Draft.Claim> heard = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersSentenceBySentenceWithQuotesChosenFromThePassages() throws Exception {
    server.then(openAi("The office ope", "ns at nine [1]. Bul", "litt became ambassador in 1933. [", "2]"));
    Draft draft = read("openai:gpt");
    assertThat(draft).isInstanceOfSatisfying(Draft.Written.class,
        written -> assertThat(written.claims()).containsExactlyElementsOf(heard));
    assertThat(shown()).containsExactly("The office opens at nine. [1]", "Bullitt became ambassador in 1933. [2]");
    assertThat(said(0).support()).containsExactly(new Draft.Support(OFFICE, "The office opens at nine."));
    assertThat(server.paths).containsExactly("/v1/chat/completions");
    assertThat(server.bodies.getFirst()).contains("[1] office.md\\nThe office opens").doesNotContain(KEY);
  }

  @Test
  void handsOnTheFirstSentenceWhileTheSecondIsWritten() throws Exception {
    var go = new CountDownLatch(1);
    server.then(exchange -> {
      var out = FakeModelServer.begin(exchange, "text/event-stream");
      FakeModelServer.send(out, openAiChunk("The office opens at nine [1]. Dogs "));
      if (go.await(5, TimeUnit.SECONDS)) {
        FakeModelServer.send(out, openAiChunk(" may come [1]."));
        FakeModelServer.send(out, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
      }
      out.close();
    });
    reader("openai:gpt", server.address(), 10_000).read(Query.of("When?"), evidence(), claim -> {
      heard.add(claim);
      go.countDown();
    });
    assertThat(heard).hasSize(2);
  }

  @Test
  void declinesWhenTheModelSaysThatNothingAnswers() throws Exception {
    server.then(openAi("NOT_IN_THE", "_DOCUMENTS"));
    assertThat(read("openai:gpt")).isInstanceOf(Draft.Declined.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void saysThatTheModelWroteNothing() {
    server.then(openAi());
    assertThat(failure("openai:gpt", 5_000))
        .hasMessage("the model openai:gpt wrote nothing. Try again, or another model.");
  }

  @Test
  void saysThatTheModelOnlyThought() {
    server.then(openAi("<think>The office opens at nine [1].</think>"));
    assertThat(failure("openai:gpt", 5_000)).hasMessageContaining("wrote nothing");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {"content":""}            | content_filter | withheld its answer: the provider's content filter stopped it.
      {"refusal":"I can't."}    | stop           | refused to answer.
      {"tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]} | tool_calls | asked for a tool instead of answering.
      {"content":null}          | stop           | wrote nothing.
      {"content":"The off"}     | length         | was cut off at its limit before it had answered.
      """)
  void saysWhyThereIsNoAnswer(String delta, String finish, String message) {
    server.then(raw("text/event-stream", "data: {\"choices\":[{\"index\":0,\"delta\":" + delta
        + "}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + finish
        + "\"}]}\n\ndata: [DONE]\n\n"));
    assertThat(failure("openai:gpt", 5_000)).hasMessageStartingWith("the model openai:gpt " + message);
  }

  @Test
  void keepsWhatIsWholeOfAnAnswerThatWasCut() throws Exception {
    server.then(raw("text/event-stream", openAiChunk("The office opens at nine [1]. Dogs may come on")
        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"));
    Draft draft = read("openai:gpt");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(draft.notes().notices())
        .containsExactly("openai:gpt was cut off at its limit: the end of the answer is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"This model's maximum context length is 4096 tokens.", "prompt is too long: 9000 tokens",
      "the request exceeds the available context size", "input length and max_tokens exceed context limit"})
  void readsTheBetterHalfWhenAllIsTooLong(String said) throws Exception {
    server.then(status(400, "{\"error\":{\"message\":\"" + said + "\"}}"))
        .then(openAi("The office opens at nine [1]."));
    Draft draft = read("openai:gpt");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(server.bodies.get(1)).contains("The office opens").doesNotContain("William Bullitt");
    assertThat(draft.notes().notices()).containsExactly(
        "the model openai:gpt can't read that much at once. It was shown the best 1 of 2 passages.");
  }

  @Test
  void takesAnAnswerInOnePieceFromAServerThatDoesNotStream() throws Exception {
    server.then(raw("application/json",
        "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
            + "\"content\":\"The office opens at nine [1].\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}"));
    Draft draft = read("openai:gpt");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(draft.notes().usage()).isEqualTo(new Usage(7, 5));
  }

  @Test
  void takesBackWhatTurnsOutToBeThought() throws Exception {
    server
        .then(openAi("Dogs may come on Fridays [1].\n\nSo", " it is nine.\n</think>\n\n",
            "The office opens at nine [1]."));
    var restarts = new ArrayList<String>();
    Draft draft = reader("openai:gpt", server.address(), 10_000).read(Query.of("When?"), evidence(),
        new ClaimListener() {
          @Override
          public void claim(Draft.Claim claim) {
            heard.add(claim);
          }

          @Override
          public void restart(String reason) {
            restarts.add(reason);
            heard.clear();
          }
        });
    assertThat(restarts).containsExactly("openai:gpt was thinking aloud");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(draft).isInstanceOfSatisfying(Draft.Written.class,
        written -> assertThat(written.claims()).isEqualTo(heard));
  }

  @Test
  void readsAWholeDocumentInPartsAndCitesFromEach() throws Exception {
    List<Segment> rooms = IntStream.rangeClosed(1, ChatModelReader.PART + 2)
        .mapToObj(i -> segment("rooms.md", "Room %d is painted %s.".formatted(i, i % 2 == 0 ? "green" : "blue")))
        .toList();
    server.then(openAi("Room 1 is painted blue [1]. Room 12 is painted green [12]."))
        .then(openAi("Room 14 is painted green [2]."));
    Evidence all = new Evidence(rooms.stream()
        .map(room -> new Passage(room, 1, 0, RetrieverRank.NONE, RetrieverRank.NONE))
        .toList(), new InMemoryIndexView(rooms.toArray(Segment[]::new)));
    reader("openai:gpt", server.address(), 10_000).read(Query.of("Summarise the rooms"), all, heard::add);
    assertThat(heard).extracting(claim -> ((Draft.Claim.Said) claim).support().getFirst().quote())
        .containsExactly("Room 1 is painted blue.", "Room 12 is painted green.", "Room 14 is painted green.");
    assertThat(server.bodies.getFirst()).contains("Room 12 is").doesNotContain("Room 13 is");
    assertThat(server.bodies.get(1)).contains("Room 13 is").doesNotContain("Room 12 is");
  }

  @Test
  void aPartWithoutAnAnswerDoesNotEndTheReading() throws Exception {
    List<Segment> rooms = IntStream.rangeClosed(1, ChatModelReader.PART + 1)
        .mapToObj(i -> segment("rooms.md", "Room %d is painted blue.".formatted(i)))
        .toList();
    server.then(openAi("NOT_IN_THE_DOCUMENTS")).then(openAi("Room 13 is painted blue [1]."));
    Evidence all = new Evidence(rooms.stream()
        .map(room -> new Passage(room, 1, 0, RetrieverRank.NONE, RetrieverRank.NONE))
        .toList(), new InMemoryIndexView(rooms.toArray(Segment[]::new)));
    assertThat(reader("openai:gpt", server.address(), 10_000).read(Query.of("Which?"), all, heard::add))
        .isInstanceOf(Draft.Written.class);
    assertThat(heard).hasSize(1);
  }

  @Test
  void doesNotShowAnInventedQuote() throws Exception {
    server.then(openAi("The handbook says \"cats are welcome every day\" [1]. The office opens at nine [1]."));
    read("openai:gpt");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
  }

  @Test
  void doesNotShowASentenceWithAnUnknownMarker() throws Exception {
    server.then(openAi("The office opens at nine [9]. Dogs may come on Fridays [1]."));
    Draft draft = read("openai:gpt");
    assertThat(shown()).containsExactly("Dogs may come on Fridays. [1]");
    assertThat(heard).hasSize(2);
    assertThat(draft.notes().reading()).contains("cited passage 9 of 2: The office opens at nine.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      401 | true  | did not accept the key (OPENAI_API_KEY). Run 'docent doctor'.
      404 | true  | is unknown at
      400 | false | refused the question (HTTP 400). Run 'docent doctor'.
      429 | false | is over its quota or asked too often (429). Try again later.
      500 | false | failed with server error 500. Try again later.
      503 | false | failed with server error 503. Try again later.
      """)
  void saysInOneLineWhatTheServerRefused(int status, boolean permanent, String message) {
    String body = "{\"error\":{\"message\":\"bad " + KEY + "\"}}";
    server.then(status(status, body)).then(status(status, body));
    ReaderException failure = failure("openai:gpt", 5_000);
    assertThat(failure).hasMessageStartingWith("the model openai:gpt " + message);
    assertThat(failure.getMessage()).doesNotContain(KEY).doesNotContain("\n");
    assertThat(failure.permanent()).isEqualTo(permanent);
  }

  @Test
  void triesOnceMoreAfterATransientRefusal() throws Exception {
    server.then(status(500, "")).then(openAi("The office opens at nine [1]."));
    read("openai:gpt");
    assertThat(shown()).hasSize(1);
  }

  @Test
  void doesNotTryAgainWhenToldToWaitLong() {
    server.then(exchange -> {
      exchange.getResponseHeaders().set("Retry-After", "60");
      status(429, "").to(exchange);
    });
    assertThat(failure("openai:gpt", 5_000)).hasMessageContaining("(429)");
    assertThat(server.paths).hasSize(1);
  }

  @Test
  void givesUpAServerThatHangs() {
    server.then(hangs());
    assertThat(failure("openai:gpt", 400)).hasMessageStartingWith("the model openai:gpt took longer than 0.4 s.");
  }

  @Test
  void givesUpAStreamThatStalls() throws Exception {
    server.then(server.stalls(openAiChunk("The office")));
    assertThat(failure("openai:gpt", 900)).hasMessageContaining("fell silent in the middle of an answer for 0.3 s");
    assertThat(server.abandoned.await(2, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void givesUpAStreamThatTricklesPastTheDeadline() {
    server.then(exchange -> {
      var out = FakeModelServer.begin(exchange, "text/event-stream");
      while (true) {
        FakeModelServer.send(out, openAiChunk("x"));
        Thread.sleep(20);
      }
    });
    assertThat(failure("openai:gpt", 500)).hasMessageContaining("took longer than 0.5 s");
  }

  @Test
  void takesACutStreamForAFailure() {
    server.then(raw("text/event-stream", openAiChunk("The office opens at nine [1]. And")));
    assertThat(failure("openai:gpt", 5_000)).hasMessageContaining("was cut off in the middle");
    assertThat(server.paths).hasSize(1);
  }

  @Test
  void takesACutGeminiStreamForAFailure() {
    server.then(raw("text/event-stream", """
        data: {"candidates":[{"content":{"role":"model","parts":[{"text":"The office"}]},"index":0}],\
        "usageMetadata":{"promptTokenCount":1,"totalTokenCount":2},"modelVersion":"m"}

        """));
    assertThat(failure("gemini:m", 5_000)).hasMessageContaining("was cut off in the middle");
  }

  @Test
  void saysThatAServerClosedTheConnection() {
    server.then(HttpExchange::close).then(HttpExchange::close);
    assertThat(failure("openai:gpt", 5_000)).hasMessageContaining("closed the connection at " + server.address());
  }

  @Test
  void takesAPageThatIsNoModelsForAFailure() {
    server.then(raw("text/html", "<html>Welcome</html>")).then(raw("text/html", "<html>Welcome</html>"));
    assertThat(failure("ollama:m", 5_000)).hasMessageStartingWith("the model ollama:m ")
        .hasMessageNotContaining("Welcome");
  }

  @Test
  void saysWhereNobodyListens() throws Exception {
    URI nowhere;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://user:pass@127.0.0.1:" + socket.getLocalPort() + "/v1");
    }
    ReaderException failure = catchThrowableOfType(ReaderException.class,
        () -> reader("openai:gpt", nowhere, 5_000).read(Query.of("When?"), evidence(), heard::add));
    assertThat(failure).hasMessageStartingWith(
        "the model openai:gpt can't be reached at http://127.0.0.1:" + nowhere.getPort() + "/v1. ");
    assertThat(failure.permanent()).isFalse();
  }

  @Test
  void saysWhichKeyIsMissingAtTheFirstCall() {
    var factory = new ModelFactory(ModelName.parse("anthropic:claude"), null, Duration.ofSeconds(5), name -> null);
    var reader = new ChatModelReader(factory);
    ReaderException failure = catchThrowableOfType(ReaderException.class,
        () -> reader.read(Query.of("When?"), evidence(), heard::add));
    assertThat(failure)
        .hasMessage("the model anthropic:claude needs a key. Set ANTHROPIC_API_KEY or ANTHROPIC_API_KEY_FILE.");
    assertThat(failure.permanent()).isTrue();
  }

  @Test
  void asksAnOpenAiCompatibleServerWithoutAKey() throws Exception {
    server.then(openAi("The office opens at nine [1]."));
    URI versioned = URI.create(server.address() + "/v1/");
    var factory = new ModelFactory(ModelName.parse("openai:local"), versioned, Duration.ofSeconds(5), name -> null);
    new ChatModelReader(factory).read(Query.of("When?"), evidence(), heard::add);
    assertThat(server.paths).containsExactly("/v1/chat/completions");
    assertThat(shown()).hasSize(1);
  }

  @Test
  void endsTheCallAtOnceWhenInterruptedBeforeTheFirstToken() throws Exception {
    server.then(hangs());
    interruptedQuickly();
  }

  @Test
  void endsTheCallAtOnceWhenInterruptedInTheMiddle() throws Exception {
    server.then(server.stalls(openAiChunk("The office")));
    interruptedQuickly();
    assertThat(server.abandoned.await(2, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void checksAModelWithASmallCall() throws Exception {
    server.then(openAi("ok"));
    factory("openai:gpt", server.address(), 5_000).check();
    assertThat(server.bodies).hasSize(1);
  }

  @Test
  void speaksToOllama() throws Exception {
    server.then(raw("application/x-ndjson", """
        {"model":"m","message":{"role":"assistant","content":"The office opens "},"done":false}
        {"model":"m","message":{"role":"assistant","content":"at nine [1]."},"done":false}
        {"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","eval_count":3}
        """));
    read("ollama:m");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(server.paths).containsExactly("/api/chat");
  }

  @Test
  void takesACutOllamaStreamForAFailure() {
    server.then(raw("application/x-ndjson",
        "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"The office \"},\"done\":false}\n"));
    assertThat(failure("ollama:m", 5_000)).hasMessageContaining("was cut off in the middle");
  }

  @Test
  void saysHowToGetAnOllamaModel() {
    server.then(status(404, "{\"error\":\"model not found\"}"));
    assertThat(failure("ollama:m", 5_000)).hasMessageEndingWith("Run 'ollama pull m'.");
  }

  @Test
  void speaksToAnthropic() throws Exception {
    server.then(raw("text/event-stream",
        """
            event: message_start
            data: {"type":"message_start","message":{"id":"1","type":"message","role":"assistant","model":"m",\
            "content":[],"usage":{"input_tokens":1,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"The office opens at nine [1]."}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":9}}

            event: message_stop
            data: {"type":"message_stop"}

            """));
    read("anthropic:m");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(server.paths).containsExactly("/v1/messages");
  }

  @Test
  void takesACutAnthropicStreamForAFailure() {
    server.then(raw("text/event-stream", """
        event: message_start
        data: {"type":"message_start","message":{"id":"1","type":"message","role":"assistant","model":"m",\
        "content":[],"usage":{"input_tokens":1,"output_tokens":1}}}

        event: content_block_start
        data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"The office"}}

        """));
    assertThat(failure("anthropic:m", 5_000)).hasMessageContaining("was cut off in the middle");
  }

  @Test
  void speaksToGemini() throws Exception {
    server.then(raw("text/event-stream",
        """
            data: {"candidates":[{"content":{"role":"model","parts":[{"text":"The office opens at nine [1]."}]},"index":0}],\
            "usageMetadata":{"promptTokenCount":1,"totalTokenCount":2},"modelVersion":"m"}

            data: {"candidates":[{"content":{"role":"model","parts":[{"text":""}]},"finishReason":"STOP","index":0}],\
            "usageMetadata":{"promptTokenCount":1,"totalTokenCount":2},"modelVersion":"m"}

            """));
    read("gemini:m");
    assertThat(shown()).containsExactly("The office opens at nine. [1]");
    assertThat(server.paths.getFirst()).startsWith("/v1beta/models/m:streamGenerateContent");
  }

  @Test
  void knowsGeminisWayToRefuseAKey() {
    server.then(status(400, "{\"error\":{\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}"));
    assertThat(failure("gemini:m", 5_000)).hasMessageContaining("did not accept the key (GEMINI_API_KEY)");
  }

  private void interruptedQuickly() throws InterruptedException {
    var ended = new CompletableFuture<Long>();
    Thread asking = Thread.ofPlatform().start(() -> {
      try {
        read("openai:gpt");
        ended.completeExceptionally(new AssertionError("not interrupted"));
      } catch (InterruptedException e) {
        ended.complete(System.nanoTime());
      }
    });
    assertThat(server.asked.await(5, TimeUnit.SECONDS)).isTrue();
    Thread.sleep(100);
    long interrupted = System.nanoTime();
    asking.interrupt();
    try {
      assertThat(Duration.ofNanos(ended.get() - interrupted)).isLessThan(Duration.ofMillis(500));
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private ReaderException failure(String model, int millis) {
    return catchThrowableOfType(ReaderException.class,
        () -> reader(model, server.address(), millis).read(Query.of("When?"), evidence(), heard::add));
  }

  private Draft read(String model) throws InterruptedException {
    return reader(model, server.address(), 10_000).read(Query.of("When?"), evidence(), heard::add);
  }

  private static ChatModelReader reader(String model, URI address, int millis) {
    return new ChatModelReader(factory(model, address, millis));
  }

  private static ModelFactory factory(String model, URI address, int millis) {
    var keys = Map.of("OPENAI_API_KEY", KEY, "ANTHROPIC_API_KEY", KEY, "GEMINI_API_KEY", KEY);
    return new ModelFactory(ModelName.parse(model), address, Duration.ofMillis(millis), keys::get);
  }

  private Evidence evidence() {
    return new Evidence(List.of(new Passage(OFFICE, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE),
        new Passage(ENVOY, 2, 1, RetrieverRank.NONE, RetrieverRank.NONE)), view);
  }

  private Draft.Claim.Said said(int i) {
    return (Draft.Claim.Said) heard.get(i);
  }

  private List<String> shown() {
    var verification = new CitationVerifier(new FactCheck()).begin(evidence(), Query.of("When?"));
    return heard.stream()
        .flatMap(claim -> Layout.of(verification.verify(claim)).stream())
        .map(Layout::plain)
        .toList();
  }
}

package dev.docent.langchain4j;

import dev.docent.answer.ReaderException;
import dev.docent.answer.Usage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.EOFException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls a model with a deadline over everything, a shorter patience between two pieces, and at most one more try. The
 * provider's own timeout ends at the head of the response, hence these.
 */
final class ModelCall {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int PATIENCE_SHARE = 3;

  private final ModelFactory factory;
  private final Duration limit;
  private final Duration patience;

  ModelCall(ModelFactory factory, Duration limit) {
    this.factory = factory;
    this.limit = limit;
    this.patience = limit.dividedBy(PATIENCE_SHARE);
  }

  /** All that the model writes to a single message. */
  String text(String message) throws InterruptedException {
    var written = new StringBuilder();
    run(List.of(UserMessage.from(message)), written::append);
    return written.toString();
  }

  /**
   * Hands on each piece the model writes, on the calling thread; returns when it has written everything.
   *
   * @return how it ended
   * @throws TooLongException when the messages are longer than the model reads; nothing was handed on before
   * @throws ReaderException when it can't; pieces may have been handed on before
   * @throws InterruptedException when the calling thread was interrupted; the call is ended
   */
  Ending run(List<ChatMessage> messages, Consumer<String> pieces) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    StreamingChatModel model = factory.model();
    ChatRequest request = ChatRequest.builder().messages(messages).build();
    Outcome outcome = attempt(model, request, end, pieces);
    Throwable failure = outcome.failure;
    if (failure != null && ModelFailures.worthRetrying(failure)) {
      Duration pause = ModelFailures.find(failure, RefusedException.class)
          .flatMap(RefusedException::retryAfter)
          .orElse(PAUSE);
      if (pause.compareTo(LONGEST_PAUSE) <= 0 && System.nanoTime() + pause.toNanos() < end) {
        Thread.sleep(pause);
        outcome = attempt(model, request, end, pieces);
        failure = outcome.failure;
      }
    }
    if (failure != null) {
      throw factory.failures().of(failure);
    }
    return outcome.ending;
  }

  /** Why a model stopped and what that took. */
  record Ending(FinishReason reason, Usage usage) {}

  /** How an attempt ended, or what failed before anything was handed on, so that another does no harm. */
  private record Outcome(Ending ending, @Nullable Throwable failure) {}

  private Outcome attempt(StreamingChatModel model, ChatRequest request, long end, Consumer<String> pieces)
      throws InterruptedException {
    var events = new LinkedBlockingQueue<Event>();
    Thread worker = Thread.ofVirtual().name("docent-model").start(() -> call(model, request, events));
    boolean begun = false;
    try {
      while (true) {
        switch (next(events, end, begun)) {
          case Event.Piece(String text) -> {
            begun = true;
            pieces.accept(text);
          }
          case Event.Finished(Ending ending) -> {
            return new Outcome(ending, null);
          }
          case Event.Failed(Throwable cause) -> {
            if (begun) {
              throw factory.failures().inTheMiddle(cause);
            }
            return new Outcome(new Ending(FinishReason.OTHER, Usage.NONE), cause);
          }
        }
      }
    } finally {
      // Ends the call if it is still under way: the connection is closed.
      worker.interrupt();
    }
  }

  private Event next(BlockingQueue<Event> events, long end, boolean begun) throws InterruptedException {
    long left = end - System.nanoTime();
    boolean patient = begun && patience.toNanos() < left;
    Event event = left <= 0 ? null : events.poll(patient ? patience.toNanos() : left, TimeUnit.NANOSECONDS);
    if (event == null) {
      throw patient ? factory.failures().stalled(patience) : factory.failures().tookTooLong(limit);
    }
    return event;
  }

  private static void call(StreamingChatModel model, ChatRequest request, BlockingQueue<Event> events) {
    try {
      model.chat(request, new Handler(events));
      // The stream has been read to its end by now. Some providers' clients say nothing at all when it was cut.
      events.add(new Event.Failed(new EOFException("the stream ended without a finish")));
    } catch (RuntimeException | LinkageError e) {
      events.add(new Event.Failed(e));
    }
  }

  /** What happens during a call. */
  private sealed interface Event {
    record Piece(String text) implements Event {}

    record Finished(Ending ending) implements Event {}

    record Failed(Throwable cause) implements Event {}
  }

  private record Handler(BlockingQueue<Event> events) implements StreamingChatResponseHandler {
    @Override
    public void onPartialResponse(String text) {
      events.add(new Event.Piece(text));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      // A connection that was lost looks like an end, only without a reason for it.
      events.add(response.finishReason() == null
          ? new Event.Failed(new EOFException("the stream ended without a finish reason"))
          : new Event.Finished(new Ending(response.finishReason(), usage(response.tokenUsage()))));
    }

    private static Usage usage(@Nullable TokenUsage usage) {
      return usage == null ? Usage.NONE : new Usage(count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static long count(@Nullable Integer tokens) {
      return tokens == null ? 0 : Math.max(0, tokens);
    }

    @Override
    public void onError(Throwable error) {
      events.add(new Event.Failed(error));
    }
  }
}

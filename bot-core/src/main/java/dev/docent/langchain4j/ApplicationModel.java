package dev.docent.langchain4j;

import dev.docent.ModelName;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.util.concurrent.CountDownLatch;

/**
 * A model that an application made, with its own keys, listeners and limits, and lends to Docent.
 *
 * @param model may answer on threads of its own
 */
public record ApplicationModel(ModelName name, StreamingChatModel model) {
  public ApplicationModel {
    if (name.provider() != ModelName.Provider.APPLICATION) {
      throw new IllegalArgumentException(name + " is no model of an application");
    }
  }

  /** @param name what the model is called in answers and notices */
  public static ApplicationModel of(String name, StreamingChatModel model) {
    return new ApplicationModel(new ModelName(ModelName.Provider.APPLICATION, name), model);
  }

  /** One that writes its answer at once: it is shown when it is whole. */
  public static ApplicationModel of(String name, ChatModel model) {
    return of(name, new AtOnce(model));
  }

  /** The same as Docent calls its own: a call comes back when the answer has ended. */
  StreamingChatModel waiting() {
    return new Waiting(model);
  }

  /** A model that doesn't stream, taken for one that does so in a single piece. */
  private record AtOnce(ChatModel model) implements StreamingChatModel {

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
      ChatResponse response;
      try {
        response = model.chat(request);
      } catch (RuntimeException e) {
        handler.onError(e);
        return;
      }
      String text = response.aiMessage().text();
      if (text != null && !text.isEmpty()) {
        handler.onPartialResponse(text);
      }
      handler.onCompleteResponse(response);
    }
  }

  private record Waiting(StreamingChatModel model) implements StreamingChatModel {

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
      var ended = new CountDownLatch(1);
      model.chat(request, new StreamingChatResponseHandler() {
        @Override
        public void onPartialResponse(String text) {
          handler.onPartialResponse(text);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
          // Models of one's own often give no reason for an end, and then it is an ordinary one.
          handler.onCompleteResponse(response.finishReason() == null
              ? ChatResponse.builder()
                  .aiMessage(response.aiMessage())
                  .tokenUsage(response.tokenUsage())
                  .finishReason(FinishReason.STOP)
                  .build()
              : response);
          ended.countDown();
        }

        @Override
        public void onError(Throwable error) {
          handler.onError(error);
          ended.countDown();
        }
      });
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

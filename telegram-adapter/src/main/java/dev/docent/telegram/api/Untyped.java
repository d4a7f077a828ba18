package dev.docent.telegram.api;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A call that is sent as the library writes it, and whose answer is left as it came. The library binds an answer to all
 * of its types, and one field that is missing or has grown would cost a message's id, or the start.
 */
final class Untyped extends BotApiMethod<ObjectNode> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String method;
  private final Object parameters;

  /** @param parameters what is sent, in a form that JSON can be made of */
  Untyped(String method, Object parameters) {
    this.method = method;
    this.parameters = parameters;
  }

  @JsonValue
  Object parameters() {
    return parameters;
  }

  @Override
  public String getMethod() {
    return method;
  }

  /** The whole answer, whether it is a result or a refusal. */
  @Override
  public ObjectNode deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      if (JSON.readTree(answer) instanceof ObjectNode whole) {
        return whole;
      }
      throw new TelegramApiRequestException("no object");
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("no JSON", e);
    }
  }

  /** As it is sent. */
  static String written(BotApiMethod<?> call) throws TelegramApiException {
    try {
      return JSON.writeValueAsString(new Untyped(call.getMethod(), call));
    } catch (JsonProcessingException e) {
      throw new TelegramApiException("can't be written", e);
    }
  }
}

package dev.docent.shell.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import dev.docent.shell.outcome.UnreadableInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a line of input holds and says which field of it is amiss. */
public final class InputFields {
  private InputFields() {}

  /** A question that is typed needs none. */
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /** The object that a line holds; the exception's message says in one line why it is none. */
  public static ObjectNode object(String line) throws JsonProcessingException {
    if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
      return object;
    }
    throw new UnreadableInputException("this line is no JSON object");
  }

  /** @throws UnreadableInputException for words that can't be a question; the message says why */
  public static Question question(String text, @Nullable ConversationId conversation, List<Turn> history) {
    try {
      return new Question(text, conversation, history);
    } catch (IllegalArgumentException e) {
      throw new UnreadableInputException(String.valueOf(e.getMessage()));
    }
  }

  /** A text under the first of the names that is there. */
  public static String text(ObjectNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null && value.isTextual()) {
        return value.textValue();
      }
    }
    throw new UnreadableInputException("this line has no text under \"" + names[0] + "\"");
  }

  /** Texts under the first of the names that is there; none when there is none. */
  public static List<String> texts(ObjectNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null && !value.isNull()) {
        return texts(name, value);
      }
    }
    return List.of();
  }

  static boolean flag(ObjectNode object, String name, boolean otherwise) {
    JsonNode value = object.get(name);
    return value == null ? otherwise : value.asBoolean(otherwise);
  }

  private static List<String> texts(String name, JsonNode value) {
    var texts = new ArrayList<String>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw new UnreadableInputException("\"" + name + "\" must be a list of texts");
      }
      texts.add(element.textValue());
    }
    if (!value.isArray()) {
      throw new UnreadableInputException("\"" + name + "\" must be a list of texts");
    }
    return texts;
  }
}

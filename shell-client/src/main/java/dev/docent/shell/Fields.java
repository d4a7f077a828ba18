package dev.docent.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads fields of an input line and says which one is amiss. */
final class Fields {
  private Fields() {}

  /** A text under the first of the names that is there. */
  static String text(ObjectNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null && value.isTextual()) {
        return value.textValue();
      }
    }
    throw new UnreadableInputException("this line has no text under \"" + names[0] + "\"");
  }

  /** Texts under the first of the names that is there; none when there is none. */
  static List<String> texts(ObjectNode object, String... names) {
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

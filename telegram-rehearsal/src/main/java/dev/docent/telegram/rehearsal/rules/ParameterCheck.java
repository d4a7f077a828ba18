package dev.docent.telegram.rehearsal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a request against the table: names, types, lengths. What depends on the chat is checked elsewhere. */
public final class ParameterCheck {
  private static final int MOST_BUTTONS = 100;
  private static final Set<String> MUST_SAY_SOMETHING = Set.of("sendMessage", "editMessageText");
  private final ApiTable table;

  public ParameterCheck(ApiTable table) {
    this.table = table;
  }

  /** A form carries lists and objects as JSON in a string: they become what they stand for. */
  public void unfold(String method, ObjectNode request) {
    table.parameters(method).values().stream().filter(Parameter::isNested).forEach(parameter -> {
      if (request.path(parameter.name()).isTextual()) {
        request.set(parameter.name(), ApiJson.parse(request.path(parameter.name()).asText()));
      }
    });
  }

  public List<Breach> breaches(String method, ObjectNode request) {
    List<Breach> breaches = new ArrayList<>();
    fields(method, method, request, breaches);
    text("text", "entities", request, breaches);
    text("caption", "caption_entities", request, breaches);
    if (MUST_SAY_SOMETHING.contains(method) && request.has("text") && isBlank(request.path("text").asText())) {
      breaches.add(new Breach("text is blank", "message text is empty"));
    }
    keyboard(request.path("reply_markup").path("inline_keyboard"), breaches);
    return breaches.stream().map(b -> new Breach(method + ": " + b.what(), b.answer())).toList();
  }

  private void fields(String at, String entry, JsonNode object, List<Breach> breaches) {
    Map<String, Parameter> parameters = table.parameters(entry);
    object.fieldNames().forEachRemaining(name -> {
      // The library repeats the method's name in the body.
      if (!parameters.containsKey(name) && !name.equals("method")) {
        breaches.add(new Breach(at + " has no parameter " + name, ""));
      }
    });
    for (Parameter parameter : parameters.values()) {
      JsonNode value = object.path(parameter.name());
      if (value.isMissingNode() || value.isNull()) {
        if (parameter.required()) {
          breaches.add(new Breach(at + " lacks " + parameter.name(), missing(parameter.name())));
        }
      } else {
        value(parameter, value, breaches);
      }
    }
  }

  private static String missing(String name) {
    return switch (name) {
      case "text" -> "message text is empty";
      case "chat_id" -> "chat_id is empty";
      default -> "parameter \"" + name + "\" is required";
    };
  }

  private void value(Parameter parameter, JsonNode value, List<Breach> breaches) {
    if (parameter.lists() > 0) {
      if (!value.isArray()) {
        wrongType(parameter, value, breaches);
      }
      value.forEach(element -> value(parameter.element(), element, breaches));
    } else if (parameter.isObject()) {
      if (value.isObject()) {
        fields(parameter.name(), parameter.type(), value, breaches);
      } else {
        wrongType(parameter, value, breaches);
      }
    } else {
      scalar(parameter, value, breaches);
    }
  }

  private static void scalar(Parameter parameter, JsonNode value, List<Breach> breaches) {
    String text = value.asText();
    boolean fits = switch (parameter.type()) {
      case "integer" -> value.isIntegralNumber() || isNumber(text);
      case "id" -> value.isIntegralNumber() || isNumber(text) || text.startsWith("@");
      case "flag" -> value.isBoolean() || text.equals("true") || text.equals("false");
      case "string", "text", "chars", "bytes", "file" -> value.isTextual();
      default -> throw new IllegalStateException("the table has a type " + parameter.type());
    };
    if (!fits) {
      wrongType(parameter, value, breaches);
      return;
    }
    breaches.addAll(TextRules.letters(parameter.name(), text));
    long size = switch (parameter.type()) {
      case "integer" -> value.asLong();
      case "bytes" -> text.getBytes(StandardCharsets.UTF_8).length;
      default -> text.length();
    };
    if (size < parameter.min() || size > parameter.max()) {
      breaches.add(new Breach(parameter.name() + " is " + size + ", allowed are " + parameter.min() + " to "
          + parameter.max(), outOfRange(parameter)));
    }
    if (parameter.nonZero() && size == 0) {
      breaches.add(new Breach(parameter.name() + " is 0", parameter.name() + " must be non-zero"));
    }
  }

  private static String outOfRange(Parameter parameter) {
    return switch (parameter.name()) {
      case "text" -> parameter.type().equals("text") ? "message is too long" : "text is too long";
      case "caption" -> "message caption is too long";
      case "callback_data" -> "BUTTON_DATA_INVALID";
      case "command" -> "BOT_COMMAND_INVALID";
      case "description" -> "BOT_COMMAND_DESCRIPTION_INVALID";
      default -> parameter.name() + " is out of range";
    };
  }

  private static void wrongType(Parameter parameter, JsonNode value, List<Breach> breaches) {
    String what = parameter.name() + " is no " + parameter.type() + "[]".repeat(parameter.lists()) + ": " + value;
    breaches.add(new Breach(what, "can't parse " + parameter.name()));
  }

  private static void text(String name, String entities, JsonNode request, List<Breach> breaches) {
    if (request.path(entities).isArray()) {
      breaches.addAll(TextRules.entities(entities, request.path(name).asText(), request.path(entities)));
    }
  }

  private static void keyboard(JsonNode rows, List<Breach> breaches) {
    int buttons = 0;
    for (JsonNode row : rows) {
      buttons += row.size();
      if (row.isEmpty()) {
        breaches.add(new Breach("a row without buttons", ""));
      }
      for (JsonNode button : row) {
        if (button.path("text").asText().isBlank()) {
          breaches.add(new Breach("a button without text: " + button, "inline keyboard button text can't be empty"));
        }
        if (button.size() - 1 != 1) {
          breaches.add(new Breach("a button does exactly one thing: " + button, "text buttons are unallowed"));
        }
      }
    }
    if (buttons > MOST_BUTTONS) {
      breaches.add(new Breach(buttons + " buttons, at most " + MOST_BUTTONS, "reply markup is too long"));
    }
  }

  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0
            || Character.getType(c) == Character.FORMAT);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,18}");
  }
}

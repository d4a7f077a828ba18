package dev.docent.langchain4j.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What some models put around the whole of an answer: JSON with the answer in it, or a fence. Stateless. */
final class Wrapping {
  private static final Pattern FENCED = Pattern.compile("(?s)\\s*```[ \\t]*(\\w*)[ \\t]*\\n(.*?)\\n?```\\s*");
  private static final Pattern WRAPPING = Pattern.compile("(?i)|text|txt|plaintext|markdown|md|json");

  private Wrapping() {}

  /** Whether what has come may be the beginning of a wrapped answer, which is read only when all of it is there. */
  static boolean begins(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("```");
  }

  /** What stands within; the text itself where it is no wrapper. */
  static String removed(String text) {
    Matcher fence = FENCED.matcher(text);
    boolean fenced = fence.matches() && WRAPPING.matcher(fence.group(1)).matches();
    String inside = fenced ? fence.group(2) : text;
    Optional<String> json = inside.strip().startsWith("{") ? inJson(inside) : Optional.empty();
    return json.orElse(fenced && Markers.any(inside) ? inside : text);
  }

  private static Optional<String> inJson(String json) {
    String longest = "";
    var numbers = new LinkedHashSet<String>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String value = token.isScalarValue() ? parser.getText() : "";
        boolean number = value.matches("\\d{1,3}");
        if (number && parser.getParsingContext().inArray() || number && "n".equals(parser.currentName())) {
          numbers.add(value);
        } else if (token == JsonToken.VALUE_STRING && value.length() > longest.length()) {
          longest = value;
        }
      }
    } catch (IOException e) {
      // It only looked like JSON: it is read as the words that it is.
      return Optional.empty();
    }
    String marks = Markers.any(longest) || numbers.isEmpty() ? "" : " [" + String.join(", ", numbers) + "]";
    return longest.isBlank() ? Optional.empty() : Optional.of(longest + marks);
  }
}

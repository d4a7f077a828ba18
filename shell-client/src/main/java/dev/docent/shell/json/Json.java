package dev.docent.shell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.corpus.Locator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One JSON object a line. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern LATE_CONTROL = Pattern.compile("[\\x7f-\\x9f]");

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As one line. Control characters that JSON lets through are escaped: some terminals obey them. */
  public static String line(JsonNode node) {
    try {
      return LATE_CONTROL.matcher(MAPPER.writeValueAsString(node))
          .replaceAll(m -> "\\\\u00%02x".formatted((int) m.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("this can't be written as JSON", e);
    }
  }

  static ObjectNode locator(Locator locator) {
    ObjectNode node = object();
    node.put("heading", heading(locator.headings()).orElse(null)).putNull("page").putNull("lines");
    switch (locator) {
      case Locator.Lines lines -> node.putArray("lines").add(lines.first()).add(lines.last());
      case Locator.Page page -> node.put("page", page.page());
      case Locator.Rows rows -> node.put("page", rows.sheet()).putArray("rows").add(rows.first()).add(rows.last());
      case Locator.Heading heading -> {
      }
    }
    return node;
  }

  static Optional<String> heading(List<String> headings) {
    return headings.isEmpty() ? Optional.empty() : Optional.of(String.join(" › ", headings));
  }
}

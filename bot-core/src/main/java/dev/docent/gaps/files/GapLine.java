package dev.docent.gaps.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.docent.gaps.Gap;
import dev.docent.gaps.GapReason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A gap as a line of JSON. Read token by token: a question's time is too short for a library that looks at classes. */
final class GapLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern LATE_CONTROL = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029]");

  private GapLine() {}

  /** Without a line's end. Control characters that JSON lets through are escaped: some terminals obey them. */
  static String of(Gap gap) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("asked", gap.asked().toString());
      json.writeStringField("question", gap.question());
      json.writeStringField("reason", gap.reason().code());
      if (!gap.asker().isEmpty()) {
        json.writeStringField("asker", gap.asker());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a writer in memory failed", e);
    }
    return LATE_CONTROL.matcher(text.toString()).replaceAll(m -> "\\\\u%04x".formatted((int) m.group().charAt(0)));
  }

  /** The gap of a line; empty for a line that another version, or a crash, wrote. */
  static Optional<Gap> read(String line) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        return Optional.empty();
      }
      return Optional.of(new Gap(Instant.parse(fields.getOrDefault("asked", "")), fields.getOrDefault("question", ""),
          GapReason.of(fields.getOrDefault("reason", "")), fields.getOrDefault("asker", "")));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package dev.docent.telegram.rehearsal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a text and the entities on it must be. All is counted in UTF-16 units. */
final class TextRules {
  private static final Set<String> TYPES = Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email",
      "phone_number", "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
      "code", "pre", "text_link", "custom_emoji");
  private static final int MOST_ENTITIES = 100;

  private TextRules() {}

  /** Halves of a character and NUL, which no text may hold. */
  static List<Breach> letters(String name, String text) {
    List<Breach> breaches = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        breaches.add(new Breach(name + " holds NUL at " + i, ""));
      } else if (Character.isSurrogate(c) && splits(text, i) == splits(text, i + 1)) {
        breaches.add(new Breach(name + " holds half a character at " + i, "strings must be encoded in UTF-8"));
      }
    }
    return breaches;
  }

  /** Whether a cut before the unit would part a pair. */
  private static boolean splits(String text, int at) {
    return at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  static List<Breach> entities(String name, String text, JsonNode entities) {
    List<Breach> breaches = new ArrayList<>();
    if (entities.size() > MOST_ENTITIES) {
      breaches
          .add(new Breach(name + ": " + entities.size() + " entities, at most " + MOST_ENTITIES + " are shown", ""));
    }
    for (JsonNode entity : entities) {
      String fault = fault(text, entity);
      if (!fault.isEmpty()) {
        breaches.add(new Breach(name + ": " + fault + " in " + entity, "can't parse entities: " + fault));
      }
    }
    if (breaches.isEmpty()) {
      nesting(name, entities, breaches);
    }
    return breaches;
  }

  private static String fault(String text, JsonNode entity) {
    String type = entity.path("type").asText();
    long offset = entity.path("offset").asLong(-1);
    long length = entity.path("length").asLong(-1);
    if (!TYPES.contains(type)) {
      return "unknown entity type";
    }
    if (offset < 0 || length <= 0) {
      return "entity without offset or length";
    }
    if (offset + length > text.length()) {
      return "entity beyond the text's " + text.length() + " units";
    }
    if (splits(text, (int) offset) || splits(text, (int) (offset + length))) {
      return "entity splits a character";
    }
    if (type.equals("text_link") && entity.path("url").asText().isBlank()) {
      return "text_link without url";
    }
    return type.equals("custom_emoji") && entity.path("custom_emoji_id").asText().isBlank()
        ? "custom_emoji without id"
        : "";
  }

  /** Entities lie apart or inside each other; code shares its letters only with a quote, a quote with no quote. */
  private static void nesting(String name, JsonNode entities, List<Breach> breaches) {
    for (int i = 0; i < entities.size(); i++) {
      for (int j = i + 1; j < entities.size(); j++) {
        JsonNode a = entities.get(i);
        JsonNode b = entities.get(j);
        if (!apart(a, b) && !mayShare(a, b)) {
          breaches.add(new Breach(name + ": " + a + " and " + b + " can't overlap", ""));
        }
      }
    }
  }

  private static boolean mayShare(JsonNode a, JsonNode b) {
    if (!inside(a, b) && !inside(b, a)) {
      return false;
    }
    boolean code = isCode(a) || isCode(b);
    boolean quote = isQuote(a) || isQuote(b);
    return code ? quote : !(isQuote(a) && isQuote(b));
  }

  private static boolean apart(JsonNode a, JsonNode b) {
    return end(a) <= begin(b) || end(b) <= begin(a);
  }

  private static boolean inside(JsonNode inner, JsonNode outer) {
    return begin(inner) >= begin(outer) && end(inner) <= end(outer);
  }

  private static int begin(JsonNode entity) {
    return entity.path("offset").asInt();
  }

  private static int end(JsonNode entity) {
    return entity.path("offset").asInt() + entity.path("length").asInt();
  }

  private static boolean isCode(JsonNode entity) {
    return Set.of("code", "pre").contains(entity.path("type").asText());
  }

  private static boolean isQuote(JsonNode entity) {
    return entity.path("type").asText().endsWith("blockquote");
  }
}

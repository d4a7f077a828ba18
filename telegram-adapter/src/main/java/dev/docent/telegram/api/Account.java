package dev.docent.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the bot needs to know of itself.
 *
 * @param username without the @; empty when Telegram doesn't say
 * @param readsAll whether it is told everything that is said in its groups; taken for false when Telegram doesn't say
 */
public record Account(String username, boolean readsAll) {
  static Account of(JsonNode me) {
    return new Account(me.path("username").asText(""), me.path("can_read_all_group_messages").asBoolean(false));
  }
}

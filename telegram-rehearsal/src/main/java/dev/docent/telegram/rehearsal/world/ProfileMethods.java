package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The methods about the bot itself and about chats and their members. Called inside the world's lock. */
final class ProfileMethods {
  private static final Set<String> SCOPES = Set.of("default", "all_private_chats", "all_group_chats",
      "all_chat_administrators", "chat", "chat_administrators", "chat_member");
  private static final int MOST_COMMANDS = 100;
  private final World world;
  private final ChatRules rules;

  ProfileMethods(World world, ChatRules rules) {
    this.world = world;
    this.rules = rules;
  }

  JsonNode me() {
    return MessageJson.person(World.BOT)
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", world.readsAll())
        .put("supports_inline_queries", false);
  }

  JsonNode setCommands(ObjectNode request) {
    List<String> lines = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode command : request.path("commands")) {
      String name = command.path("command").asText();
      if (!name.matches("[a-z0-9_]{1,32}") || !names.add(name)) {
        world.violation("setMyCommands: " + name + " is no command, or twice there");
        throw ApiErrorException.badRequest("BOT_COMMAND_INVALID");
      }
      lines.add(name + " - " + command.path("description").asText());
    }
    if (lines.size() > MOST_COMMANDS) {
      world.violation("setMyCommands: " + lines.size() + " commands, at most " + MOST_COMMANDS);
      throw ApiErrorException.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    world.commands.put(scope(request), lines);
    return BooleanNode.TRUE;
  }

  JsonNode deleteCommands(ObjectNode request) {
    world.commands.remove(scope(request));
    return BooleanNode.TRUE;
  }

  JsonNode commands(ObjectNode request) {
    ArrayNode commands = ApiJson.array();
    for (String line : world.commands.getOrDefault(scope(request), List.of())) {
      commands.addObject()
          .put("command", line.substring(0, line.indexOf(" - ")))
          .put("description",
              line.substring(line.indexOf(" - ") + 3));
    }
    return commands;
  }

  /** {@code default}, {@code chat:5}, {@code chat:5:7/ru}: scope, its ids, and the language after a slash. */
  private String scope(ObjectNode request) {
    JsonNode scope = request.path("scope");
    String type = scope.path("type").asText("default");
    if (!SCOPES.contains(type)) {
      world.violation("a command scope " + type + " does not exist");
      throw ApiErrorException.badRequest("can't parse BotCommandScope: unknown type");
    }
    String key = type;
    if (type.startsWith("chat")) {
      key += ":" + rules.known(scope, "chat_id").chat.id();
    }
    if (type.equals("chat_member")) {
      key += ":" + scope.path("user_id").asLong();
    }
    String language = request.path("language_code").asText();
    if (!language.matches("([a-z]{2})?")) {
      world.violation("language_code is two letters, not " + language);
      throw ApiErrorException.badRequest("invalid language code specified");
    }
    return language.isEmpty() ? key : key + "/" + language;
  }

  JsonNode chat(ObjectNode request) {
    return MessageJson.chat(rules.known(request, "chat_id").chat);
  }

  JsonNode member(ObjectNode request) {
    StoredChat room = rules.known(request, "chat_id");
    long id = request.path("user_id").asLong();
    TelegramUser person = id == World.BOT.id() ? World.BOT : world.people.get(id);
    if (person == null) {
      throw ApiErrorException.badRequest("user not found");
    }
    return member(person, room.admins.contains(id) ? "administrator" : "member");
  }

  JsonNode administrators(ObjectNode request) {
    ArrayNode members = ApiJson.array();
    for (long id : rules.known(request, "chat_id").admins) {
      TelegramUser person = world.people.get(id);
      if (person != null) {
        members.add(member(person, "administrator"));
      }
    }
    return members;
  }

  private static ObjectNode member(TelegramUser person, String status) {
    ObjectNode member = ApiJson.object().put("status", status);
    member.set("user", MessageJson.person(person));
    return member;
  }

  JsonNode leave(ObjectNode request) {
    rules.known(request, "chat_id").shut = true;
    return BooleanNode.TRUE;
  }
}

package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages, people and chats as Telegram writes them. */
final class MessageJson {
  private static final Pattern COMMAND_OR_NAME = Pattern
      .compile("(?<![\\w/@])(?:/[A-Za-z0-9_]{1,32}(?:@\\w{3,32})?|@[A-Za-z]\\w{2,31})");

  private MessageJson() {}

  static ObjectNode of(StoredMessage post, StoredChat room) {
    ObjectNode json = bare(post, room);
    StoredMessage answered = room.posts.get(post.replyTo);
    if (answered != null) {
      json.set("reply_to_message", bare(answered, room));
      // Outside forums a thread id only says which discussion it is; no message can be sent with it.
      if (room.chat.kind() == Chat.Kind.SUPERGROUP && !room.chat.forum()) {
        json.put("message_thread_id", answered.id);
      }
    } else if (post.chat.topic() != 0) {
      // Whatever is written in a topic looks like a reply to the message that opened it.
      ObjectNode opening = json.putObject("reply_to_message").put("message_id", post.chat.topic());
      opening.set("from", person(post.from));
      opening.set("chat", chat(room.chat));
      opening.put("date", post.date).put("message_thread_id", post.chat.topic()).put("is_topic_message", true);
      opening.putObject("forum_topic_created").put("name", post.chat.title()).put("icon_color", 0);
    }
    return json;
  }

  private static ObjectNode bare(StoredMessage post, StoredChat room) {
    ObjectNode json = ApiJson.object().put("message_id", post.id);
    json.set("from", person(post.from));
    json.set("chat", chat(room.chat));
    json.put("date", post.date);
    if (post.edits > 0) {
      json.put("edit_date", post.editDate);
    }
    if (post.chat.topic() != 0) {
      json.put("message_thread_id", post.chat.topic()).put("is_topic_message", true);
    }
    ChatFile file = post.file;
    if (file != null) {
      json.set("document", file.json());
    }
    if (!post.text.isEmpty()) {
      json.put(file == null ? "text" : "caption", post.text);
      if (!post.entities.isEmpty()) {
        json.set(file == null ? "entities" : "caption_entities", post.entities);
      }
    }
    if (!post.keyboard.isEmpty()) {
      json.putObject("reply_markup").set("inline_keyboard", post.keyboard);
    }
    json.setAll(post.extra);
    return json;
  }

  static ObjectNode person(TelegramUser person) {
    ObjectNode json = ApiJson.object()
        .put("id", person.id())
        .put("is_bot", person.bot())
        .put("first_name",
            person.firstName());
    if (person.username() != null) {
      json.put("username", person.username());
    }
    return person.language() == null ? json : json.put("language_code", person.language());
  }

  static ObjectNode chat(Chat chat) {
    ObjectNode json = ApiJson.object().put("id", chat.id()).put("type", chat.kind().word);
    json.put(chat.isPrivate() ? "first_name" : "title", chat.title());
    return chat.forum() ? json.put("is_forum", true) : json;
  }

  /** The entities that Telegram finds by itself in what a person writes. */
  static ArrayNode found(String text) {
    ArrayNode entities = ApiJson.array();
    Matcher matcher = COMMAND_OR_NAME.matcher(text);
    while (matcher.find()) {
      entities.addObject()
          .put("offset", matcher.start())
          .put("length", matcher.end() - matcher.start())
          .put("type",
              matcher.group().startsWith("/") ? "bot_command" : "mention");
    }
    return entities;
  }
}

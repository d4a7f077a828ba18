package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Entity;
import dev.docent.telegram.rehearsal.chat.ShownButton;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message in a chat, as the server keeps it. */
public final class StoredMessage {
  final Chat chat;
  final int id;
  final TelegramUser from;
  final long date;
  /** What is neither text nor file: a voice, a service message, where it was forwarded from. */
  final ObjectNode extra = ApiJson.object();
  String text = "";
  ArrayNode entities = ApiJson.array();
  ArrayNode keyboard = ApiJson.array();
  int replyTo;
  int edits;
  long editDate;
  boolean deleted;
  /** The bot was not told how its last change of this message ended. */
  boolean doubtful;
  @Nullable
  ChatFile file;

  StoredMessage(Chat chat, int id, TelegramUser from, long date) {
    this.chat = chat;
    this.id = id;
    this.from = from;
    this.date = date;
  }

  /** Takes the text without the white space around it, the entities moved along, as Telegram shows it. */
  void write(String raw, JsonNode rawEntities) {
    text = raw.strip();
    int cut = raw.indexOf(text);
    entities = ApiJson.array();
    for (JsonNode entity : rawEntities) {
      int begin = Math.max(0, entity.path("offset").asInt() - cut);
      int end = Math.min(text.length(), entity.path("offset").asInt() + entity.path("length").asInt() - cut);
      if (end > begin) {
        entities.add(((ObjectNode) entity.deepCopy()).put("offset", begin).put("length", end - begin));
      }
    }
  }

  BotMessage sent() {
    List<Entity> stretches = new ArrayList<>();
    entities.forEach(
        e -> stretches.add(new Entity(e.path("type").asText(), e.path("offset").asInt(), e.path("length").asInt())));
    List<List<ShownButton>> rows = new ArrayList<>();
    for (JsonNode row : keyboard) {
      List<ShownButton> buttons = new ArrayList<>();
      row.forEach(b -> buttons.add(new ShownButton(b.path("text").asText(), b.path("callback_data").asText())));
      rows.add(buttons);
    }
    return new BotMessage(chat, id, text, stretches, rows, replyTo, edits, file == null ? "" : file.name());
  }
}

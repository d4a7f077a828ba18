package dev.docent.telegram.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.Locale;

/** A bot that repeats what it hears: in private with a draft first, and with a button below. */
public final class EchoBot implements AutoCloseable {
  private final BotClient client;
  private final Thread thread;
  private volatile boolean ended;

  public EchoBot(FakeTelegram telegram) {
    client = new BotClient(telegram);
    thread = Thread.ofVirtual().start(this::poll);
  }

  private void poll() {
    long offset = 0;
    while (!ended) {
      try {
        BotClient.Reply reply = client.call("getUpdates", "{'offset':" + offset + ",'timeout':5}");
        for (JsonNode update : reply.result()) {
          offset = update.path("update_id").asLong() + 1;
          handle(update);
        }
      } catch (java.io.UncheckedIOException e) {
        return;
      }
    }
  }

  private void handle(JsonNode update) {
    if (update.has("callback_query")) {
      JsonNode query = update.path("callback_query");
      call("answerCallbackQuery",
          ApiJson.object().put("callback_query_id", query.path("id").asText()).put("text", "Loud it is"));
      JsonNode message = query.path("message");
      call("editMessageText",
          chat(message).put("message_id", message.path("message_id").asInt())
              .put("text",
                  message.path("text").asText().toUpperCase(Locale.ROOT)));
      return;
    }
    JsonNode message = update.has("edited_message") ? update.path("edited_message") : update.path("message");
    String heard = message.has("document")
        ? "a file " + message.path("document").path("file_name").asText()
        : message.path("text").asText();
    if (heard.isEmpty()) {
      return;
    }
    call("sendChatAction", chat(message).put("action", "typing"));
    if (message.path("chat").path("id").asLong() > 0) {
      call("sendMessageDraft", chat(message).put("draft_id", 1).put("text", "You said"));
    }
    String text = "You said: " + heard.substring(0, Math.min(4080, heard.length())) + "\nor so";
    ObjectNode request = chat(message).put("text", text);
    request.putArray("entities")
        .addObject()
        .put("type", "blockquote")
        .put("offset", text.indexOf('\n') + 1)
        .put("length", 5);
    request.putObject("reply_markup")
        .putArray("inline_keyboard")
        .addArray()
        .addObject()
        .put("text", "Louder")
        .put("callback_data", "loud");
    call("sendMessage", request);
  }

  private static ObjectNode chat(JsonNode message) {
    ObjectNode request = ApiJson.object().put("chat_id", message.path("chat").path("id").asLong());
    return message.path("is_topic_message").asBoolean()
        ? request.put("message_thread_id", message.path("message_thread_id").asInt())
        : request;
  }

  private void call(String method, ObjectNode request) {
    BotClient.Reply reply = client.call(method, request.toString());
    if (reply.status() != 200) {
      throw new IllegalStateException(method + " " + request + " -> " + reply);
    }
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    client.close();
    thread.join();
  }
}

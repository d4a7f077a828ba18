package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.concurrent.TimeUnit;

/** Where the bot may write: which chat a request means, whether it is open, which topic, which message. */
final class ChatRules {
  /** What was under way when the bot was told may still arrive. */
  private static final long GRACE = TimeUnit.SECONDS.toNanos(1);
  private final World world;

  ChatRules(World world) {
    this.world = world;
  }

  /** The chat with the id under the name, whatever its state. */
  StoredChat known(JsonNode request, String name) {
    StoredChat room = world.rooms.get(request.path(name).asLong());
    if (room == null) {
      throw ApiErrorException.badRequest("chat not found");
    }
    return room;
  }

  /** The chat of a request that writes. */
  StoredChat open(String method, JsonNode request) {
    StoredChat room = known(request, "chat_id");
    if (room.migratedTo == 0 && !room.shut) {
      return room;
    }
    if (room.told != 0 && System.nanoTime() - room.told > GRACE) {
      world.violation(method + ": writes again to chat " + room.chat.id() + ", which can't be written to");
    }
    room.told = room.told == 0 ? System.nanoTime() : room.told;
    if (room.migratedTo != 0) {
      throw new ApiErrorException(400, "Bad Request: group chat was upgraded to a supergroup chat",
          ApiJson.object().put("migrate_to_chat_id", room.migratedTo));
    }
    throw ApiErrorException.forbidden(switch (room.chat.kind()) {
      case PRIVATE -> "bot was blocked by the user";
      case GROUP -> "bot was kicked from the group chat";
      case SUPERGROUP -> "bot was kicked from the supergroup chat";
      case CHANNEL -> "bot was kicked from the channel chat";
    });
  }

  /** The chat with the topic that a request names; General is named by naming none. */
  Chat place(String method, JsonNode request, StoredChat room) {
    if (!request.hasNonNull("message_thread_id")) {
      return room.chat;
    }
    int thread = request.path("message_thread_id").asInt();
    if (!room.chat.forum()) {
      world.violation(method + ": message_thread_id " + thread + " in a chat without topics");
    } else if (thread <= 1) {
      world.violation(method + ": message_thread_id " + thread + " for General, which is named by naming none");
    }
    if (!room.topics.contains(thread)) {
      throw ApiErrorException.badRequest("message thread not found");
    }
    return room.chat.inTopic(thread);
  }

  /** The message to reply to, 0 for none. */
  int answered(JsonNode request, StoredChat room) {
    JsonNode reply = request.path("reply_parameters");
    if (!reply.hasNonNull("message_id")) {
      return 0;
    }
    StoredMessage post = room.posts.get(reply.path("message_id").asInt());
    if (post != null && !post.deleted) {
      return post.id;
    }
    if (reply.path("allow_sending_without_reply").asBoolean()) {
      return 0;
    }
    throw ApiErrorException.badRequest("message to be replied not found");
  }

  /** The message to act on. One that was deleted is bad luck, one that never was or isn't the bot's own a mistake. */
  StoredMessage own(String method, JsonNode request, StoredChat room, String purpose) {
    StoredMessage post = post(method, request, room, purpose);
    if (!post.from.equals(World.BOT)) {
      world.violation(method + ": message " + post.id + " is not the bot's own");
      throw ApiErrorException.badRequest("message can't be " + purpose + "ed");
    }
    return post;
  }

  StoredMessage post(String method, JsonNode request, StoredChat room, String purpose) {
    if (!request.hasNonNull("message_id")) {
      world.violation(method + ": names no message");
      throw ApiErrorException.badRequest("message identifier is not specified");
    }
    StoredMessage post = room.posts.get(request.path("message_id").asInt());
    if (post == null) {
      world.violation(method + ": there never was a message " + request.path("message_id").asText() + " in the chat");
    }
    if (post == null || post.deleted) {
      throw ApiErrorException.badRequest("message to " + purpose + " not found");
    }
    return post;
  }
}

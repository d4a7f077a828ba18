package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.Map;

/** The methods that write, change and remove messages. Called inside the world's lock. */
final class MessageMethods {
  private static final int LARGEST_UPLOAD = 50 << 20;
  private final World world;
  private final ChatRules rules;

  MessageMethods(World world, ChatRules rules) {
    this.world = world;
    this.rules = rules;
  }

  StoredMessage send(String method, ObjectNode request, Map<String, ChatFile> files) {
    StoredChat room = rules.open(method, request);
    Chat place = rules.place(method, request, room);
    int answered = rules.answered(request, room);
    ChatFile file = null;
    if (method.equals("sendDocument")) {
      file = file(request, files);
    }
    StoredMessage post = open(room, place, answered);
    post.file = file;
    String text = file == null ? "text" : "caption";
    post.write(request.path(text).asText(), request.path(file == null ? "entities" : "caption_entities"));
    post.keyboard = keyboard(request);
    world.happen(new Happening.Wrote(post.sent()));
    return post;
  }

  private ChatFile file(ObjectNode request, Map<String, ChatFile> files) {
    String named = request.path("document").asText();
    ChatFile sent = files.get(named.startsWith("attach://") ? named.substring("attach://".length()) : named);
    ChatFile known = world.files.get(named);
    if (sent == null) {
      if (known == null) {
        throw ApiErrorException.badRequest("wrong file identifier/HTTP URL specified");
      }
      return known;
    }
    if (sent.bytes().length == 0) {
      throw ApiErrorException.badRequest("file must be non-empty");
    }
    if (sent.bytes().length > LARGEST_UPLOAD) {
      world.violation("sendDocument: " + sent.name() + " is too big to be sent");
      throw new ApiErrorException(413, "Request Entity Too Large", ApiJson.object());
    }
    ChatFile kept = new ChatFile("sent" + world.files.size(), sent.name(), sent.type(), sent.bytes(), sent.size());
    world.files.put(kept.id(), kept);
    return kept;
  }

  /** {@code copyMessage} and {@code forwardMessage}. */
  StoredMessage again(String method, ObjectNode request) {
    StoredChat room = rules.open(method, request);
    Chat place = rules.place(method, request, room);
    StoredChat from = rules.known(request, "from_chat_id");
    StoredMessage original = rules.post(method, request, from, method.startsWith("copy") ? "copy" : "forward");
    StoredMessage post = open(room, place, rules.answered(request, room));
    post.text = original.text;
    post.entities = original.entities;
    post.file = original.file;
    post.keyboard = keyboard(request);
    world.happen(new Happening.Wrote(post.sent()));
    return post;
  }

  private StoredMessage open(StoredChat room, Chat place, int answered) {
    StoredMessage post = room.open(place, World.BOT, world.now());
    post.replyTo = answered;
    return post;
  }

  StoredMessage editText(String method, ObjectNode request) {
    StoredChat room = rules.open(method, request);
    StoredMessage post = rules.own(method, request, room, "edit");
    if (post.file != null) {
      throw ApiErrorException.badRequest("there is no text in the message to edit");
    }
    StoredMessage wanted = new StoredMessage(post.chat, post.id, post.from, post.date);
    wanted.write(request.path("text").asText(), request.path("entities"));
    wanted.keyboard = keyboard(request);
    return change(method, post, wanted);
  }

  StoredMessage editKeyboard(String method, ObjectNode request) {
    StoredChat room = rules.open(method, request);
    StoredMessage post = rules.own(method, request, room, "edit");
    StoredMessage wanted = new StoredMessage(post.chat, post.id, post.from, post.date);
    wanted.text = post.text;
    wanted.entities = post.entities;
    wanted.keyboard = keyboard(request);
    return change(method, post, wanted);
  }

  private StoredMessage change(String method, StoredMessage post, StoredMessage wanted) {
    if (post.text.equals(wanted.text) && post.entities.equals(wanted.entities)
        && post.keyboard.equals(wanted.keyboard)) {
      // After an answer that got lost the bot can't know better.
      if (!post.doubtful) {
        world.violation(method + ": changes nothing in message " + post.id);
      }
      throw ApiErrorException.badRequest("message is not modified: specified new message content and reply markup are"
          + " exactly the same as a current content and reply markup of the message");
    }
    post.text = wanted.text;
    post.entities = wanted.entities;
    post.keyboard = wanted.keyboard;
    post.edits++;
    post.editDate = world.now();
    world.happen(new Happening.Changed(post.sent()));
    return post;
  }

  JsonNode delete(String method, ObjectNode request) {
    StoredMessage post = rules.post(method, request, rules.open(method, request), "delete");
    if (!post.from.equals(World.BOT) && !post.chat.isPrivate()) {
      throw ApiErrorException.badRequest("message can't be deleted");
    }
    post.deleted = true;
    world.happen(new Happening.Removed(post.sent()));
    return BooleanNode.TRUE;
  }

  JsonNode draft(String method, ObjectNode request) {
    StoredChat room = rules.open(method, request);
    if (!room.chat.isPrivate()) {
      world.violation(method + ": a draft in a chat that is not private");
      throw ApiErrorException.badRequest("drafts can be sent only to private chats");
    }
    Chat place = rules.place(method, request, room);
    world.happen(
        new Happening.Drafted(
            new ShownDraft(place, request.path("draft_id").asInt(), request.path("text").asText().strip())));
    return BooleanNode.TRUE;
  }

  ObjectNode json(StoredMessage post) {
    return MessageJson.of(post, world.room(post.chat));
  }

  private static ArrayNode keyboard(ObjectNode request) {
    return request.path("reply_markup").path("inline_keyboard") instanceof ArrayNode rows ? rows : ApiJson.array();
  }
}

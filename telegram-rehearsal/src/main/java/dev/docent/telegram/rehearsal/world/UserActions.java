package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import dev.docent.telegram.rehearsal.chat.UserMessage;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** What people do, and which of it the bot is told. Safe for several threads. */
public final class UserActions {
  private final World world;
  private int pressed;

  public UserActions(World world) {
    this.world = world;
  }

  public UserMessage say(TelegramUser person, Chat place, String text) {
    return told(() -> write(person, place, text));
  }

  /** In answer to the message with this number. */
  public UserMessage reply(TelegramUser person, Chat place, int to, String text) {
    return told(() -> {
      StoredMessage post = write(person, place, text);
      post.replyTo = to;
      return post;
    });
  }

  /** Changes what the person wrote. */
  public UserMessage edit(UserMessage message, String text) {
    return told(() -> {
      StoredMessage post = post(message.chat(), message.id());
      post.text = text;
      post.entities = MessageJson.found(text);
      post.edits++;
      post.editDate = world.now();
      return post;
    });
  }

  /** @param size what Telegram says about it; below 0 when it says nothing */
  public UserMessage upload(TelegramUser person, Chat place, String name, String mime, byte[] bytes, long size,
      String caption) {
    return told(() -> {
      StoredMessage post = write(person, place, caption);
      ChatFile file = new ChatFile("file" + world.files.size(), name, mime, bytes.clone(), size);
      world.files.put(file.id(), file);
      post.file = file;
      return post;
    });
  }

  /** @param extra goes into the message */
  public UserMessage send(TelegramUser person, Chat place, String text, ObjectNode extra) {
    return told(() -> {
      StoredMessage post = write(person, place, text);
      post.extra.setAll(extra);
      return post;
    });
  }

  private UserMessage told(Supplier<StoredMessage> writing) {
    return world.locked(() -> {
      StoredMessage post = writing.get();
      tell(post);
      return new UserMessage(post.chat, post.id, post.from, post.text);
    });
  }

  /** A person removes a message of the bot. */
  public void delete(BotMessage message) {
    world.locked(() -> post(message.chat(), message.id()).deleted = true);
  }

  StoredMessage write(TelegramUser person, Chat place, String text) {
    StoredChat room = world.room(place);
    world.people.put(person.id(), person);
    StoredMessage post = room.open(place, person, world.now());
    post.text = text;
    post.entities = MessageJson.found(text);
    return post;
  }

  void tell(StoredMessage post) {
    StoredChat room = world.room(post.chat);
    if (!room.shut && room.migratedTo == 0 && reads(post, room)) {
      String kind = post.chat.kind() == Chat.Kind.CHANNEL ? "channel_post" : "message";
      world.queue.add(update(post.edits > 0 ? "edited_" + kind : kind, MessageJson.of(post, room)));
    }
  }

  private StoredMessage post(Chat chat, int id) {
    return Objects.requireNonNull(world.room(chat).posts.get(id), () -> "no message " + id + " in " + chat);
  }

  public String press(TelegramUser person, Chat chat, int messageId, String data) {
    return world.locked(() -> pressed(person, chat, messageId, data));
  }

  private String pressed(TelegramUser person, Chat chat, int messageId, String data) {
    StoredChat room = world.room(chat);
    String id = "4382" + (100_000 + ++pressed);
    ObjectNode query = ApiJson.object().put("id", id);
    query.set("from", MessageJson.person(person));
    StoredMessage post = room.posts.get(messageId);
    if (post == null || post.deleted) {
      query.putObject("message").put("message_id", messageId).put("date", 0).set("chat", MessageJson.chat(room.chat));
    } else {
      query.set("message", MessageJson.of(post, room));
    }
    query.put("chat_instance", "-" + chat.id()).put("data", data);
    world.people.put(person.id(), person);
    world.presses.put(id, new ButtonPress(id, chat, world.queue.add(update("callback_query", query))));
    return id;
  }

  /** The bot's own standing in the chat changed. */
  void membership(TelegramUser by, StoredChat room, String before, String after) {
    ObjectNode change = ApiJson.object();
    change.set("chat", MessageJson.chat(room.chat));
    change.set("from", MessageJson.person(by));
    change.put("date", world.now());
    change.set("old_chat_member", member(before));
    change.set("new_chat_member", member(after));
    world.queue.add(update("my_chat_member", change));
  }

  private static ObjectNode member(String status) {
    ObjectNode member = ApiJson.object().put("status", status);
    member.set("user", MessageJson.person(World.BOT));
    return status.equals("kicked") ? member.put("until_date", 0) : member;
  }

  static ObjectNode update(String kind, ObjectNode content) {
    ObjectNode update = ApiJson.object();
    update.set(kind, content);
    return update;
  }

  /** Privacy mode: in a group a bot reads commands, mentions, replies to it and service messages, an admin all. */
  private boolean reads(StoredMessage post, StoredChat room) {
    if (!post.chat.isGroup() || world.readsAll() || room.admins.contains(World.BOT.id())) {
      return true;
    }
    StoredMessage answered = room.posts.get(post.replyTo);
    boolean service = post.text.isEmpty() && post.file == null && !post.extra.isEmpty();
    return service || (answered != null && answered.from.equals(World.BOT)) || addresses(post, room);
  }

  private static boolean addresses(StoredMessage post, StoredChat room) {
    String text = post.text.toLowerCase(Locale.ROOT);
    if (text.contains("@" + World.BOT.username())) {
      return true;
    }
    // A command without a name is for the bot that wrote last.
    return text.matches("(?s)/\\w{1,32}(\\s.*)?") && room.posts.values()
        .stream()
        .filter(p -> p.id < post.id && p.from.bot())
        .max(Comparator.comparingInt(p -> p.id))
        .filter(last -> last.from.equals(World.BOT))
        .isPresent();
  }
}

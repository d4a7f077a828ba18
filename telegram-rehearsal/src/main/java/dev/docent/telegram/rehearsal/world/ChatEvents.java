package dev.docent.telegram.rehearsal.world;

import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;

/** What becomes of chats, and how the bot is told. Safe for several threads. */
public final class ChatEvents {
  private final World world;
  private final UserActions people;

  public ChatEvents(World world, UserActions people) {
    this.world = world;
    this.people = people;
  }

  public void open(Chat chat) {
    world.locked(() -> world.room(chat));
  }

  public void removeTopic(Chat topic) {
    world.locked(() -> world.room(topic).topics.remove(topic.topic()));
  }

  public Chat migrate(Chat group, TelegramUser by) {
    Chat supergroup = Chat.supergroup(-1_000_000_000_000L + group.id(), group.title());
    return world.locked(() -> {
      StoredMessage before = people.write(by, group, "");
      before.extra.put("migrate_to_chat_id", supergroup.id());
      people.tell(before);
      StoredMessage after = people.write(by, supergroup, "");
      after.extra.put("migrate_from_chat_id", group.id());
      people.tell(after);
      world.room(group).migratedTo = supergroup.id();
      return supergroup;
    });
  }

  /** The bot is shut out of the chat, or let in again. */
  public void shut(TelegramUser by, Chat chat, boolean shut) {
    world.locked(() -> {
      StoredChat room = world.room(chat);
      people.membership(by, room, shut ? "member" : "kicked", shut ? "kicked" : "member");
      room.shut = shut;
      room.told = 0;
    });
  }

  public void invite(Chat chat, TelegramUser by) {
    world.locked(() -> {
      world.people.put(by.id(), by);
      boolean known = world.rooms.containsKey(chat.id()) && !world.room(chat).shut;
      StoredChat room = world.room(chat);
      room.shut = false;
      room.told = 0;
      if (!known) {
        people.membership(by, room, "left", "member");
      }
    });
  }

  public void promote(TelegramUser person, Chat chat) {
    world.locked(() -> {
      world.people.put(person.id(), person);
      world.room(chat).admins.add(person.id());
    });
  }
}

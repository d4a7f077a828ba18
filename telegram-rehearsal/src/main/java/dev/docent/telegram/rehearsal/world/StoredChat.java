package dev.docent.telegram.rehearsal.world;

import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.TelegramUser;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A chat with its messages, as the server keeps it. */
final class StoredChat {
  final Chat chat;
  final NavigableMap<Integer, StoredMessage> posts = new TreeMap<>();
  final Set<Integer> topics = new HashSet<>();
  final Set<Long> admins = new HashSet<>();
  /** Blocked by the person, or thrown out of the group. */
  boolean shut;
  /** The supergroup this group became; 0 while it is one. */
  long migratedTo;
  /** When the bot was first told that it can't write here, in nanoseconds; 0 before. */
  long told;
  // Below lie the numbers of the messages that opened the topics.
  private int nextId = 1001;

  StoredChat(Chat chat) {
    this.chat = new Chat(chat.id(), chat.kind(), chat.title(), chat.forum(), 0);
  }

  StoredMessage open(Chat place, TelegramUser from, long date) {
    StoredMessage post = new StoredMessage(place, nextId++, from, date);
    posts.put(post.id, post);
    return post;
  }
}

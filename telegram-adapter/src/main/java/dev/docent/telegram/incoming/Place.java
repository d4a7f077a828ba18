package dev.docent.telegram.incoming;

import dev.docent.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Where something was said.
 *
 * @param thread the topic, null outside of topics and in the General one
 */
public record Place(long chat, boolean group, @Nullable Integer thread) {

  /** In a group everybody has a conversation of their own, in a topic another one. */
  public ConversationId conversation(Person person) {
    return new ConversationId(
        "telegram:" + chat + (thread == null ? "" : ":" + thread) + (group ? ":" + person.id() : ""));
  }

  /** Whether a conversation is a person's: their private chat, or what they asked in a group. */
  public static boolean heldBy(long person, ConversationId conversation) {
    return conversation.value().equals("telegram:" + person)
        || conversation.value().startsWith("telegram:" + person + ":")
        || conversation.value().startsWith("telegram:-") && conversation.value().endsWith(":" + person);
  }

  /** The conversation as it is called since the group has got another number; itself when it is no conversation there. */
  public static ConversationId moved(ConversationId conversation, long from, long to) {
    String before = "telegram:" + from + ":";
    return conversation.value().startsWith(before)
        ? new ConversationId("telegram:" + to + ":" + conversation.value().substring(before.length()))
        : conversation;
  }

  Place moved(long other) {
    return new Place(other, group, thread);
  }
}

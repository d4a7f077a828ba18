package dev.docent.telegram.chat;

import dev.docent.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Where something was said.
 *
 * @param thread the topic, null outside of topics and in the General one
 */
record Place(long chat, boolean group, @Nullable Integer thread) {

  /** In a group everybody has a conversation of their own, in a topic another one. */
  ConversationId conversation(Person person) {
    return new ConversationId(
        "telegram:" + chat + (thread == null ? "" : ":" + thread) + (group ? ":" + person.id() : ""));
  }

  Place moved(long other) {
    return new Place(other, group, thread);
  }
}

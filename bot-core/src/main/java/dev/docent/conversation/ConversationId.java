package dev.docent.conversation;

/** Names a chat: a shell, a private chat, a person in a group. */
public record ConversationId(String value) {
  public ConversationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a conversation needs a name");
    }
  }
}

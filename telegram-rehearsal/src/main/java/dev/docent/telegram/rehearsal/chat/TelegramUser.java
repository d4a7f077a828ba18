package dev.docent.telegram.rehearsal.chat;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a Telegram account.
 *
 * @param id above 0; also the id of the private chat with this person
 * @param language the language of their Telegram, an IETF tag, or null when it isn't told
 * @param username without the @, or null
 * @param bot whether it is another bot
 */
public record TelegramUser(long id, String firstName, @Nullable String username, @Nullable String language,
    boolean bot) {
  public TelegramUser {
    if (id <= 0) {
      throw new IllegalArgumentException("a person's id is above 0, not " + id);
    }
    if (firstName.isBlank()) {
      throw new IllegalArgumentException("a person has a first name");
    }
  }

  /** A person whose Telegram is English. */
  public static TelegramUser named(long id, String firstName) {
    return new TelegramUser(id, firstName, firstName.toLowerCase(java.util.Locale.ROOT), "en", false);
  }

  public TelegramUser speaking(String tag) {
    return new TelegramUser(id, firstName, username, tag, bot);
  }

  /** The private chat of this person with the bot. */
  public Chat privateChat() {
    return new Chat(id, Chat.Kind.PRIVATE, firstName, false, 0);
  }
}

package dev.docent.telegram.incoming;

import org.jspecify.annotations.Nullable;

/**
 * Who said something.
 *
 * @param name as Telegram shows it; foreign text
 * @param username without the @; null for none
 * @param language of their Telegram; null when it isn't told
 * @param anonymous whether a group or channel speaks for somebody; such a one never has rights
 */
public record Person(long id, String name, @Nullable String username, @Nullable String language,
    boolean anonymous) {

  /** The name with the username, as far as there is one; foreign text. */
  public String called() {
    return username == null ? name : name + " @" + username;
  }
}

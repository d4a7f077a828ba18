package dev.docent.telegram.access;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person or a group.
 *
 * @param standing what they may do
 * @param language what they want to be spoken to in; null for that of their Telegram
 * @param usual that of their Telegram when they last spoke, for what is said while they don't; null when it isn't known
 * @param name what they are called in Telegram, for those who administer; foreign text; null when it isn't known
 */
public record Member(Standing standing, @Nullable String language, @Nullable String usual,
    @Nullable String name) {

  /** What somebody may do. */
  public enum Standing {
    /** Nothing was decided. */
    STRANGER,
    /** The administrators have been asked. */
    ASKED, ADMITTED, ADMIN, REFUSED
  }

  public static final Member STRANGER = new Member(Standing.STRANGER, null, null, null);

  public Member as(Standing other) {
    return new Member(other, language, usual, name);
  }

  public Member speaking(@Nullable String other) {
    return new Member(standing, other, usual, name);
  }

  /** As they last spoke. */
  Member heard(@Nullable String theirs, String called) {
    return new Member(standing, language, theirs, called);
  }
}

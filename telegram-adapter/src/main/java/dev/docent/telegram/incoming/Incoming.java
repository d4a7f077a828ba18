package dev.docent.telegram.incoming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an update means to the bot. */
public sealed interface Incoming {

  /** What was said by somebody somewhere. */
  sealed interface Said extends Incoming {
    Place place();

    Person person();

    int message();
  }

  /**
   * Words that are meant for the bot.
   *
   * @param about what they were said in reply to; null for nothing with words
   */
  record Words(Place place, Person person, int message, String text, boolean edited, @Nullable Referred about)
      implements
        Said {}

  /**
   * What somebody replies to: a message of the bot, one of theirs, or one of others, forwarded or not.
   *
   * @param message in the same chat; 0 when it stands in another
   * @param text what it says, or the part of it that was quoted; foreign text
   * @param quoted whether a part was picked out
   */
  record Referred(int message, String text, boolean quoted) {}

  /**
   * A command that is meant for the bot.
   *
   * @param name in lower case, without the slash
   * @param rest what follows it
   * @param forwarded whether somebody else wrote it
   */
  record Command(Place place, Person person, int message, String name, String rest, boolean forwarded)
      implements
        Said {}

  /**
   * A file.
   *
   * @param name as the sender's program named it; foreign text, may be empty
   * @param size in bytes as Telegram says it; -1 when it doesn't
   */
  record File(Place place, Person person, int message, String fileId, String name, long size) implements Said {}

  /** A voice, a sticker, a picture: something without words, said to the bot. */
  record Speechless(Place place, Person person, int message) implements Said {}

  /**
   * A button was pressed.
   *
   * @param place null when Telegram no longer knows
   * @param message the one with the button; 0 when it is no longer accessible
   */
  record Pressed(String query, Person person, @Nullable Place place, int message, String data) implements Incoming {}

  /** The bot's own standing in a chat changed. */
  record Membership(Place place, Person by, String title, boolean member) implements Incoming {}

  /** A group has got another id. */
  record Moved(long from, long to) implements Incoming {}

  /** Nothing that concerns the bot. */
  record Nothing(String why) implements Incoming {}

  /** An incoming thing with what is known of its update. */
  record Envelope(long update, Instant date, Incoming content) {}
}

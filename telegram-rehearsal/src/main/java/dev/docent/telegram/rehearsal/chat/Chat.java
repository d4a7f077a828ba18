package dev.docent.telegram.rehearsal.chat;

/**
 * A place where messages stand.
 *
 * @param id above 0 for a private chat, below 0 for all others
 * @param forum whether a supergroup has topics
 * @param topic the topic's thread id in a forum; 0 for its General topic and for every other chat
 */
public record Chat(long id, Kind kind, String title, boolean forum, int topic) {
  public Chat {
    if (kind == Kind.PRIVATE != id > 0) {
      throw new IllegalArgumentException("a " + kind + " chat can't have the id " + id);
    }
    if (topic < 0 || topic == 1) {
      throw new IllegalArgumentException("a topic's thread id is above 1; 0 stands for General");
    }
    if ((forum && kind != Kind.SUPERGROUP) || (topic != 0 && !forum)) {
      throw new IllegalArgumentException("only a supergroup can be a forum, and only a forum has topics");
    }
  }

  /** What Telegram calls the type of a chat. */
  public enum Kind {
    PRIVATE("private"), GROUP("group"), SUPERGROUP("supergroup"), CHANNEL("channel");

    public final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  public static Chat group(long id, String title) {
    return new Chat(id, Kind.GROUP, title, false, 0);
  }

  public static Chat supergroup(long id, String title) {
    return new Chat(id, Kind.SUPERGROUP, title, false, 0);
  }

  public static Chat forum(long id, String title) {
    return new Chat(id, Kind.SUPERGROUP, title, true, 0);
  }

  public static Chat channel(long id, String title) {
    return new Chat(id, Kind.CHANNEL, title, false, 0);
  }

  /** The topic of this forum with the thread id. */
  public Chat inTopic(int thread) {
    return new Chat(id, kind, title, forum, thread);
  }

  public boolean isPrivate() {
    return kind == Kind.PRIVATE;
  }

  public boolean isGroup() {
    return kind == Kind.GROUP || kind == Kind.SUPERGROUP;
  }
}

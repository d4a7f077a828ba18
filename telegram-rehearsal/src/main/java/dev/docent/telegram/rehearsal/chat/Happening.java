package dev.docent.telegram.rehearsal.chat;

/** What a person sees the bot do. */
public sealed interface Happening {
  Chat chat();

  /** Whether it lets one expect more: "typing", a draft, a message that trails off. */
  default boolean announcing() {
    return switch (this) {
      case Acted acted -> true;
      case Drafted drafted -> true;
      case Wrote wrote -> wrote.message.text().endsWith("…");
      case Changed changed -> changed.message.text().endsWith("…");
      case Removed removed -> false;
      case Reacted reacted -> false;
      case Noticed noticed -> false;
    };
  }

  record Wrote(BotMessage message) implements Happening {
    @Override
    public Chat chat() {
      return message.chat();
    }
  }

  record Changed(BotMessage message) implements Happening {
    @Override
    public Chat chat() {
      return message.chat();
    }
  }

  record Removed(BotMessage message) implements Happening {
    @Override
    public Chat chat() {
      return message.chat();
    }
  }

  record Drafted(ShownDraft draft) implements Happening {
    @Override
    public Chat chat() {
      return draft.chat();
    }
  }

  /** "typing…" and its like; shown for five seconds or until a message comes. */
  record Acted(Chat chat, String action) implements Happening {}

  /** An emoji on a message; empty when it was taken back. */
  record Reacted(Chat chat, int message, String emoji) implements Happening {}

  /** What a pressed button answers: a line that fades, or a box to be closed. Often without a text. */
  record Noticed(Chat chat, String queryId, String text, boolean alert) implements Happening {}
}

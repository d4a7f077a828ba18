package dev.docent.telegram.polling;

import org.jspecify.annotations.Nullable;

/** How things stand with Telegram. */
public sealed interface Connection {

  /** Not yet spoken to. */
  record Starting() implements Connection {}

  record Connected() implements Connection {}

  /** For now it doesn't work; it is tried again. */
  record Troubled(String why) implements Connection {}

  /** The token isn't accepted: nothing works until somebody gives another one. */
  record Rejected() implements Connection {}

  /** The bot has ended by itself: somebody has to decide something first. */
  record Ended(String why) implements Connection {}

  /** What is wrong, in words; null when nothing is. */
  default @Nullable String trouble() {
    return switch (this) {
      case Starting s -> "not connected yet";
      case Connected c -> null;
      case Troubled t -> t.why();
      case Ended e -> e.why();
      case Rejected r -> "Telegram doesn't accept the token. Get one from @BotFather and set docent.telegram.token";
    };
  }
}

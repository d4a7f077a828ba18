package dev.docent.telegram.sending;

import java.time.Duration;

/** Hears of calls. Called from any thread; must return quickly. */
public interface CallListener {

  /** A call was made; {@code outcome} is {@code ok}, an error code, or what is known instead. */
  default void called(String method, String outcome, long nanos) {}

  /** Telegram asked for a pause. */
  default void flooded(Duration wait) {}

  /** Nothing more can be said in the chat. */
  default void gone(long chat) {}

  /** A group has become another. */
  default void moved(long from, long to) {}
}

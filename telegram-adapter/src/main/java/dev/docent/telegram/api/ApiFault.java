package dev.docent.telegram.api;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a call didn't do what it should: what is known of it decides whether it may be repeated. */
public sealed interface ApiFault {

  /** The request never reached Telegram; repeating it can't do anything twice. */
  record NotSent(String reason) implements ApiFault {}

  /** The request was sent, but no answer that could be read came back: it may have taken effect. */
  record Unclear(String reason) implements ApiFault {}

  /**
   * Telegram said no, and why.
   *
   * @param retryAfter how long to leave Telegram alone, when it says so
   * @param migratedTo the chat's new id, when it has become another
   */
  record Refused(int code, String description, @Nullable Duration retryAfter, @Nullable Long migratedTo)
      implements
        ApiFault {

    public boolean says(String words) {
      return description.toLowerCase(Locale.ROOT).contains(words);
    }

    public boolean flood() {
      return code == 429;
    }

    /** Blocked, kicked, or the account is gone: nothing more can be said in that chat. */
    public boolean gone() {
      return code == 403 || code == 400 && says("chat not found");
    }

    public boolean unauthorized() {
      return code == 401 || code == 404 && description.equalsIgnoreCase("not found");
    }

    public boolean serverSide() {
      return code >= 500;
    }
  }

  /** In words without a secret, for a log. */
  default String words() {
    return TokenMask.mask(switch (this) {
      case NotSent f -> "not sent: " + f.reason();
      case Unclear f -> "outcome unknown: " + f.reason();
      case Refused f -> f.code() + " " + f.description();
    });
  }
}

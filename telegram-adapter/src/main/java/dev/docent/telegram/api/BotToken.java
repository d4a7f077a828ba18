package dev.docent.telegram.api;

import java.util.regex.Pattern;

/** The secret a bot is known by to Telegram. Its text form is masked. */
public record BotToken(String value) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}):[A-Za-z0-9_-]{20,}");

  /** @throws IllegalArgumentException for what can't be a token; the message doesn't repeat it */
  public BotToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("is no bot token. @BotFather gives one that looks like 123456789:AAE…");
    }
  }

  /** The bot's own user id. */
  public long botId() {
    return Long.parseLong(value.substring(0, value.indexOf(':')));
  }

  @Override
  public String toString() {
    return botId() + ":***";
  }
}

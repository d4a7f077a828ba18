package dev.docent.telegram.api;

import java.util.regex.Pattern;

/** Takes bot tokens out of text before anybody sees it: addresses of the Bot API carry them. */
public final class TokenMask {
  private static final Pattern TOKEN = Pattern.compile("(?<!\\d)(\\d{1,20}):[A-Za-z0-9_-]{20,}");
  private static final Pattern IN_ADDRESS = Pattern.compile("/bot[^/\\s]*:[^/\\s]+");

  private TokenMask() {}

  public static String mask(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    String masked = TOKEN.matcher(text).replaceAll("$1:***");
    return IN_ADDRESS.matcher(masked).replaceAll("/bot***");
  }
}

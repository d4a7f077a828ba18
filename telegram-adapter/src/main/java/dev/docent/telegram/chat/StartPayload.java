package dev.docent.telegram.chat;

import dev.docent.answer.Question;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What follows {@code /start}: a link such as {@code https://t.me/NAME?start=PAYLOAD} carries it, in at most 64 letters,
 * digits, {@code _} and {@code -}.
 */
final class StartPayload {
  private StartPayload() {}

  /** The question it is: words with {@code _} for spaces, or as base64url; empty when it is something else. */
  static Optional<String> question(String payload) {
    String words = payload.replace('_', ' ').strip();
    if (words.chars().anyMatch(Character::isWhitespace) && asks(words) && plain(words)) {
      return Optional.of(words);
    }
    return decoded(payload).filter(text -> asks(text) && plain(text));
  }

  private static Optional<String> decoded(String payload) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(payload);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Several words, or one that is asked with: a campaign's name is no question. */
  private static boolean asks(String text) {
    return text.length() <= Question.MAX_LENGTH && !Question.of(text).empty()
        && (text.chars().anyMatch(Character::isWhitespace) || text.endsWith("?"));
  }

  private static boolean plain(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }
}

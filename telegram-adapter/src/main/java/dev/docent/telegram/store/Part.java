package dev.docent.telegram.store;

import dev.docent.telegram.text.Parts;
import dev.docent.telegram.text.Styled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to be sent.
 *
 * @param replaces the message it takes the place of; null for a new one
 * @param buttons rows of buttons, may be empty
 */
public record Part(Styled words, @Nullable Integer replaces, List<List<Button>> buttons) {
  public Part {
    if (words.blank() || words.length() > Parts.MESSAGE) {
      throw new IllegalArgumentException("a message of " + words.length());
    }
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  public static Part of(Styled words) {
    return new Part(words, null, List.of());
  }

  public Part replacing(@Nullable Integer message) {
    return new Part(words, message, buttons);
  }

  public Part with(List<List<Button>> rows) {
    return new Part(words, replaces, rows);
  }
}

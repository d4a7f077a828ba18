package dev.docent.telegram.store;

import dev.docent.telegram.text.MessageSplitter;
import dev.docent.telegram.text.Styled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to be sent.
 *
 * @param replaces the message it takes the place of; null for a new one
 * @param buttons rows of buttons, may be empty
 */
public record MessagePart(Styled words, @Nullable Integer replaces, List<List<Button>> buttons) {
  public MessagePart {
    if (words.blank() || words.length() > MessageSplitter.MESSAGE) {
      throw new IllegalArgumentException("a message of " + words.length());
    }
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  public static MessagePart of(Styled words) {
    return new MessagePart(words, null, List.of());
  }

  public MessagePart replacing(@Nullable Integer message) {
    return new MessagePart(words, message, buttons);
  }

  public MessagePart with(List<List<Button>> rows) {
    return new MessagePart(words, replaces, rows);
  }

  public MessagePart plain() {
    return new MessagePart(new Styled(words.text(), List.of()), replaces, buttons);
  }
}

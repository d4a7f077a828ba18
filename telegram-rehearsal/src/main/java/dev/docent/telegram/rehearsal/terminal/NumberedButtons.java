package dev.docent.telegram.rehearsal.terminal;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.ShownButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons on the scene, numbered through. A button that is shown again keeps its number. */
final class NumberedButtons {
  /** A button and the message it stands under. */
  record Numbered(Chat chat, int message, ShownButton button) {}

  private final List<Numbered> all = new ArrayList<>();

  synchronized int number(BotMessage message, ShownButton button) {
    Numbered numbered = new Numbered(message.chat(), message.id(), button);
    if (!all.contains(numbered)) {
      all.add(numbered);
    }
    return all.indexOf(numbered) + 1;
  }

  synchronized Optional<Numbered> get(int number) {
    return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
  }
}

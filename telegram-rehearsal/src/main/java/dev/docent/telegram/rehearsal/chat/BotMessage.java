package dev.docent.telegram.rehearsal.chat;

import java.util.List;
import java.util.Optional;

/**
 * A message of the bot as the chat shows it now.
 *
 * @param chat where it stands, its topic included
 * @param text what is read: the text, or the caption of a file
 * @param buttons row by row
 * @param replyTo the message it answers, 0 for none
 * @param edits how often the bot changed it
 * @param file the name of the file it carries, empty for none
 */
public record BotMessage(Chat chat, int id, String text, List<Entity> entities, List<List<ShownButton>> buttons,
    int replyTo,
    int edits, String file) {
  public BotMessage {
    entities = List.copyOf(entities);
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /** The thread the message stands in, 0 for none. */
  public int thread() {
    return chat.topic();
  }

  /** The button with the label, or one whose label holds it. */
  public Optional<ShownButton> button(String label) {
    return buttons.stream().flatMap(List::stream).filter(b -> b.label().contains(label)).findFirst();
  }
}

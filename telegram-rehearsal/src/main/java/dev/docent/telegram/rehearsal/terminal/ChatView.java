package dev.docent.telegram.rehearsal.terminal;

import dev.docent.telegram.rehearsal.chat.BotMessage;
import dev.docent.telegram.rehearsal.chat.Chat;
import dev.docent.telegram.rehearsal.chat.Happening;
import dev.docent.telegram.rehearsal.chat.ShownDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Shows what the bot does in words: messages with their quotes and buttons, growing drafts, "typing". */
final class ChatView implements Consumer<Happening> {
  private static final String INDENT = "  ";
  private static final String BAR = "▏";
  private static final int TAIL = 60;
  private final Scene scene;
  private final NumberedButtons buttons;
  private volatile Chat here;

  ChatView(Scene scene, NumberedButtons buttons, Chat here) {
    this.scene = scene;
    this.buttons = buttons;
    this.here = here;
  }

  /** What happens in other chats is shown with their name. */
  void look(Chat chat) {
    here = chat;
  }

  @Override
  public void accept(Happening happening) {
    Chat chat = happening.chat();
    String growing = "growing " + chat;
    switch (happening) {
      case Happening.Acted acted -> scene.show(growing, lines(chat, "… " + acted.action().replace('_', ' ')));
      case Happening.Drafted drafted -> {
        if (!drafted.draft().text().isEmpty()) {
          scene.show(growing, draft(drafted.draft()));
        }
      }
      case Happening.Wrote wrote -> {
        scene.rename(growing, name(wrote.message()));
        scene.show(name(wrote.message()), message(wrote.message(), ""));
      }
      case Happening.Changed changed -> scene.show(name(changed.message()), message(changed.message(), "(changed) "));
      case Happening.Removed removed -> scene.show("", lines(chat, "(removed: " + start(removed.message()) + ")"));
      case Happening.Reacted reacted -> {
        if (!reacted.emoji().isEmpty()) {
          scene.show("", lines(chat, "(" + reacted.emoji() + " on the message)"));
        }
      }
      case Happening.Noticed noticed -> {
        if (!noticed.text().isEmpty()) {
          scene.show("", lines(chat, (noticed.alert() ? "(!) " : "(") + noticed.text() + (noticed.alert() ? "" : ")")));
        }
      }
    }
  }

  private static String name(BotMessage message) {
    return "message " + message.chat().id() + " " + message.id();
  }

  private static String start(BotMessage message) {
    String line = message.text().lines().findFirst().orElse(message.file());
    return line.length() > TAIL ? line.substring(0, line.offsetByCodePoints(0, TAIL / 2)) + "…" : line;
  }

  private List<String> lines(Chat chat, String text) {
    List<String> lines = new ArrayList<>();
    if (chat.id() != here.id() || chat.topic() != here.topic()) {
      lines.add(INDENT + "→ " + PlainText.line(where(chat)) + ":");
    }
    text.lines().forEach(line -> lines.add((INDENT + PlainText.line(line)).stripTrailing()));
    return lines;
  }

  private static String where(Chat chat) {
    return switch (chat.kind()) {
      case PRIVATE -> "to " + chat.title();
      case GROUP, SUPERGROUP, CHANNEL -> "in " + chat.title() + (chat.topic() == 0 ? "" : ", topic " + chat.topic());
    };
  }

  private List<String> draft(ShownDraft draft) {
    if (scene.terminal()) {
      return lines(draft.chat(), draft.text() + " ▌");
    }
    String text = draft.text().replace('\n', ' ');
    int cut = Math.max(0, text.length() - TAIL);
    return lines(draft.chat(), "… " + text.substring(cut > 0 ? text.indexOf(' ', cut) + 1 : 0));
  }

  private List<String> message(BotMessage message, String mark) {
    List<String> lines = lines(message.chat(),
        mark + (message.file().isEmpty() ? "" : "[" + message.file() + "] ") + quoted(message));
    message.buttons().forEach(row -> {
      StringBuilder line = new StringBuilder(INDENT);
      row.forEach(button -> line.append("[:")
          .append(buttons.number(message, button))
          .append(' ')
          .append(PlainText.line(button.label()))
          .append("] "));
      lines.add(line.toString().stripTrailing());
    });
    return lines;
  }

  /** Lines that stand in a quote get a bar. */
  private static String quoted(BotMessage message) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (String line : message.text().split("\n", -1)) {
      int begin = at;
      boolean quote = message.entities()
          .stream()
          .filter(e -> Set.of("blockquote", "expandable_blockquote").contains(e.type()))
          .anyMatch(e -> begin >= e.offset() && begin < e.offset() + e.length());
      text.append(quote ? BAR : "").append(line).append('\n');
      at += line.length() + 1;
    }
    return text.toString();
  }
}

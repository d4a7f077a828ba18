package dev.docent.telegram.rehearsal.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A line that a person typed in a rehearsal: a message, or what else one can do in a chat. */
sealed interface RehearsalInput {
  Pattern WHITE = Pattern.compile("\\s+");

  record Nothing() implements RehearsalInput {}

  record Text(String text) implements RehearsalInput {}

  record Press(int button) implements RehearsalInput {}

  record Upload(String path) implements RehearsalInput {}

  record Edit(String text) implements RehearsalInput {}

  record Reply(String text) implements RehearsalInput {}

  /** To a group, a forum's topic, or back to the private chat. */
  record Go(Where where) implements RehearsalInput {}

  enum Where {
    GROUP, TOPIC, PRIVATE
  }

  /** To be somebody else; an empty language leaves it as it is. */
  record As(String name, String language) implements RehearsalInput {}

  /** To send the code that makes one the bot's administrator. */
  record Pair() implements RehearsalInput {}

  record Help() implements RehearsalInput {}

  record Quit() implements RehearsalInput {}

  record Wrong(String why) implements RehearsalInput {}

  static RehearsalInput parse(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return new Nothing();
    }
    if (!text.startsWith(":")) {
      return new Text(line);
    }
    if (text.startsWith("::")) {
      return new Text(text.substring(1));
    }
    List<String> words = Arrays.asList(WHITE.split(text.substring(1), 2));
    return command(words.getFirst(), words.size() > 1 ? words.getLast().strip() : "");
  }

  private static RehearsalInput command(String name, String rest) {
    if (name.matches("\\d{1,9}")) {
      return new Press(Integer.parseInt(name));
    }
    return switch (name) {
      case "upload" -> rest.isEmpty() ? new Wrong(":upload needs a file: :upload notes.md") : new Upload(rest);
      case "edit" -> rest.isEmpty() ? new Wrong(":edit needs the new text of your last message") : new Edit(rest);
      case "reply" -> rest.isEmpty() ? new Wrong(":reply needs a text") : new Reply(rest);
      case "group" -> new Go(Where.GROUP);
      case "topic" -> new Go(Where.TOPIC);
      case "private" -> new Go(Where.PRIVATE);
      case "as" -> as(rest);
      case "pair" -> new Pair();
      case "help" -> new Help();
      case "quit" -> new Quit();
      default -> new Wrong("there is no :" + name + "; :help shows what there is. A message that begins with a colon"
          + " is written with two");
    };
  }

  private static RehearsalInput as(String rest) {
    List<String> words = Arrays.asList(WHITE.split(rest));
    String language = words.size() > 1 ? words.get(1) : "";
    if (words.getFirst().isEmpty() || words.size() > 2 || !language.matches("([a-z]{2})?")) {
      return new Wrong(":as needs a name, and if need be a language: :as Boris ru");
    }
    return new As(words.getFirst(), language);
  }
}

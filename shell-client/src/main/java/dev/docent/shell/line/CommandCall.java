package dev.docent.shell.line;

import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/**
 * A command with everything it was given.
 *
 * @param options by long name
 * @param words the rest, in order and unchanged
 */
public record CommandCall(String command, Map<String, String> options, List<String> words) {
  public CommandCall {
    options = Map.copyOf(options);
    words = List.copyOf(words);
  }

  /** As Spring Shell takes it. Built by hand: its own parser wants quotes to come in pairs. */
  public ParsedInput parsed() {
    var input = ParsedInput.builder().commandName(command);
    options.forEach((name, value) -> input.addOption(CommandOption.with().longName(name).value(value).build()));
    for (int i = 0; i < words.size(); i++) {
      input.addArgument(new CommandArgument(i, words.get(i)));
    }
    return input.build();
  }
}

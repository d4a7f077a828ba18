package dev.docent.shell.prompt;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.completion.CompletionContext;

/** Completes the first word to a command, later ones to what that command names. Spring Shell's own offers options only. */
public final class WordCompleter implements Completer {
  private final CommandRegistry registry;

  public WordCompleter(CommandRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() == 0) {
      String slash = line.word().startsWith("/") ? "/" : "";
      registry.getCommands()
          .stream()
          .map(Command::getName)
          .sorted()
          .forEach(
              name -> candidates.add(new Candidate(slash + name)));
      return;
    }
    String name = line.words().getFirst();
    Command command = registry.getCommandByName(name.startsWith("/") ? name.substring(1) : name);
    if (command != null) {
      var words = new ArrayList<>(line.words());
      command.getCompletionProvider()
          .apply(new CompletionContext(words, line.wordIndex(), line.wordCursor(), command, null))
          .forEach(proposal -> candidates.add(new Candidate(proposal.value())));
    }
  }
}

package dev.docent.shell.command;

import dev.docent.Docent;
import dev.docent.ModelName;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.line.CommandSpec;
import dev.docent.shell.line.CommandWords;
import dev.docent.shell.outcome.UsageException;
import dev.docent.shell.text.LocatorText;
import dev.docent.shell.text.Screen;
import dev.docent.shell.text.WhyText;
import java.util.List;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;

/** What is of use at the prompt. */
public final class PromptCommands {
  private final PreparedDocent prepared;
  private final Session session;
  private final Screen screen;

  public PromptCommands(PreparedDocent prepared, Session session, Screen screen) {
    this.prepared = prepared;
    this.session = session;
    this.screen = screen;
  }

  @Command(name = "why", group = CommandSpec.PROMPT_ONLY, description = "Shows how the last answer came about.", help = "why")
  void why(CommandContext context) {
    var locators = new LocatorText(screen.style(), prepared.opened().status().knowledge());
    context.outputWriter()
        .print(
            session.last()
                .map(new WhyText(locators, screen.terminal() ? screen.width().getAsInt() : 0)::render)
                .orElse("Nothing has been asked yet in this conversation.\n"));
  }

  @Command(name = "new", group = CommandSpec.PROMPT_ONLY, description = "Begins a new conversation: earlier questions are forgotten.", help = "new")
  void startAnew(CommandContext context) {
    session.conversation().ifPresent(prepared.opened()::forget);
    session.forgotten();
    context.outputWriter().println("A new conversation.");
  }

  @Command(name = "model", group = CommandSpec.PROMPT_ONLY, description = "Says which model answers, or has another one answer from now on.", help = "model [NAME]", completionProvider = "modelNames")
  @CommandWords(max = 1)
  void model(@Arguments List<String> words, CommandContext context) {
    Docent docent = prepared.opened();
    if (!words.isEmpty()) {
      docent.use(named(words.getFirst()));
    }
    context.outputWriter()
        .println(docent.model() + (docent.model().remote()
            ? ": what a question needs of the documents is sent to this model"
            : ": nothing leaves this machine"));
  }

  @Command(name = "help", group = "Docent", description = "Shows the commands, or one of them.", help = "help [COMMAND]")
  @CommandWords(max = 1)
  void help(@Arguments List<String> words, CommandContext context) {
    context.outputWriter().print(CommandList.vocabulary().help(words));
  }

  @Command(name = "quit", group = CommandSpec.PROMPT_ONLY, description = "Leaves the prompt; so does exit.", help = "quit")
  void quit() {
    session.leave();
  }

  private static ModelName named(String name) {
    try {
      return ModelName.parse(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}

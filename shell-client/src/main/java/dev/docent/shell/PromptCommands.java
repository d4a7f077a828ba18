package dev.docent.shell;

import dev.docent.Docent;
import dev.docent.ModelName;
import java.util.List;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;

/** What is of use at the prompt. */
final class PromptCommands {
  private final Preparation preparation;
  private final Session session;
  private final Screen screen;

  PromptCommands(Preparation preparation, Session session, Screen screen) {
    this.preparation = preparation;
    this.session = session;
    this.screen = screen;
  }

  @Command(name = "why", group = "Docent", description = "Shows how the last answer came about.", help = "why")
  void why(CommandContext context) {
    var place = new Place(screen.style(), preparation.docent().status().knowledge());
    context.outputWriter()
        .print(
            session.last()
                .map(new WhyText(place, screen.terminal() ? screen.width().getAsInt() : 0)::render)
                .orElse("Nothing has been asked yet in this conversation.\n"));
  }

  @Command(name = "new", group = "Docent", description = "Begins a new conversation: earlier questions are forgotten.", help = "new")
  void startAnew(CommandContext context) {
    session.conversation().ifPresent(preparation.docent()::forget);
    session.forgotten();
    context.outputWriter().println("A new conversation.");
  }

  @Command(name = "model", group = "Docent", description = "Says which model answers, or has another one answer from now on.", help = "model [NAME]", completionProvider = "modelNames")
  @Words(max = 1)
  void model(@Arguments List<String> words, CommandContext context) {
    Docent docent = preparation.docent();
    if (!words.isEmpty()) {
      docent.use(named(words.getFirst()));
    }
    context.outputWriter()
        .println(docent.model() + (docent.model().remote()
            ? ": what a question needs of the documents is sent to this model"
            : ": nothing leaves this machine"));
  }

  @Command(name = "help", group = "Docent", description = "Shows the commands, or one of them.", help = "help [COMMAND]")
  @Words(max = 1)
  void help(@Arguments List<String> words, CommandContext context) {
    context.outputWriter().print(Vocabulary.docent().help(words));
  }

  @Command(name = "quit", group = "Docent", description = "Leaves the prompt; so does exit.", help = "quit")
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

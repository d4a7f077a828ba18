package dev.docent.shell.command;

import dev.docent.shell.line.CommandCall;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.text.Screen;
import java.io.PrintWriter;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandNotFoundException;
import org.springframework.shell.core.command.CommandRegistry;

/** Runs one command; whatever goes wrong becomes a line and an exit code. */
public final class CommandRunner {
  private final CommandRegistry registry;
  private final Session session;
  private final Screen screen;

  public CommandRunner(CommandRegistry registry, Session session, Screen screen) {
    this.registry = registry;
    this.session = session;
    this.screen = screen;
  }

  public ExitCode run(CommandCall call, PrintWriter out) {
    session.begin();
    try {
      var unused = new CommandExecutor(registry)
          .execute(new CommandContext(call.parsed(), registry, out, new InputReader() {
          }));
      return session.code();
    } catch (CommandNotFoundException | CommandExecutionException e) {
      out.flush();
      return Failure.tell(e, screen.err());
    } finally {
      out.flush();
    }
  }
}

package dev.docent.shell;

import java.io.PrintWriter;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandNotFoundException;
import org.springframework.shell.core.command.CommandRegistry;

/** Runs one command; whatever goes wrong becomes a line and an exit code. */
final class CommandRunner {
  private final CommandRegistry registry;
  private final Session session;
  private final Screen screen;

  CommandRunner(CommandRegistry registry, Session session, Screen screen) {
    this.registry = registry;
    this.session = session;
    this.screen = screen;
  }

  ExitCode run(CommandCall call, PrintWriter out) {
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

package dev.docent.shell;

import dev.docent.Docent;
import dev.docent.shell.command.CommandRunner;
import dev.docent.shell.command.CommandList;
import dev.docent.shell.command.Session;
import dev.docent.shell.line.CommandLine;
import dev.docent.shell.line.Invocation;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.prompt.PipedQuestions;
import dev.docent.shell.text.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.springframework.context.support.GenericApplicationContext;

/** The shell as it is wired, over a Docent that is not, with its output in strings. */
final class TestShell {
  final FakeDocent docent = new FakeDocent();
  private final StringWriter outText = new StringWriter();
  private final StringWriter errText = new StringWriter();
  private final PrintWriter out = new PrintWriter(outText);

  /** What the process would have exited with. */
  ExitCode run(String... arguments) {
    return switch (CommandLine.parse(CommandList.vocabulary(), arguments)) {
      case Invocation.Run run -> {
        try (var context = start(Session.single())) {
          yield context.getBean(CommandRunner.class).run(run.call(), out);
        }
      }
      case Invocation.Show show -> ShellApplication.run(show, out, new PrintWriter(errText));
      case Invocation.Misuse misuse -> ShellApplication.run(misuse, out, new PrintWriter(errText));
      case Invocation.Converse converse -> throw new IllegalArgumentException("use pipe");
    };
  }

  ExitCode pipe(String lines, boolean json) throws IOException {
    Session session = Session.conversing();
    try (var context = start(session)) {
      return new PipedQuestions(context.getBean(CommandRunner.class), session, context.getBean(Screen.class)).run(
          new BufferedReader(new StringReader(lines)), json,
          out);
    }
  }

  String out() {
    return outText.toString();
  }

  String err() {
    return errText.toString();
  }

  private GenericApplicationContext start(Session session) {
    var context = new GenericApplicationContext();
    context.registerBean(Docent.class, () -> docent);
    context.registerBean(Screen.class, () -> Screen.plain(new PrintWriter(errText), false));
    context.registerBean(Session.class, () -> session);
    new ShellBeans(context).register(all -> true);
    context.refresh();
    return context;
  }
}

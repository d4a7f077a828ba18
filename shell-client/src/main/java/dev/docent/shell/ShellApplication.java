package dev.docent.shell;

import dev.docent.boot.ProgramEnd;
import dev.docent.boot.UserFolders;
import dev.docent.shell.command.CommandRunner;
import dev.docent.shell.command.CommandList;
import dev.docent.shell.command.Session;
import dev.docent.shell.input.InputLines;
import dev.docent.shell.line.CommandLine;
import dev.docent.shell.line.Invocation;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.outcome.Interruption;
import dev.docent.shell.prompt.Console;
import dev.docent.shell.prompt.LineReading;
import dev.docent.shell.prompt.PipedQuestions;
import dev.docent.shell.prompt.Prompt;
import dev.docent.shell.prompt.WordCompleter;
import dev.docent.shell.text.Printable;
import dev.docent.shell.text.Screen;
import dev.docent.shell.text.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;

/** Docent in a terminal. Help, version and misuse are answered before anything is started. */
public final class ShellApplication {
  private ShellApplication() {}

  public static void main(String[] arguments) {
    ProgramEnd.heedSignals();
    PrintWriter out = writer(FileDescriptor.out, "stdout.encoding");
    PrintWriter err = writer(FileDescriptor.err, "stderr.encoding");
    // Standard output is for answers; what a library prints goes where it does no harm.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
    ExitCode code = run(CommandLine.parse(CommandList::vocabulary, arguments), out, err);
    if (out.checkError() && code == ExitCode.DONE) {
      err.println("docent: the answer could not be written to standard output");
      code = ExitCode.FAILED;
    }
    err.flush();
    ProgramEnd.with(code.code());
  }

  static ExitCode run(Invocation invocation, PrintWriter out, PrintWriter err) {
    try {
      return switch (invocation) {
        case Invocation.Show show -> {
          out.print(show.text());
          yield ExitCode.DONE;
        }
        case Invocation.Misuse misuse -> {
          err.println("docent: " + Printable.line(misuse.message()));
          yield ExitCode.USAGE;
        }
        case Invocation.Run run -> heeded(once(run, out, screen(err)));
        case Invocation.Converse converse when Console.attached() && !converse.json() -> prompt(converse.settings());
        case Invocation.Converse converse -> heeded(piped(converse, out, screen(err)));
      };
    } catch (IOException | InterruptedException | RuntimeException e) {
      return Failure.tell(e, err);
    }
  }

  // Input that ends when the user interrupts looks like any input that ends.
  private static ExitCode heeded(ExitCode code) {
    return Thread.interrupted() ? ExitCode.INTERRUPTED : code;
  }

  private static ExitCode once(Invocation.Run run, PrintWriter out, Screen screen) {
    Interruption.heed();
    try (var context = ShellContext.start(run.settings(), false, screen, Session.single(),
        run.call().command()::equals)) {
      return context.getBean(CommandRunner.class).run(run.call(), out);
    }
  }

  private static ExitCode piped(Invocation.Converse converse, PrintWriter out, Screen screen) throws IOException {
    Interruption.heed();
    Session session = Session.conversing();
    try (var context = ShellContext.start(converse.settings(), false, screen, session, all -> true)) {
      return new PipedQuestions(context.getBean(CommandRunner.class), session, screen).run(InputLines.standard(),
          converse.json(),
          out);
    }
  }

  private static ExitCode prompt(Map<String, String> settings) throws IOException, InterruptedException {
    try (Terminal terminal = LineReading.terminal()) {
      var screen = new Screen(terminal.writer(), true, Style.of(true), true, () -> Console.width(terminal));
      try (ConfigurableApplicationContext context = ShellContext.start(settings, true, screen, Session.conversing(),
          all -> true)) {
        var completer = new WordCompleter(context.getBean(CommandRegistry.class));
        return context.getBean(Prompt.class)
            .run(LineReading.reader(terminal, completer, UserFolders.current().state()));
      }
    }
  }

  private static Screen screen(PrintWriter err) {
    boolean terminal = Console.attached();
    return new Screen(err, terminal, Style.of(terminal), Boolean.getBoolean("docent.progress"), Console::width);
  }

  private static PrintWriter writer(FileDescriptor descriptor, String encoding) {
    Charset charset = Charset.forName(System.getProperty(encoding, "UTF-8"));
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset));
  }
}
